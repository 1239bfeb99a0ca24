package io.agencyos.adapters.out.vendorhttp;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads {@code Retry-After}: seconds or an HTTP date, 0 to 3,600 s. Source: vendors/index 2. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /** The wait that the header asks for at {@code now}; {@code usual} where there is none that can be read. */
    static Duration read(Optional<String> header, Instant now, Duration usual) {
        return header.map(String::strip)
                .flatMap(text -> parse(text, now))
                .map(RetryAfter::cut)
                .orElse(usual);
    }

    private static Optional<Duration> parse(String text, Instant now) {
        if (text.matches("-?\\d{1,18}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, until));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** At most what anybody is made to wait for before asking again. */
    static Duration cut(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
