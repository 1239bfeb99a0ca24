package io.agencyos.application.lead.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every reader of lead files must do, whatever else it can read. Source: api 9.6. */
public abstract class LeadFilesContract {

    protected abstract LeadFiles files();

    private int opened;
    private int closed;

    private LeadFiles.Source source(String text) {
        return () -> {
            opened++;
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
                private boolean open = true;

                @Override
                public void close() throws IOException {
                    closed += open ? 1 : 0;
                    open = false;
                    super.close();
                }
            };
        };
    }

    private static List<LeadFile.Row> rows(LeadFile file) {
        List<LeadFile.Row> rows = new ArrayList<>();
        try (file) {
            file.rows().forEachRemaining(rows::add);
        }
        return rows;
    }

    @Test
    void the_first_row_names_the_columns_and_the_rest_follows_by_its_lines() {
        LeadFile file = files().open(source("Email,Company\nzoë@example.com,Harbour Lane\nnoor@example.com,\n"));

        assertThat(file.headers()).containsExactly("Email", "Company");
        assertThat(file.warnings()).isEmpty();
        assertThat(rows(file))
                .containsExactly(
                        new LeadFile.Row(2, List.of("zoë@example.com", "Harbour Lane")),
                        new LeadFile.Row(3, List.of("noor@example.com", "")));
    }

    @Test
    void lines_may_end_as_on_any_system_and_the_last_need_not_end() {
        for (String end : List.of("\n", "\r\n")) {
            assertThat(rows(files().open(source("Email" + end + "a@example.com" + end + "b@example.com"))))
                    .extracting(row -> row.cells().getFirst())
                    .containsExactly("a@example.com", "b@example.com");
        }
    }

    @Test
    void a_header_without_rows_is_a_file_without_people() {
        assertThat(rows(files().open(source("Email,Company\n")))).isEmpty();
    }

    @Test
    void closing_the_file_closes_every_stream_behind_it() {
        try (LeadFile file = files().open(source("Email\na@example.com\nb@example.com\n"))) {
            assertThat(file.rows().next().line()).isEqualTo(2);
        }

        assertThat(opened).isPositive();
        assertThat(closed).isEqualTo(opened);
    }

    @Test
    void without_a_header_there_is_nothing_to_read() {
        assertThatThrownBy(() -> files().open(source(""))).isInstanceOfSatisfying(UnreadableLeadFile.class, empty -> {
            assertThat(empty.code()).isEqualTo("file_empty");
            assertThat(empty.line()).isZero();
        });
    }

    @Test
    void bytes_that_cannot_be_had_are_a_file_that_cannot_be_read() {
        LeadFiles.Source gone = () -> {
            throw new IOException("permission denied");
        };
        LeadFiles.Source breaks = () -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };

        for (LeadFiles.Source source : List.of(gone, breaks)) {
            assertThatThrownBy(() -> rows(files().open(source)))
                    .isInstanceOfSatisfying(
                            UnreadableLeadFile.class,
                            broken -> assertThat(broken.code()).isEqualTo("file_unreadable"));
        }
    }
}
