package io.agencyos.adapters.out.smtpimap;

import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;

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
