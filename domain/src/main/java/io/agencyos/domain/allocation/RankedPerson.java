package io.agencyos.domain.allocation;

import io.agencyos.domain.shared.id.PoolPersonId;
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

    /** Among those of one score: confidence with the unknown last, then the older, then the id. */
    public static final Comparator<RankedPerson> AMONG_EQUALS = Comparator.comparing(
                    RankedPerson::confidence, Comparator.nullsLast(Comparator.<Integer>reverseOrder()))
            .thenComparing(RankedPerson::createdAt)
            .thenComparing(person -> person.id().text());

    /** The best first: ALS, then as among equals. */
    public static final Comparator<RankedPerson> BEST_FIRST =
            Comparator.comparingInt(RankedPerson::score).reversed().thenComparing(AMONG_EQUALS);
}
