package io.agencyos.adapters.out.apollo;

import io.agencyos.adapters.out.vendorhttp.RequestWindows;
import io.agencyos.application.platform.vendor.VendorLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The vendor counts each endpoint's requests by minute, hour and day and tells both limit and rest; with a fiftieth left an
 * endpoint rests until its window ends. An unlimited window has an empty header. Source: apollo 9.
 */
final class Windows implements RequestWindows {

    private static final int FIFTIETH = 50;

    private enum Window {
        MINUTE("minute", ChronoUnit.MINUTES),
        HOUR("hourly", ChronoUnit.HOURS),
        DAY("24-hour", ChronoUnit.DAYS);

        private final String limit;
        private final String rest;
        private final ChronoUnit length;

        Window(String name, ChronoUnit length) {
            this.limit = "x-rate-limit-" + name;
            this.rest = "x-" + name + "-requests-left";
            this.length = length;
        }

        private Duration closedFor(Function<String, Optional<String>> header, Instant now) {
            Optional<Long> most = header.apply(limit).flatMap(Windows::count);
            Optional<Long> left = header.apply(rest).flatMap(Windows::count);
            return rest(length, most, left, now);
        }
    }

    /** The same of a window that was told in another way. */
    static Duration closedFor(VendorLimits.Window window, Instant now) {
        ChronoUnit length = switch (window.period()) {
            case MINUTE -> ChronoUnit.MINUTES;
            case HOUR -> ChronoUnit.HOURS;
            case DAY -> ChronoUnit.DAYS;
        };
        return rest(length, window.limit(), window.left(), now);
    }

    private static Duration rest(ChronoUnit length, Optional<Long> most, Optional<Long> left, Instant now) {
        boolean nearlyUsedUp = most.isPresent() && left.isPresent() && left.get() * FIFTIETH <= most.get();
        return nearlyUsedUp ? Duration.between(now, now.truncatedTo(length).plus(1, length)) : Duration.ZERO;
    }

    @Override
    public Duration closedFor(Function<String, Optional<String>> header, Instant now) {
        return Stream.of(Window.values())
                .map(window -> window.closedFor(header, now))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static Optional<Long> count(String text) {
        return text.strip().matches("\\d{1,12}") ? Optional.of(Long.parseLong(text.strip())) : Optional.empty();
    }
}
