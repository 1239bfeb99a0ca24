package io.agencyos.adapters.in.rest.scoring;

import io.agencyos.adapters.in.rest.scoring.ScoringBodies.WeightsBody;
import io.agencyos.application.scoring.ShowWeights;
import io.agencyos.domain.scoring.WeightsSource;
import io.agencyos.domain.scoring.WeightsStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Weights as the API shows them. Source: api 9.10. */
final class WeightViews {

    private WeightViews() {}

    /** The set in force; {@code updated_at} is null for the sets that the product ships. */
    record InForce(
            WeightsBody weights,
            WeightsSource source,
            int version,
            @Nullable Instant updatedAt) {

        static InForce of(ShowWeights.InForce shown) {
            return new InForce(
                    WeightsBody.of(shown.weights().weights()),
                    shown.weights().source(),
                    shown.weights().version(),
                    shown.since());
        }
    }

    /** One source in the order of use; {@code reason_not_used} is null for the one in force. */
    record Source(
            WeightsSource source,
            WeightsSource.Group group,
            @Nullable WeightsBody weights,
            int version,
            @Nullable Instant expiresAt,
            boolean inForce,
            ShowWeights.@Nullable Reason reasonNotUsed) {

        static Source of(ShowWeights.Source source) {
            return new Source(
                    source.source(),
                    source.source().group(),
                    source.weights() == null ? null : WeightsBody.of(source.weights()),
                    source.version(),
                    source.expiresAt(),
                    source.inForce(),
                    source.reason());
        }
    }

    /** A stored version; {@code weights} is null where its numbers cannot be used. */
    record Version(
            UUID id,
            int version,
            WeightsSource source,
            WeightsStatus status,
            @Nullable WeightsBody weights,
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
                    version.createdAt(),
                    version.promotedAt(),
                    version.retiredAt(),
                    version.set().expiresAt());
        }
    }

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    static final InForce IN_FORCE = new InForce(WeightsBody.BENCHMARK, WeightsSource.CLIENT_CUSTOM, 2, MONDAY);

    static final Source SOURCE = new Source(
            WeightsSource.DEFAULT,
            WeightsSource.Group.BASE,
            WeightsBody.DEFAULT,
            0,
            null,
            false,
            ShowWeights.Reason.OUTRANKED);

    static final Version VERSION = new Version(
            UUID.fromString("0198c0de-0000-7000-8000-000000000001"),
            2,
            WeightsSource.CLIENT_CUSTOM,
            WeightsStatus.PROMOTED,
            WeightsBody.BENCHMARK,
            MONDAY,
            MONDAY,
            null,
            null);
}
