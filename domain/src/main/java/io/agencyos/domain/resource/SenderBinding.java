package io.agencyos.domain.resource;

import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which sender a lead's touches on a channel come from: chosen at the first one, kept for all that follow, because
 * threads, persona and relations hang on it. Source: scoring ALLOC-1 steps 3 and 4.
 */
public final class SenderBinding {

    /** How long a bound sender that pauses is waited for. */
    public static final Duration PATIENCE = Duration.ofDays(5);

    private static final Comparator<Sender> ORDER = Comparator.comparingInt(Sender::left)
            .reversed()
            .thenComparing(sender -> sender.lastUsedAt() == null ? Instant.MIN : sender.lastUsedAt())
            .thenComparing(sender -> sender.id().value());

    private SenderBinding() {}

    /**
     * Something to send with.
     *
     * @param left outbound capacity that is left today
     * @param lastUsedAt null when it was never used
     */
    public record Sender(ResourceId id, int left, @Nullable Instant lastUsedAt) {}

    /** How the sender stands that a lead is bound to. */
    public sealed interface Standing {

        /** It can send now. */
        record Ready() implements Standing {}

        /** Nothing is left today. */
        record Exhausted() implements Standing {}

        /** It does not send since then, and may again. */
        record Paused(Instant since) implements Standing {}

        /** Retired, restricted or taken from the client. */
        record Gone() implements Standing {}
    }

    /** What becomes of the touch. */
    public enum Decision {
        /** It goes out from where the others came from. */
        KEEP,
        /** It waits for its sender. */
        DEFER,
        /** It goes out from another one, of the same persona where there is one, in a new thread. */
        REBIND
    }

    /** The sender of a first touch: most left today, then longest unused; empty where nothing is left. */
    public static Optional<Sender> first(Collection<Sender> usable) {
        return usable.stream().filter(sender -> sender.left() > 0).min(ORDER);
    }

    /** What becomes of a later touch, by the sender that it is bound to. */
    public static Decision followUp(Standing bound, Instant now) {
        return switch (bound) {
            case Standing.Ready ready -> Decision.KEEP;
            case Standing.Exhausted exhausted -> Decision.DEFER;
            case Standing.Paused(Instant since) ->
                Duration.between(since, now).compareTo(PATIENCE) <= 0 ? Decision.DEFER : Decision.REBIND;
            case Standing.Gone gone -> Decision.REBIND;
        };
    }
}
