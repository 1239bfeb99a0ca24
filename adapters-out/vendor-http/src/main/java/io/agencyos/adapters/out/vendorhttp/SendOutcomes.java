package io.agencyos.adapters.out.vendorhttp;

import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.util.Optional;

/** What a failed call means for a hand-over, the same for every channel. Source: vendors/index 4. */
public final class SendOutcomes {

    private SendOutcomes() {}

    /** What a failed hand-over came to. */
    public static SendOutcome of(VendorFailure failure) {
        if (failure.ambiguous()) {
            return new SendOutcome.Ambiguous(failure);
        }
        return switch (failure) {
            case VendorFailure.RateLimited limited -> new SendOutcome.NotAccepted(limited, limited.retryAfter());
            case VendorFailure.Unavailable down -> new SendOutcome.NotAccepted(down, null);
            case VendorFailure.Timeout late -> new SendOutcome.NotAccepted(late, null);
            case VendorFailure.Unauthorized f -> new SendOutcome.Rejected(f);
            case VendorFailure.OutOfCredits f -> new SendOutcome.Rejected(f);
            case VendorFailure.Invalid f -> new SendOutcome.Rejected(f);
            case VendorFailure.NotFound f -> new SendOutcome.Rejected(f);
            case VendorFailure.Conflict f -> new SendOutcome.Rejected(f);
        };
    }

    /** It was taken under this reference; without one nobody knows what was. */
    public static SendOutcome accepted(Optional<String> ref, Details answered) {
        return ref.<SendOutcome>map(SendOutcome.Accepted::new).orElseGet(() -> unclear(answered));
    }

    /** An answer that does not say what became of the hand-over. */
    public static SendOutcome unclear(Details answered) {
        return new SendOutcome.Ambiguous(new VendorFailure.Unavailable(
                answered.withVendorCode("CONTRACT").asAmbiguous()));
    }

    /** What a failure before the hand-over came to: whatever that call did, nobody was contacted by it. */
    public static SendOutcome beforeSending(VendorFailure failure) {
        return of(certain(failure));
    }

    private static VendorFailure certain(VendorFailure failure) {
        Details d = failure.details();
        Details sure = new Details(
                d.vendor(), d.operation(), d.httpStatus(), d.vendorCode(), d.message(), d.requestId(), false);
        return switch (failure) {
            case VendorFailure.Unavailable f -> new VendorFailure.Unavailable(sure);
            case VendorFailure.Timeout f -> new VendorFailure.Timeout(sure);
            case VendorFailure.RateLimited f -> f;
            case VendorFailure.Unauthorized f -> f;
            case VendorFailure.OutOfCredits f -> f;
            case VendorFailure.Invalid f -> f;
            case VendorFailure.NotFound f -> f;
            case VendorFailure.Conflict f -> f;
        };
    }
}
