package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.application.conversion.learning.store.LearningFacts.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The slots by which facts are counted: Sydney's days begin at 14:00 UTC, in summer at 13:00, so that each day is a slot of
 * 23 hours from 14:00 on and one of an hour. Windows of learning begin and end where slots do; what is left of another
 * span are its edges.
 *
 * @param first slot that lies in the span
 * @param last slot that lies behind it
 */
record Days(int first, int last, List<Span> edges) {

    private static final long OFFSET = Duration.ofHours(14).toSeconds();
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final long LONG_SLOT = Duration.ofHours(23).toSeconds();

    /** Whole slots, and what is left of the span. */
    static Days in(Span span) {
        int begun = slot(span.from());
        int first = begin(begun).equals(span.from()) ? begun : begun + 1;
        int last = slot(span.until());
        if (first >= last) {
            return new Days(0, 0, List.of(span));
        }
        return new Days(
                first,
                last,
                Stream.of(new Span(span.from(), begin(first)), new Span(begin(last), span.until()))
                        .filter(edge -> edge.from().isBefore(edge.until()))
                        .toList());
    }

    /** The spans of these slots; those that follow each other are one. */
    static List<Span> spans(Collection<Integer> slots) {
        List<Span> spans = new ArrayList<>();
        for (int slot : slots.stream().sorted().toList()) {
            Span one = new Span(begin(slot), begin(slot + 1));
            if (!spans.isEmpty() && spans.getLast().until().equals(one.from())) {
                one = new Span(spans.removeLast().from(), one.until());
            }
            spans.add(one);
        }
        return spans;
    }

    private static int slot(Instant at) {
        long since = at.getEpochSecond() - OFFSET;
        return Math.toIntExact(2 * Math.floorDiv(since, DAY) + Math.floorMod(since, DAY) / LONG_SLOT);
    }

    private static Instant begin(int slot) {
        return Instant.ofEpochSecond(OFFSET + (slot >> 1) * DAY + (slot & 1) * LONG_SLOT);
    }

    /** The slot of an instant, in SQL. */
    static String of(String at) {
        String since = "(floor(date_part('epoch', %s))::bigint - %d)".formatted(at, OFFSET);
        return "(2 * (%1$s / %2$d) + %1$s %% %2$d / %3$d)::int".formatted(since, DAY, LONG_SLOT);
    }
}
