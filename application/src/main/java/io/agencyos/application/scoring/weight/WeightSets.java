package io.agencyos.application.scoring.weight;

import io.agencyos.domain.scoring.weight.WeightProof;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * A client's own sets of weights, learned and set by hand, and that of the platform; which of them is in force is decided
 * by {@code WeightsInForce}. Needs an open unit of work of the tenant, as worker for writes. Source: scoring ALS-12, data model 5.3.
 */
@SecondaryPort
public interface WeightSets {

    /** Every set of the client, by version; none for a client that never had one. */
    List<WeightSet> of(ClientId client);

    /** What clients made together: all of them, then by industry; read in any unit. */
    List<PlatformWeights> platform();

    /** Puts these, one an industry at most, in the place of all that stood, each under its next version; in a platform unit. */
    void replacePlatform(List<PlatformWeights> next, Instant at);

    /** The client's own sets, and what clients made together that concerns one of this industry. */
    default List<WeightSet> known(ClientId client, Optional<String> industry) {
        return PlatformWeights.beside(of(client), platform(), industry);
    }

    /**
     * Adds a set of a version that is new for the client; an own one only, with usable weights. A second promoted one of
     * its source is a {@code UniqueViolation}.
     */
    default void insert(ClientId client, WeightSet set, Instant at) {
        insert(client, set, null, at);
    }

    /** The same of a learned set, with what it stands on. */
    void insert(ClientId client, WeightSet set, @Nullable WeightProof proof, Instant at);

    /** Every version with what became of it, the newest first. */
    List<ShowWeights.Version> history(ClientId client);

    /** A set with whose it is. */
    record Owned(ClientId client, WeightSet set) {}

    /** The set of this id, whosever it is; in a platform unit. */
    Optional<Owned> find(UUID id);

    /** Takes the set of this source that is in force back, if there is one. */
    void retire(ClientId client, WeightsSource source, Instant at);

    /** A re-check of the set of this source that is in force succeeded: it holds for its time from now on. */
    void confirm(ClientId client, WeightsSource source, Instant at);

    /** Puts this version in force and retires the one of the same source that was; a learned one
     * expires after its time. False when there is no such set. */
    boolean promote(ClientId client, WeightsSource source, int version, Instant at);
}
