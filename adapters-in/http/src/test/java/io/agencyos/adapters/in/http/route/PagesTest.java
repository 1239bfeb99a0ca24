package io.agencyos.adapters.in.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists that are read whole, page by page. Source: api 1.4. */
class PagesTest {

    private record Row(String key, UUID id) {}

    /** Of each key several, so that pages end between rows that sort alike. */
    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>(IntStream.range(0, 23)
                .mapToObj(i -> new Row("key " + i / 7, new UUID(i % 3 - 1L, i)))
                .toList());
        Collections.shuffle(rows, new Random(7));
        return rows;
    }

    private static Page<Row> page(List<Row> rows, String sort, Optional<Paging.Position> after) {
        return Pages.of(rows, new Paging(3, sort, after, false), Row::key, Row::id, row -> row);
    }

    private static List<Row> walked(List<Row> rows, String sort) {
        List<Row> seen = new ArrayList<>();
        Page<Row> page = page(rows, sort, Optional.empty());
        seen.addAll(page.items());
        while (page.next().isPresent()) {
            page = page(rows, sort, page.next());
            seen.addAll(page.items());
        }
        return seen;
    }

    @Test // api 1.4: every row once, also where many have the same key, in either direction
    void pages_end_between_rows_that_sort_alike_and_neither_repeat_nor_skip() {
        List<Row> rows = rows();
        List<Row> upwards = walked(rows, "key");

        assertThat(upwards).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(upwards).extracting(Row::key).isSorted();
        assertThat(walked(rows, "-key")).isEqualTo(upwards.reversed());
    }

    @Test // api 1.4: cursors are stable under writes
    void rows_that_come_or_go_meanwhile_neither_repeat_nor_hide_others() {
        List<Row> rows = rows();
        Page<Row> first = page(rows, "key", Optional.empty());
        Row gone = first.items().getLast();
        List<Row> later = new ArrayList<>(rows);
        later.remove(gone);
        later.add(new Row("", UUID.randomUUID()));
        List<Row> rest = new ArrayList<>();
        Page<Row> page = first;
        while (page.next().isPresent()) {
            page = page(later, "key", page.next());
            rest.addAll(page.items());
        }

        List<Row> expected = walked(rows, "key").subList(3, rows.size());
        assertThat(rest)
                .as("the row that the page ended with is gone, the rest comes on")
                .isEqualTo(expected);
    }
}
