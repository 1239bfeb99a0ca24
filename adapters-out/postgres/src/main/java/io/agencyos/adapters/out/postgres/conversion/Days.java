package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.application.conversion.learning.LearningFacts.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days by which facts are counted: from 14:00 UTC on, when Sydney's days begin in standard time. A window of learning
 * that begins or ends elsewhere, as every other does where summer time begins, is those days and an edge on either side.
 */
record Days(int first, int last, List<Span> edges) {

    private static final long OFFSET = Duration.ofHours(14).toSeconds();
    private static final long LENGTH = Duration.ofDays(1).toSeconds();

    /** Whole days from the first on until before the last, and what is left of the span. */
    static Days in(Span span) {
        long first = Math.ceilDiv(
                span.from().getEpochSecond() - OFFSET + (span.from().getNano() > 0 ? 1 : 0), LENGTH);
        long last = Math.floorDiv(span.until().getEpochSecond() - OFFSET, LENGTH);
        if (first >= last) {
            return new Days(0, 0, List.of(span));
        }
        return new Days(
                Math.toIntExact(first),
                Math.toIntExact(last),
                Stream.of(new Span(span.from(), begin(first)), new Span(begin(last), span.until()))
                        .filter(edge -> edge.from().isBefore(edge.until()))
                        .toList());
    }

    /** Each of the days whole. */
    static List<Span> spans(Collection<Integer> days) {
        List<Span> spans = new ArrayList<>();
        days.stream().sorted().forEach(day -> spans.add(new Span(begin(day), begin(day + 1L))));
        return spans;
    }

    private static Instant begin(long day) {
        return Instant.ofEpochSecond(day * LENGTH + OFFSET);
    }

    /** The day of an instant, in SQL. */
    static String of(String at) {
        return "floor((extract(epoch from %s) - %d) / %d)::int".formatted(at, OFFSET, LENGTH);
    }
}
