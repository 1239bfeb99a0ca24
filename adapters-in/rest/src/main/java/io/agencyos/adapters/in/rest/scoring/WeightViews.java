package io.agencyos.adapters.in.rest.scoring;

import io.agencyos.adapters.in.rest.scoring.ScoringBodies.WeightsBody;
import io.agencyos.application.scoring.weight.ShowWeights;
import io.agencyos.domain.scoring.weight.WeightProof;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Weights as the API shows them. Source: api 9.10. */
final class WeightViews {

    private WeightViews() {}

    /** How well weights sort and judge leads that they were not fitted on. */
    record Measured(BigDecimal auc, BigDecimal logLoss, BigDecimal brier) {

        static Measured of(WeightProof.Measured measured) {
            return new Measured(measured.auc(), measured.logLoss(), measured.brier());
        }
    }

    /**
     * What a learned set stands on: the weights that were in force ({@code baseline}) and the learned ones
     * ({@code optimized}) on the newer leads, which neither was fitted on.
     *
     * @param baseline the weights that were in force, measured on the newer leads
     * @param optimized the learned weights, measured on the newer leads
     * @param tierShift how far the tiers of the leads move with the new weights; 0 for not at all
     * @param coverageMinScore the lowest score that was contacted; what the weights say of lower ones is a guess
     * @param iterations how many steps the learning took
     * @param reference the weights that learning was drawn towards
     * @param cutOff until when outcomes were looked at
     * @param reasons the tests that it failed; none for one that went live
     */
    record Metrics(
            Measured baseline,
            Measured optimized,
            BigDecimal aucImprovement,
            BigDecimal delongP,
            BigDecimal tierShift,
            int coverageMinScore,
            int iterations,
            WeightsBody reference,
            Instant cutOff,
            List<String> reasons) {

        static @Nullable Metrics of(@Nullable WeightProof proof) {
            return proof == null
                    ? null
                    : new Metrics(
                            Measured.of(proof.before()),
                            Measured.of(proof.after()),
                            proof.gain(),
                            proof.pValue(),
                            proof.tierShift(),
                            proof.lowestScore(),
                            proof.steps(),
                            WeightsBody.of(proof.reference()),
                            proof.cutOff(),
                            proof.reasons());
        }
    }

    /**
     * The set in force; {@code updated_at} is null for the sets that the product ships, counts and metrics for all that were
     * not learned from the client's own leads.
     *
     * @param weights the weights of the five components, as ratios that sum to 1
     * @param source whose weights they are: learned or set for the client, learned for its industry or everybody, a
     *     benchmark, or the defaults
     * @param version which version of the weights it is; 0 for those that the product ships
     * @param sampleCount how many leads had matured when it was learned; null for a set that was not learned from the
     *     client's own
     * @param conversions how many of the leads converted; null for weights that were not learned from the client's own
     */
    record InForce(
            WeightsBody weights,
            WeightsSource source,
            int version,
            @Nullable Long sampleCount,
            @Nullable Long conversions,
            @Nullable Metrics metrics,
            @Nullable Instant updatedAt) {

        static InForce of(ShowWeights.InForce shown) {
            return new InForce(
                    WeightsBody.of(shown.weights().weights()),
                    shown.weights().source(),
                    shown.weights().version(),
                    leads(shown.proof()),
                    converted(shown.proof()),
                    Metrics.of(shown.proof()),
                    shown.since());
        }
    }

    private static @Nullable Long leads(@Nullable WeightProof proof) {
        return proof == null ? null : proof.leads();
    }

    private static @Nullable Long converted(@Nullable WeightProof proof) {
        return proof == null ? null : proof.conversions();
    }

    /**
     * One source in the order of use; {@code reason_not_used} is null for the one in force. The last row, of group
     * {@code prior}, is the set that learning starts from.
     *
     * @param source whose weights they are: learned or set for the client, learned for its industry or everybody, a
     *     benchmark, or the defaults
     * @param group whose set it is: the client's, the platform's, a benchmark, the product's, or the one that learning
     *     starts from
     * @param weights the weights of the five components, as ratios that sum to 1; null where there are none that can be
     *     used
     * @param version which version of the weights it is; 0 for those that the product ships
     * @param inForce whether these weights are the ones that score now
     * @param reasonNotUsed why these weights do not score; null for those that do
     */
    record Source(
            WeightsSource source,
            WeightsSource.Group group,
            @Nullable WeightsBody weights,
            int version,
            @Nullable BigDecimal confidence,
            @Nullable Instant expiresAt,
            boolean inForce,
            ShowWeights.@Nullable Reason reasonNotUsed) {

        static Source of(ShowWeights.Source source) {
            return new Source(
                    source.source(),
                    source.group(),
                    source.weights() == null ? null : WeightsBody.of(source.weights()),
                    source.version(),
                    source.confidence(),
                    source.expiresAt(),
                    source.inForce(),
                    source.reason());
        }
    }

    /**
     * A stored version; {@code weights} is null where its numbers cannot be used.
     *
     * @param version which version of the weights it is; 0 for those that the product ships
     * @param source whose weights they are: learned or set for the client, learned for its industry or everybody, a
     *     benchmark, or the defaults
     * @param status whether the set was put in force, waits for a person's word, failed a test, or has been replaced
     * @param sampleCount how many leads had matured when it was learned; null for a set that was not learned from the
     *     client's own
     * @param conversions how many of the leads converted; null for weights that were not learned from the client's own
     */
    record Version(
            UUID id,
            int version,
            WeightsSource source,
            WeightsStatus status,
            @Nullable WeightsBody weights,
            @Nullable Long sampleCount,
            @Nullable Long conversions,
            @Nullable Metrics metrics,
            Instant createdAt,
            @Nullable Instant promotedAt,
            @Nullable Instant retiredAt,
            @Nullable Instant expiresAt) {

        static Version of(ShowWeights.Version version) {
            return new Version(
                    version.id(),
                    version.set().version(),
                    version.set().source(),
                    version.set().status(),
                    version.set().weights().toOptional().map(WeightsBody::of).orElse(null),
                    leads(version.proof()),
                    converted(version.proof()),
                    Metrics.of(version.proof()),
                    version.createdAt(),
                    version.promotedAt(),
                    version.retiredAt(),
                    version.set().expiresAt());
        }
    }

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private static final Metrics METRICS = new Metrics(
            new Measured(new BigDecimal("0.641000"), new BigDecimal("0.211000"), new BigDecimal("0.054000")),
            new Measured(new BigDecimal("0.702000"), new BigDecimal("0.204000"), new BigDecimal("0.053000")),
            new BigDecimal("0.061000"),
            new BigDecimal("0.012000"),
            new BigDecimal("0.031000"),
            20,
            9,
            WeightsBody.DEFAULT,
            Instant.parse("2026-02-28T13:00:00Z"),
            List.of());

    static final InForce IN_FORCE =
            new InForce(WeightsBody.BENCHMARK, WeightsSource.CLIENT_LEARNED, 2, 2_410L, 118L, METRICS, MONDAY);

    static final Source SOURCE = new Source(
            WeightsSource.DEFAULT,
            WeightsSource.Group.BASE,
            WeightsBody.DEFAULT,
            0,
            null,
            null,
            false,
            ShowWeights.Reason.OUTRANKED);

    static final Version VERSION = new Version(
            UUID.fromString("0198c0de-0000-7000-8000-000000000001"),
            2,
            WeightsSource.CLIENT_LEARNED,
            WeightsStatus.PROMOTED,
            WeightsBody.BENCHMARK,
            2_410L,
            118L,
            METRICS,
            MONDAY,
            MONDAY,
            null,
            null);
}
