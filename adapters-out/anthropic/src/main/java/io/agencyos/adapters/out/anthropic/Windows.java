package io.agencyos.adapters.out.anthropic;

import io.agencyos.adapters.out.vendorhttp.RequestWindows;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** With less than a tenth of a window left, the rest of it is shared out over the rest of its time. Source: anthropic 4. */
final class Windows implements RequestWindows {

    private static final int TENTH = 10;

    @Override
    public Duration closedFor(Function<String, Optional<String>> header, Instant now) {
        return Stream.of("requests", "input-tokens", "output-tokens")
                .map(window -> closedFor("anthropic-ratelimit-" + window + "-", header, now))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Duration closedFor(String window, Function<String, Optional<String>> header, Instant now) {
        Optional<Long> limit = header.apply(window + "limit").flatMap(Windows::count);
        Optional<Long> left = header.apply(window + "remaining").flatMap(Windows::count);
        Optional<Instant> reset = header.apply(window + "reset").flatMap(Windows::moment);
        if (limit.isEmpty() || left.isEmpty() || reset.isEmpty() || left.get() * TENTH >= limit.get()) {
            return Duration.ZERO;
        }
        Duration rest = Duration.between(now, reset.get());
        // a tenth of the window is taken for ten more requests
        long parts = 1 + left.get() * TENTH * TENTH / Math.max(1, limit.get());
        return rest.isNegative() ? Duration.ZERO : rest.dividedBy(parts);
    }

    private static Optional<Long> count(String text) {
        return text.strip().matches("\\d{1,12}") ? Optional.of(Long.parseLong(text.strip())) : Optional.empty();
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text.strip()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
