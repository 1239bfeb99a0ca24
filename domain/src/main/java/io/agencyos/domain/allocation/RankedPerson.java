package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.PoolPersonId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A candidate with what decides its rank for one client. Source: scoring POOL-8.2.
 *
 * @param score the client's ALS, 0–100
 * @param confidence of the enrichment, per mille, null when nobody said
 */
public record RankedPerson(
        PoolPersonId id, int score, @Nullable Integer confidence, Instant createdAt) {

    /** The best first: ALS, then confidence with the unknown last, then the older, then the id. */
    public static final Comparator<RankedPerson> BEST_FIRST = Comparator.comparingInt(RankedPerson::score)
            .reversed()
            .thenComparing(RankedPerson::confidence, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(RankedPerson::createdAt)
            .thenComparing(person -> person.id().text());
}
