package io.agencyos.application.scoring.weight;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.scoring.weight.WeightProof;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsInForce;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Which weights a client's scores are made with and why; every member may see it. Source: scoring ALS-12, api 9.10. */
@PrimaryPort
public interface ShowWeights {

    /**
     * @param since null for the sets that the product ships
     * @param proof of a learned set
     */
    record InForce(
            WeightsInForce weights,
            @Nullable Instant since,
            @Nullable WeightProof proof) {}

    /** Why a source is passed over. */
    enum Reason implements Vocabulary {
        /** Nothing was ever learned or set. */
        NONE_STORED,
        /** There is a set, but it passed no gate or was taken back. */
        NOT_PROMOTED,
        EXPIRED,
        INVALID_WEIGHTS,
        /** The client has not switched it on. */
        SWITCHED_OFF,
        /** One before it is in force. */
        OUTRANKED,
        /** Learning starts from it; by itself it scores nobody. */
        ONLY_STARTED_FROM
    }

    /**
     * One source, in the order of use.
     *
     * @param group whose it is; the last row repeats, as the prior, the set that learning starts from
     * @param confidence 0 to 1 of a set that was learned, null of others
     * @param weights null where it has none
     * @param reason null for the one in force
     */
    record Source(
            WeightsSource source,
            WeightsSource.Group group,
            @Nullable Weights weights,
            int version,
            @Nullable BigDecimal confidence,
            @Nullable Instant expiresAt,
            boolean inForce,
            @Nullable Reason reason) {}

    /**
     * A stored version and what became of it.
     *
     * @param proof of a learned one
     */
    record Version(
            UUID id,
            WeightSet set,
            @Nullable WeightProof proof,
            Instant createdAt,
            @Nullable Instant promotedAt,
            @Nullable Instant retiredAt) {}

    InForce inForce(TenantScope scope);

    List<Source> sources(TenantScope scope);

    /** The newest first. */
    List<Version> history(TenantScope scope);
}
