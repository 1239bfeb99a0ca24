package io.agencyos.adapters.out.smtpimap;

import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.contact.EmailAddress;

/** Refusals in the product's words. None carries an address, a secret or a server's own text. */
final class Failures {

    static final String VENDOR = "smtp-imap";

    private Failures() {}

    static Details details(String operation, String message) {
        return Details.of(VENDOR, operation, message);
    }

    static VendorFailure invalid(String operation, String field, String reason) {
        return new VendorFailure.Invalid(details(operation, reason), field, reason);
    }

    static VendorFailure unavailable(String operation, String message) {
        return new VendorFailure.Unavailable(details(operation, message));
    }

    static VendorFailure unauthorized(String operation, String message) {
        return new VendorFailure.Unauthorized(details(operation, message));
    }

    static VendorFailure notConfigured(String operation) {
        return unauthorized(operation, "the mailbox is not configured");
    }

    /** The same, told with where it was met. */
    static VendorFailure at(String where, VendorFailure failure) {
        Details told = details(
                failure.details().operation(), where + ": " + failure.details().message());
        return switch (failure) {
            case VendorFailure.Unauthorized no -> new VendorFailure.Unauthorized(told);
            case VendorFailure.OutOfCredits no -> new VendorFailure.OutOfCredits(told);
            case VendorFailure.RateLimited no -> new VendorFailure.RateLimited(told, no.retryAfter());
            case VendorFailure.Invalid no -> new VendorFailure.Invalid(told, no.field(), no.reason());
            case VendorFailure.NotFound no -> new VendorFailure.NotFound(told);
            case VendorFailure.Conflict no -> new VendorFailure.Conflict(told);
            case VendorFailure.Unavailable no -> new VendorFailure.Unavailable(told);
            case VendorFailure.Timeout no -> new VendorFailure.Timeout(told);
        };
    }

    /** A transport error without what its text may quote, such as an address. */
    static String kindOf(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    static boolean isAscii(EmailAddress address) {
        return address.value().chars().allMatch(c -> c < 128);
    }
}
