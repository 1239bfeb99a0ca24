package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements that are taken apart once, and how ids are told to the server. */
class KnownStatementsTest {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final StatementContext context =
            database.unitOfWork().onPlatform(() -> Db.query("select 1").getContext());

    @Test
    void a_statement_is_taken_apart_once_and_its_parameters_are_those_that_it_names() {
        KnownStatements known = new KnownStatements();
        String sql = "select :one::int, ':two', :three";

        assertThat(known.parse(sql, context)).isSameAs(known.parse(sql, context));
        assertThat(known.parse(sql, context).getSql()).isEqualTo("select ?::int, ':two', ?");
        assertThat(known.parse(sql, context).getParameters().getParameterNames())
                .containsExactly("one", "three");
    }

    @Test // lists compose their texts: nobody may fill the memory with them
    void texts_without_end_are_forgotten() {
        KnownStatements known = new KnownStatements();
        for (int i = 0; i <= KnownStatements.MOST; i++) {
            known.parse("select " + i, context);
        }

        assertThat(known.size()).isEqualTo(1);
    }

    @Test
    void ids_arrive_as_they_were_none_of_them_and_many() {
        UUID one = UUID.fromString("018f3c1e-7b2a-7c3d-9e4f-0123456789ab");
        UUID other = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

        assertThat(told(one, other)).containsExactly(one, other);
        assertThat(told()).isEmpty();
    }

    private static List<UUID> told(UUID... ids) {
        return database.unitOfWork()
                .onPlatform(() -> Db.query("select unnest(:ids)")
                        .bind("ids", ids)
                        .mapTo(UUID.class)
                        .list());
    }
}
