package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.vendorhttp.FailureDeviations;
import io.agencyos.adapters.out.vendorhttp.HttpAnswer;
import io.agencyos.adapters.out.vendorhttp.SendOutcomes;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Refusals of the vendor's and of our own, and what they mean for a send. Source: salesforge 7, vendors/index 4. */
final class Failures {

    static final String VENDOR = "salesforge";

    /** Where this vendor's answers deviate from the usual. */
    static final FailureDeviations DEVIATIONS = Failures::deviation;

    private static final Duration BUSY = Duration.ofSeconds(10);

    private Failures() {}

    private static Optional<VendorFailure> deviation(HttpAnswer answer, Details details) {
        return switch (answer.status()) {
            case 403 -> Optional.of(new VendorFailure.Unauthorized(details.withVendorCode("SCOPE")));
            case 422 ->
                speaksOfCapacity(details.message())
                        ? Optional.of(new VendorFailure.OutOfCredits(details.withVendorCode("CAPACITY")))
                        : Optional.empty();
            case 423 -> Optional.of(new VendorFailure.RateLimited(details, BUSY));
            default -> Optional.empty();
        };
    }

    private static boolean speaksOfCapacity(String message) {
        String words = message.toLowerCase(Locale.ROOT);
        return Stream.of("capacity", "credits", "balance").anyMatch(words::contains);
    }

    static VendorFailure notConfigured(String vendor, String operation) {
        return new VendorFailure.Unauthorized(Details.of(vendor, operation, vendor + " is not configured"));
    }

    static VendorFailure invalid(String operation, String field, String reason) {
        return new VendorFailure.Invalid(Details.of(VENDOR, operation, reason), field, reason);
    }

    static VendorFailure contract(String operation, String message) {
        return new VendorFailure.Unavailable(
                Details.of(VENDOR, operation, message).withVendorCode("CONTRACT"));
    }

    /** Nothing was sent; come back after the wait. Never counts as a failed attempt. */
    static SendOutcome.NotAccepted notYet(String code, String message, Duration wait) {
        Details details = Details.of(VENDOR, "send", message).withVendorCode(code);
        return new SendOutcome.NotAccepted(new VendorFailure.RateLimited(details, wait), wait);
    }

    /** What a failed hand-over came to. */
    static SendOutcome outcome(VendorFailure failure) {
        return SendOutcomes.of(failure);
    }

    /** What a failure before the hand-over came to: whatever that call did, no e-mail left by it. */
    static SendOutcome outcomeBeforeSending(VendorFailure failure) {
        return SendOutcomes.beforeSending(failure);
    }
}
