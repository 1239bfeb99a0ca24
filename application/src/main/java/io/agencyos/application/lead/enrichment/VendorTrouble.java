package io.agencyos.application.lead.enrichment;

import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.util.Optional;

/** What a data vendor's failure means for the run that asked it, and for the breaker of its account. Source: flows 1.5, 1.7. */
public final class VendorTrouble {

    private static final String CAPPED = "CLIENT_CAP";

    private VendorTrouble() {}

    /** The vendor was not asked, because what the client may cost there is used up: its account is not to blame. */
    static VendorFailure capped(String vendor, String operation) {
        return new VendorFailure.OutOfCredits(
                Details.of(vendor, operation, "not asked: what the client may cost there is used up")
                        .withVendorCode(CAPPED));
    }

    /** What keeps everybody who uses the account waiting; empty for what is wrong with the question alone, and for our own cap. */
    public static Optional<RunFailure> ofAccount(VendorFailure failure) {
        return isCap(failure) ? Optional.empty() : waiting(failure);
    }

    /** Whether it is our own cap that forbids to ask. */
    static boolean isCap(VendorFailure failure) {
        return CAPPED.equals(failure.details().vendorCode());
    }

    /** What is worth waiting for: it passes by itself, or a person sees to it. */
    private static Optional<RunFailure> waiting(VendorFailure failure) {
        return switch (failure) {
            case VendorFailure.RateLimited(var details, var after) ->
                Optional.of(
                        new RunFailure(FailureClass.LIMIT, "RATE_LIMITED", "The data vendor wants us to wait.", after));
            case VendorFailure.Unauthorized _ ->
                Optional.of(RunFailure.of(
                        FailureClass.CREDENTIAL,
                        "UNAUTHORIZED",
                        "The data vendor refuses the client's key. Connect it again."));
            case VendorFailure.OutOfCredits _ ->
                Optional.of(RunFailure.of(
                        FailureClass.CREDENTIAL, "OUT_OF_CREDITS", "The data vendor's credits are used up."));
            case VendorFailure.Unavailable _, VendorFailure.Timeout _ ->
                Optional.of(RunFailure.of(FailureClass.TRANSIENT, "UNAVAILABLE", "The data vendor does not answer."));
            case VendorFailure.Invalid _, VendorFailure.NotFound _, VendorFailure.Conflict _ -> Optional.empty();
        };
    }
}
