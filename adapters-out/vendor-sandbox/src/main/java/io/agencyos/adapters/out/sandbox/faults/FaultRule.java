package io.agencyos.adapters.out.sandbox.faults;

import java.util.regex.Pattern;

/**
 * One knob. It strikes where the pattern is found in "METHOD /path" (or in "type address" for what the world does
 * itself), either the next so many times or with odds per million.
 *
 * @param next how many matching occasions it strikes; 0 means by odds
 * @param retryAfterSeconds value of the Retry-After header of a status; negative for none
 */
public record FaultRule(
        FaultKind kind, String pattern, int next, int odds, int status, int retryAfterSeconds, int delayMs) {

    public FaultRule {
        Pattern.compile(pattern);
    }

    /** Strikes the next so many matching occasions, then never again. */
    public static FaultRule next(int times, FaultKind kind, String pattern) {
        return new FaultRule(kind, pattern, times, 0, 503, -1, 0);
    }

    /** Strikes each matching occasion with the given odds per million. */
    public static FaultRule odds(int perMillion, FaultKind kind, String pattern) {
        return new FaultRule(kind, pattern, 0, perMillion, 503, -1, 0);
    }

    /** The same with another status (default 503). */
    public FaultRule answering(int newStatus) {
        return new FaultRule(kind, pattern, next, odds, newStatus, retryAfterSeconds, delayMs);
    }

    /** The same with a Retry-After header. */
    public FaultRule retryAfter(int seconds) {
        return new FaultRule(kind, pattern, next, odds, status, seconds, delayMs);
    }

    /** The same with a delay, for latency. */
    public FaultRule delay(int milliseconds) {
        return new FaultRule(kind, pattern, next, odds, status, retryAfterSeconds, milliseconds);
    }
}
