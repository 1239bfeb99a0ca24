package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an assignment ends; only one that is active does. Source: scoring POOL-3 (assignment), POOL-4. */
public final class ClaimMachine {

    /** A client that never writes to a person loses it after this long. */
    public static final Duration UNUSED = Duration.ofDays(90);

    /** When the client is told that it will. */
    public static final Duration WARNED = Duration.ofDays(75);

    /** What ends an assignment. */
    public sealed interface End {

        record Released(ReleaseReason reason) implements End {}

        record Converted() implements End {}

        /** @param lastContactedAt null when nothing was ever sent */
        record Unused(Instant assignedAt, @Nullable Instant lastContactedAt, Instant now) implements End {}
    }

    /** {@code invalid_pool_transition}: nothing changes. */
    public record IllegalEnd(ClaimStatus from, End end) {}

    private ClaimMachine() {}

    /** The status in which {@code end} leaves an assignment that is {@code from}. */
    public static Result<ClaimStatus, IllegalEnd> on(ClaimStatus from, End end) {
        if (from != ClaimStatus.ACTIVE) {
            return Result.err(new IllegalEnd(from, end));
        }
        return switch (end) {
            case End.Released released -> Result.ok(ClaimStatus.RELEASED);
            case End.Converted converted -> Result.ok(ClaimStatus.CONVERTED);
            case End.Unused(Instant assigned, Instant contacted, Instant now) ->
                contacted == null && !now.isBefore(assigned.plus(UNUSED))
                        ? Result.ok(ClaimStatus.EXPIRED)
                        : Result.err(new IllegalEnd(from, end));
        };
    }
}
