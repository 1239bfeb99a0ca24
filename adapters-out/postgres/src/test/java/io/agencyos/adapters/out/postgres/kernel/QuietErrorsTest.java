package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A log line about a refused statement says what is wrong, and nothing of whom it was about. Source: api 13. */
class QuietErrorsTest {

    private static final String WORD = "zephyrine@harbourlane.example";

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Test // neither the values that were bound, nor the row that the database quotes
    void what_a_refused_statement_was_about_stands_in_no_trace() {
        Throwable refused = catchThrowable(() -> database.unitOfWork()
                .onPlatform(() -> Db.update("""
                    insert into app.waitlist (id, email, email_key) values (gen_random_uuid(), :word, null)
                    """).bind("word", WORD).execute()));

        StringWriter trace = new StringWriter();
        refused.printStackTrace(new PrintWriter(trace, true));
        assertThat(trace.toString())
                .contains("insert into app.waitlist")
                .contains("email_key")
                .doesNotContain(WORD);
    }

    @Test // nor does the server that we run write it down, whose file lies beside the data for good
    void the_server_writes_no_row_into_its_log() {
        String verbosity = database.unitOfWork()
                .onPlatform(() ->
                        Db.query("show log_error_verbosity").mapTo(String.class).one());
        String statements = database.unitOfWork()
                .onPlatform(() -> Db.query("show log_min_error_statement")
                        .mapTo(String.class)
                        .one());

        assertThat(verbosity).isEqualTo("terse");
        assertThat(statements).isEqualTo("panic");
    }
}
