package io.agencyos.adapters.out.vendorhttp;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One vendor's interface under one credential.
 *
 * @param vendor its name, for failures and logs
 * @param credential anything that tells credentials apart and is no secret; pace and breaker are kept per vendor and
 *     credential
 * @param headers what every request carries, asked anew each time; its values never appear in a log
 * @param readTimeout for the whole answer
 * @param usualRetryAfter where a 429 does not say
 * @param windows what answers say about requests that are left
 * @param words what answers are known to say
 */
public record VendorProfile(
        String vendor,
        String credential,
        URI baseUrl,
        Supplier<Map<String, String>> headers,
        Duration readTimeout,
        Duration usualRetryAfter,
        Pacing pacing,
        FailureDeviations deviations,
        RequestWindows windows,
        WireWords words) {

    /** Of a vendor whose answers do not say how many requests are left. */
    public VendorProfile(
            String vendor,
            String credential,
            URI baseUrl,
            Supplier<Map<String, String>> headers,
            Duration readTimeout,
            Duration usualRetryAfter,
            Pacing pacing,
            FailureDeviations deviations) {
        this(
                vendor,
                credential,
                baseUrl,
                headers,
                readTimeout,
                usualRetryAfter,
                pacing,
                deviations,
                RequestWindows.UNTOLD);
    }

    /** Of a vendor whose answers are read without words of a closed list. */
    public VendorProfile(
            String vendor,
            String credential,
            URI baseUrl,
            Supplier<Map<String, String>> headers,
            Duration readTimeout,
            Duration usualRetryAfter,
            Pacing pacing,
            FailureDeviations deviations,
            RequestWindows windows) {
        this(
                vendor,
                credential,
                baseUrl,
                headers,
                readTimeout,
                usualRetryAfter,
                pacing,
                deviations,
                windows,
                WireWords.NONE);
    }

    /** The same, whose answers are known to say this. */
    public VendorProfile saying(WireWords known) {
        return new VendorProfile(
                vendor, credential, baseUrl, headers, readTimeout, usualRetryAfter, pacing, deviations, windows, known);
    }

    @Override
    public String toString() {
        return "VendorProfile[" + vendor + ", " + credential + "]";
    }
}
