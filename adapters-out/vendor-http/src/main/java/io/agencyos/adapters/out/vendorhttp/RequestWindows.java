package io.agencyos.adapters.out.vendorhttp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What a vendor's answers say about the requests that it will still take. Source: vendors/index 3, apollo 9. */
@FunctionalInterface
public interface RequestWindows {

    /** For a vendor that says nothing: its own refusals tell soon enough. */
    RequestWindows UNTOLD = (header, now) -> Duration.ZERO;

    /**
     * How long nothing more should be asked for by the operation that was just answered; zero where it may go on.
     *
     * @param header first value of an answer's header by its name in lower case
     * @param now when the answer came
     */
    Duration closedFor(Function<String, Optional<String>> header, Instant now);
}
