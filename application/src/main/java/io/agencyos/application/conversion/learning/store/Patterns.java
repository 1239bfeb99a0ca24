package io.agencyos.application.conversion.learning.store;

import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of a client, every version. Needs an open unit of work of the tenant, as worker for writes. Source:
 * conversion intelligence 13.
 */
@SecondaryPort
public interface Patterns {

    /** The newest of each type, active or expired, by type. */
    List<LearnedPattern> newest(ClientId client);

    /** The version of a type that was made of the same cut-off with the same settings. */
    Optional<LearnedPattern> find(ClientId client, PatternType type, Instant cutOff, String settings);

    /** This version of a type, unless it was forgotten. */
    Optional<LearnedPattern> version(ClientId client, PatternType type, int version);

    /** Versions, the newest first and of one moment by type; of one type or of all; those behind this one where one is named. */
    List<LearnedPattern> history(ClientId client, @Nullable PatternType type, @Nullable UUID after, int limit);

    /** The newest versions of one type or of all. */
    default List<LearnedPattern> history(ClientId client, @Nullable PatternType type, int limit) {
        return history(client, type, null, limit);
    }

    /**
     * Publishes a version: the one that was active is superseded, and the number is one above the last; the one given is
     * ignored. Two at once for one type wait for each other.
     */
    LearnedPattern publish(LearnedPattern pattern);

    /**
     * The newest patterns of all clients, by type.
     *
     * @param clients that have one
     * @param valid of them, those that may still steer
     * @param confidence the mean, 4 decimals
     * @param newest when the newest was computed
     */
    record Across(
            PatternType type,
            int clients,
            int valid,
            long sampleSize,
            long conversions,
            BigDecimal confidence,
            Instant newest) {}

    /** By type, those of so many clients at least; in a unit of the platform. */
    List<Across> across(int leastClients, Instant now);

    /** Marks what has run out; says how many. */
    int expire(ClientId client, Instant now);

    /** Deletes versions that were computed before and that a newer one of their type superseded; says how many. */
    int forget(ClientId client, Instant before);
}
