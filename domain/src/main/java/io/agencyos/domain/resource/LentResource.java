package io.agencyos.domain.resource;

import io.agencyos.domain.shared.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A sending domain or a number that the platform owns and lends to clients. Source: scoring RES-1, RES-2.
 *
 * @param value the domain or the number, unique in its kind
 * @param capacity how many clients may have it at once; 1 is a dedicated one
 * @param clients how many have it now
 * @param reputation 0 to 100
 * @param warmedAt when its warm-up was completed, null while it is not
 * @param holdUntil until when nobody new gets it
 */
@AggregateRoot
public record LentResource(
        @Identity ResourceId id,
        ResourceKind kind,
        String value,
        ResourceStatus status,
        int capacity,
        int clients,
        int reputation,
        @Nullable Instant warmedAt,
        @Nullable Instant holdUntil,
        Instant createdAt) {

    private static final Comparator<LentResource> ORDER = Comparator.comparing(LentResource::isWarm)
            .thenComparingInt(LentResource::reputation)
            .reversed()
            .thenComparingInt(LentResource::clients)
            .thenComparing(LentResource::createdAt)
            .thenComparing(resource -> resource.id().value());

    /** Whether its warm-up is behind it. */
    public boolean isWarm() {
        return warmedAt != null;
    }

    /** Whether another client can be given it. */
    public boolean isFree() {
        return status == ResourceStatus.AVAILABLE && clients < capacity;
    }

    /** Those that can be lent, best first: warmed, reputation, fewer clients, oldest. Source: RES-2. */
    public static List<LentResource> inOrder(Collection<LentResource> resources) {
        return resources.stream().filter(LentResource::isFree).sorted(ORDER).toList();
    }
}
