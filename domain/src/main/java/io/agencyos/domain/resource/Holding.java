package io.agencyos.domain.resource;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends from, its own or lent.
 *
 * @param lent whether it is the platform's
 * @param extra whether staff gave it beyond the plan, so that no plan takes it back
 * @param sends of the last 30 days
 * @param lastUsedAt null when the client never used it
 */
public record Holding(
        LentResource resource,
        boolean lent,
        boolean extra,
        int sends,
        @Nullable Instant lastUsedAt) {

    private static final Comparator<Holding> LEAST_USED = Comparator.comparingInt(Holding::sends)
            .thenComparing(holding -> holding.lastUsedAt() == null ? Instant.MIN : holding.lastUsedAt())
            .thenComparing(holding -> holding.resource().id().value().toString());

    /** How many of this kind a client is short of; what it brought itself counts like what was lent. Source: RES-3. */
    public static int missing(Collection<Holding> all, ResourceKind kind, int wanted) {
        long had = all.stream().filter(one -> one.resource().kind() == kind).count();
        return Math.max(0, wanted - Math.toIntExact(had));
    }

    /** What goes back when a plan has room for so many: only what was lent by the plan, the least used first. PLAN-6. */
    public static List<Holding> surplus(Collection<Holding> all, ResourceKind kind, int wanted) {
        List<Holding> ofKind =
                all.stream().filter(one -> one.resource().kind() == kind).toList();
        return ofKind.stream()
                .filter(one -> one.lent() && !one.extra())
                .sorted(LEAST_USED)
                .limit(Math.max(0, ofKind.size() - wanted))
                .toList();
    }
}
