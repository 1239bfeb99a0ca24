package io.agencyos.application.outreach.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a vendor says about a hand-over whose answer was lost. Source: outreach 4.5. */
public sealed interface LookupOutcome {

    /** It was accepted. {@code sentAt} is null when the vendor does not say when. */
    record Found(String vendorRef, @Nullable Instant sentAt) implements LookupOutcome {}

    /** Everything that could show it was read, and it is not there. */
    record Absent() implements LookupOutcome {}

    /** Something could not be read; ask again later. */
    record Inconclusive(String reason) implements LookupOutcome {}
}
