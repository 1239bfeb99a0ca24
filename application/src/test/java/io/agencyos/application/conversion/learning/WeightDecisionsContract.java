package io.agencyos.application.conversion.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.scoring.DecideWeights;
import io.agencyos.application.scoring.DecideWeightsService;
import io.agencyos.application.scoring.PlatformWeights;
import io.agencyos.application.scoring.ShowWeights;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.scoring.WeightSet;
import io.agencyos.domain.scoring.Weights;
import io.agencyos.domain.scoring.WeightsInForce;
import io.agencyos.domain.scoring.WeightsSource;
import io.agencyos.domain.scoring.WeightsStatus;
import io.agencyos.domain.shared.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What staff of the platform decide about learned weights, on whatever stores. */
public abstract class WeightDecisionsContract extends LearningDesk {

    private DecideWeights deciding() {
        return new DecideWeightsService(
                learning().weights(),
                learning().rescores(),
                desk().audit(),
                desk().world().units(),
                clock()::get,
                ids());
    }

    private UUID stored(int version, WeightsSource source, WeightsStatus status) {
        scenario()
                .in(() -> learning()
                        .weights()
                        .insert(
                                client(),
                                new WeightSet(source, version, status, false, null, null, Result.ok(Weights.DEFAULT)),
                                now()));
        return history().stream()
                .filter(each -> each.set().version() == version)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<ShowWeights.Version> history() {
        return in(() -> learning().weights().history(client()));
    }

    private WeightsStatus status(int version) {
        return history().stream()
                .filter(each -> each.set().version() == version)
                .findFirst()
                .orElseThrow()
                .set()
                .status();
    }

    @Test // CIS 11.5: a platform admin may promote what needs review; 11.6: roll-back to an earlier version, audited
    void weights_that_need_review_are_promoted_and_rolled_back() {
        UUID first = stored(1, WeightsSource.CLIENT_LEARNED, WeightsStatus.PROMOTED);
        UUID second = stored(2, WeightsSource.CLIENT_LEARNED, WeightsStatus.NEEDS_REVIEW);
        assertThat(deciding().promote(ANN, second, Origin.NONE)).isInstanceOf(DecideWeights.Outcome.Decided.class);
        assertThat(status(1)).isEqualTo(WeightsStatus.RETIRED);
        assertThat(status(2)).isEqualTo(WeightsStatus.PROMOTED);
        assertThat(deciding().promote(ANN, first, Origin.NONE)).isInstanceOf(DecideWeights.Outcome.Decided.class);
        assertThat(status(1)).isEqualTo(WeightsStatus.PROMOTED);
        assertThat(status(2)).isEqualTo(WeightsStatus.RETIRED);
        assertThat(in(() -> desk().audit().newest(client(), 2)))
                .allSatisfy(entry -> assertThat(entry.resourceType()).isEqualTo("scoring_weights"));
    }

    @Test // CIS 12.3, 12.4: what clients made together stands below a client's own and above the default, until
    // replaced
    void weights_of_the_platform_serve_who_has_none() {
        PlatformWeights made =
                new PlatformWeights(0, Weights.BENCHMARK, 180, 3, new BigDecimal("0.7826"), clock().get());
        int before = platform(Optional.of(made)).orElseThrow().version();
        assertThat(in(() -> WeightsInForce.of(learning().weights().known(client()), false)))
                .isEqualTo(new WeightsInForce(Weights.BENCHMARK, WeightsSource.PLATFORM_GLOBAL, before));
        stored(1, WeightsSource.CLIENT_LEARNED, WeightsStatus.PROMOTED);
        assertThat(in(() -> WeightsInForce.of(learning().weights().known(client()), false)
                        .source()))
                .isEqualTo(WeightsSource.CLIENT_LEARNED);
        PlatformWeights next = platform(Optional.of(made)).orElseThrow();
        assertThat(next.version()).isEqualTo(before + 1);
        assertThat(next.conversions()).isEqualTo(180);
        assertThat(next.clients()).isEqualTo(3);
        assertThat(platform(Optional.empty())).isEmpty();
        assertThat(in(() -> learning().weights().known(client()))).hasSize(1);
    }

    private Optional<PlatformWeights> platform(Optional<PlatformWeights> next) {
        return desk().world().units().onPlatform(() -> {
            learning().weights().replacePlatform(next, now());
            return learning().weights().platform();
        });
    }

    @Test // CIS 11.6: a set in force is taken back; the fallback takes over
    void weights_in_force_are_retired_once() {
        UUID set = stored(1, WeightsSource.CLIENT_LEARNED, WeightsStatus.PROMOTED);
        assertThat(deciding().retire(ANN, set, Origin.NONE)).isInstanceOf(DecideWeights.Outcome.Decided.class);
        assertThat(deciding().retire(ANN, set, Origin.NONE))
                .isEqualTo(new DecideWeights.Outcome.InvalidTransition(WeightsStatus.RETIRED));
    }

    @Test // CIS 11.5, 12.4: what was rejected stays rejected, and a client's own choice is the client's
    void neither_rejected_weights_nor_a_clients_own_are_decided_about() {
        UUID rejected = stored(1, WeightsSource.CLIENT_LEARNED, WeightsStatus.REJECTED);
        UUID own = stored(2, WeightsSource.CLIENT_CUSTOM, WeightsStatus.PROMOTED);
        assertThat(deciding().promote(ANN, rejected, Origin.NONE))
                .isEqualTo(new DecideWeights.Outcome.InvalidTransition(WeightsStatus.REJECTED));
        assertThat(deciding().retire(ANN, own, Origin.NONE)).isEqualTo(new DecideWeights.Outcome.NotFound());
        assertThat(deciding().promote(ANN, UUID.randomUUID(), Origin.NONE))
                .isEqualTo(new DecideWeights.Outcome.NotFound());
    }
}
