package io.agencyos.domain.shared;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an outside service did not do what it was asked, the same eight kinds for all of them. It is answered, never
 * thrown. Source: vendors/index 2, outreach 4.7.
 */
public sealed interface VendorFailure {

    /** Where and how it failed. */
    Details details();

    /** Credential, right or plan missing: the connection needs a person. */
    record Unauthorized(Details details) implements VendorFailure {}

    /** The account is empty or the budget spent. */
    record OutOfCredits(Details details) implements VendorFailure {}

    /**
     * Asked too often; never counts as a failed attempt.
     *
     * @param retryAfter 0 to 3,600 seconds, values beyond are cut
     */
    record RateLimited(Details details, Duration retryAfter) implements VendorFailure {

        private static final Duration LONGEST = Duration.ofHours(1);

        /** Cuts the wait to the range 0 to 3,600 s. */
        public RateLimited {
            if (retryAfter.isNegative()) {
                retryAfter = Duration.ZERO;
            } else if (retryAfter.compareTo(LONGEST) > 0) {
                retryAfter = LONGEST;
            }
        }
    }

    /**
     * Our request, or the recipient in it, is wrong.
     *
     * @param field the offending field in our words, empty when the vendor names none
     */
    record Invalid(Details details, String field, String reason) implements VendorFailure {}

    /** There is no such thing. */
    record NotFound(Details details) implements VendorFailure {}

    /** It exists or was done already. */
    record Conflict(Details details) implements VendorFailure {}

    /** The service is down, unreachable or unreadable. */
    record Unavailable(Details details) implements VendorFailure {}

    /** No answer in time; of a write the outcome is then unknown. */
    record Timeout(Details details) implements VendorFailure {}

    /** True when a write may have taken effect, so that it must be looked up and never simply repeated. */
    default boolean ambiguous() {
        return details().ambiguous();
    }

    /** The kind's name on the wire, for logs and counters: {@code rate_limited}. */
    default String kind() {
        return switch (this) {
            case Unauthorized f -> "unauthorized";
            case OutOfCredits f -> "out_of_credits";
            case RateLimited f -> "rate_limited";
            case Invalid f -> "invalid";
            case NotFound f -> "not_found";
            case Conflict f -> "conflict";
            case Unavailable f -> "unavailable";
            case Timeout f -> "timeout";
        };
    }

    /** One sentence for people, with the service's own words where they say more than the kind does. */
    default String told() {
        String sentence = switch (this) {
            case Unauthorized f -> "The vendor does not accept the key";
            case OutOfCredits f -> "The vendor's account has no credits left";
            case RateLimited f -> "The vendor takes no more requests for now";
            case Invalid f -> "The vendor does not accept the input";
            case NotFound f -> "The vendor does not know it";
            case Conflict f -> "The vendor has it already";
            case Unavailable f -> "The vendor cannot be reached or read";
            case Timeout f -> "The vendor did not answer in time";
        };
        String own = details().message().strip();
        boolean silent =
                own.isEmpty() || own.equalsIgnoreCase(kind()) || own.equalsIgnoreCase(kind().replace('_', ' '));
        return silent ? sentence + "." : sentence + ": " + own;
    }

    /**
     * What all kinds have in common.
     *
     * @param vendor name of the service, data and never compared with
     * @param operation what was asked of it, in the port's words
     * @param httpStatus status of the answer, if there was one
     * @param vendorCode the service's own error code, if it gave one
     * @param message the service's message or ours; neither secrets nor personal data
     * @param requestId the service's id of the request, for its support
     * @param ambiguous a write may have taken effect all the same
     */
    record Details(
            String vendor,
            String operation,
            @Nullable Integer httpStatus,
            @Nullable String vendorCode,
            String message,
            @Nullable String requestId,
            boolean ambiguous) {

        /** A failure without an answer, certain to have had no effect. */
        public static Details of(String vendor, String operation, String message) {
            return new Details(vendor, operation, null, null, message, null, false);
        }

        /** The same with the status of the answer. */
        public Details withStatus(int status) {
            return new Details(vendor, operation, status, vendorCode, message, requestId, ambiguous);
        }

        /** The same with the service's own error code. */
        public Details withVendorCode(String code) {
            return new Details(vendor, operation, httpStatus, code, message, requestId, ambiguous);
        }

        /** The same with the service's id of the request. */
        public Details withRequestId(String id) {
            return new Details(vendor, operation, httpStatus, vendorCode, message, id, ambiguous);
        }

        /** The same for a write that may have taken effect. */
        public Details asAmbiguous() {
            return new Details(vendor, operation, httpStatus, vendorCode, message, requestId, true);
        }

        /** The status of the answer, if there was one. */
        public Optional<Integer> status() {
            return Optional.ofNullable(httpStatus);
        }
    }
}
