package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.ParsedSql;
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

    @Test
    void names_are_parameters_and_neither_casts_nor_quotes_nor_comments_hold_any() {
        ParsedSql parsed = StatementText.parse("""
            select :one::int, ':two', ":three" -- :four
             where a = any (:five) /* :six */ and b = :one and c[1:2] is null\
            """).orElseThrow();

        assertThat(parsed.getParameters().getParameterNames()).containsExactly("one", "five", "one", "2");
        assertThat(parsed.getSql()).isEqualTo("""
            select ?::int, ':two', ":three" -- :four
             where a = any (?) /* :six */ and b = ? and c[1?] is null\
            """);
    }

    @Test
    void what_the_house_does_not_write_is_left_to_jdbi() {
        assertThat(List.of("select ?", "select '\\:a'", "select $$:a$$"))
                .allSatisfy(sql -> assertThat(StatementText.parse(sql)).isEmpty());
        assertThat(new KnownStatements()
                        .parse("select ?", context)
                        .getParameters()
                        .isPositional())
                .isTrue();
    }

    @Test
    void every_text_is_taken_apart_as_jdbi_does_it() {
        List<String> parts = List.of(
                ":a", ":b_1", "::", ":", "or", " ", "'", "''", "\"", "--", "\n", "/*", "*/", "-", "/", "(", "\u00e9",
                ".", "1", "[");
        Random random = new Random(7);
        ColonPrefixSqlParser theirs = new ColonPrefixSqlParser();
        for (int i = 0; i < 3_000; i++) {
            String sql = random.ints(random.nextInt(12), 0, parts.size())
                    .mapToObj(parts::get)
                    .collect(Collectors.joining());
            if (sql.contains("//") || sql.contains("\"\"")) {
                assertThat(StatementText.parse(sql)).isEmpty();
                continue;
            }
            ParsedSql wanted = theirs.parse(sql, context);
            ParsedSql parsed = StatementText.parse(sql).orElseThrow();
            assertThat(parsed.getSql()).as(sql).isEqualTo(wanted.getSql());
            assertThat(parsed.getParameters()).as(sql).isEqualTo(wanted.getParameters());
        }
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
