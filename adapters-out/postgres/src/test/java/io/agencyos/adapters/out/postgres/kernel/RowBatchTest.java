package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A few rows and many rows travel differently and arrive the same. */
class RowBatchTest {

    private static final int FEW = 3;
    private static final int MANY = 500;

    private static final String TYPES = """
        id uuid, name text, number int, small smallint, flag boolean, day date, at timestamptz, tree jsonb, words text[]\
        """;
    private static final RowShape SHAPE = new RowShape("row_batch_test", TYPES);
    private static final LeadId ID = new LeadId(UUID.randomUUID());

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Test
    void every_type_arrives_as_it_was_set_however_the_rows_travel() {
        List<String> few = onPlatform(() -> arrived(filled(FEW)));
        List<String> many = onPlatform(() -> arrived(filled(MANY)));

        assertThat(few).hasSize(FEW);
        assertThat(many).hasSize(MANY);
        assertThat(many.stream().distinct().toList())
                .isEqualTo(few.stream().distinct().toList());
        assertThat(few.getFirst())
                .contains(
                        ID.value().toString(),
                        "Zoë \\\"quoted\\\" \\\\ tab",
                        "-7",
                        "1969-07-20",
                        "in_sequence",
                        "\"words\":[]")
                .contains("2026-03-02T10:00:00.000123+00:00");
    }

    @Test
    void what_is_not_set_is_null() {
        RowBatch rows = new RowBatch(SHAPE);
        for (int i = 0; i < MANY; i++) {
            rows.row();
        }

        assertThat(onPlatform(() -> arrived(rows)).stream().distinct())
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContain(ID.value().toString()));
    }

    @Test
    void rows_of_one_shape_follow_each_other_in_one_unit() {
        List<String> second = onPlatform(() -> {
            arrived(filled(MANY));
            Db.update("drop table arrived").execute();
            return arrived(filled(MANY + 1));
        });

        assertThat(second).hasSize(MANY + 1);
    }

    @Test
    void rows_of_a_unit_that_failed_are_gone() {
        assertThatThrownBy(() -> onPlatform(() -> {
                    arrived(filled(MANY));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(onPlatform(() -> arrived(filled(MANY)))).hasSize(MANY);
    }

    @Test
    void a_column_that_the_shape_has_not_is_refused() {
        assertThatThrownBy(() -> new RowBatch(SHAPE).row().set("nme", "Priya")).hasMessageContaining("nme");
    }

    private static RowBatch filled(int count) {
        RowBatch rows = new RowBatch(SHAPE);
        for (int i = 0; i < count; i++) {
            rows.row()
                    .set("id", ID)
                    .set("name", "Zoë \"quoted\" \\ tab\t" + ZoneId.of("Australia/Lord_Howe"))
                    .set("number", -7)
                    .set("small", 100)
                    .set("flag", true)
                    .set("day", LocalDate.of(1969, 7, 20))
                    .set("at", Instant.parse("2026-03-02T10:00:00.000123Z"))
                    .set("tree", Json.of(Map.of("status", LeadStatus.IN_SEQUENCE.wire())))
                    .set("words", List.of());
        }
        return rows;
    }

    private static List<String> arrived(RowBatch rows) {
        Db.update("create temporary table arrived (" + TYPES + ") on commit drop")
                .execute();
        rows.ready().update("insert into arrived select * from {rows}").execute();
        return Db.query("select to_json(a)::text from arrived a")
                .mapTo(String.class)
                .list();
    }

    private static <T> T onPlatform(Supplier<T> work) {
        return database.unitOfWork().onPlatform(work);
    }
}
