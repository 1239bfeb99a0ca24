package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
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

    /** Pieces of statements, plain and otherwise, that stand beside each other in any order. */
    private static final List<String> PIECES = List.of(
            "select ",
            "a",
            " = ",
            ":one",
            ":two_3",
            "::text",
            "::uuid[]",
            ", ",
            "(",
            ")",
            "'it is :no one'",
            "'it''s'",
            "''",
            "'",
            "x ->> 'y'",
            " - ",
            "--",
            " -- :note\n",
            "/",
            "/* :x */",
            "/*",
            "\"",
            "\"A:b\"",
            ":",
            "::",
            ":1",
            "?",
            "??",
            "a[1:2]",
            "$1",
            "$$",
            "#",
            "\\",
            ".",
            ":one.b",
            ":one#b",
            "'\\+6'",
            "'\\'",
            "#>> '{}'",
            "collate \"C\"",
            "1.5",
            ";",
            " <> ",
            " % ",
            "~*",
            "|| '%'",
            "@>",
            "{}",
            "é",
            ":é",
            "\n",
            "\t");

    @Test
    void what_is_plain_is_taken_apart_as_the_grammar_does() {
        SqlParser grammar = new ColonPrefixSqlParser(new KnownStatements.NoMemory());
        Random random = new Random(7);
        int plain = 0;
        for (int i = 0; i < 20_000; i++) {
            String sql = random.ints(1 + random.nextInt(6), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            Optional<ParsedSql> parsed = PlainStatement.parse(sql);
            if (parsed.isPresent()) {
                plain++;
                assertThat(parsed.get()).as(sql).isEqualTo(grammar.parse(sql, context));
            }
        }
        assertThat(plain).isGreaterThan(2_000);
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
