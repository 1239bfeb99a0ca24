package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one hand-over to a vendor came to. Source: vendor catalogue 4, outreach 4.7. */
public sealed interface SendOutcome {

    /** The vendor has it. {@code vendorRef} is its reference; unique per vendor and client. */
    record Accepted(String vendorRef) implements SendOutcome {}

    /** A definite no for this message or this recipient; sending it again would be refused again. */
    record Rejected(VendorFailure failure) implements SendOutcome {}

    /** Definitely not taken; may be tried again no earlier than after {@code retryAfter}. */
    record NotAccepted(VendorFailure failure, @Nullable Duration retryAfter) implements SendOutcome {}

    /** Nobody knows. Only a look-up may settle it. */
    record Ambiguous(VendorFailure failure) implements SendOutcome {}
}
