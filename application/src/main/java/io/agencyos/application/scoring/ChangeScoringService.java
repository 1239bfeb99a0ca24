package io.agencyos.application.scoring;

import io.agencyos.application.client.ProfileRider;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.application.scoring.rescore.ScoringTriggers;
import io.agencyos.application.scoring.store.Backtests;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.ScoringSetup;
import io.agencyos.domain.scoring.weight.WeightSet;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.BacktestId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The profile's own use case opens the unit of work and holds the client; this decides and writes inside it. */
final class ChangeScoringService implements ChangeScoring {

    private static final Duration BACKTEST_HOLDS = Duration.ofHours(24);

    private final ScoringBasis basis;
    private final Backtests backtests;
    private final ScoringTriggers triggers;
    private final UnitOfWork units;
    private final ClockPort clock;

    ChangeScoringService(
            ScoringBasis basis, Backtests backtests, ScoringTriggers triggers, UnitOfWork units, ClockPort clock) {
        this.basis = basis;
        this.backtests = backtests;
        this.triggers = triggers;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public ScoringSetup.Choice current(TenantScope scope) {
        return units.inTenant(scope, () -> basis.choice(scope.clientId()));
    }

    @Override
    public ProfileRider to(ScoringSetup.Choice next, @Nullable BacktestId backtest) {
        return new Rider(next, backtest);
    }

    @Override
    public ProfileRider profileOnly(@Nullable BacktestId backtest) {
        return new Rider(null, backtest);
    }

    private final class Rider implements ProfileRider {

        private final ScoringSetup.@Nullable Choice wanted;
        private final @Nullable BacktestId backtest;

        private Rider(ScoringSetup.@Nullable Choice wanted, @Nullable BacktestId backtest) {
            this.wanted = wanted;
            this.backtest = backtest;
        }

        @Override
        public boolean permits(ClientId client, @Nullable IcpTarget inForce, IcpTarget next) {
            if (inForce == null) {
                return true;
            }
            ScoringSetup.Choice choice = basis.choice(client);
            String from = ScoringBasis.setup(inForce, choice).digest();
            String to =
                    ScoringBasis.setup(next, wanted == null ? choice : wanted).digest();
            return from.equals(to) || tried(client, from, to);
        }

        private boolean tried(ClientId client, String from, String to) {
            Instant oldest = clock.now().minus(BACKTEST_HOLDS);
            return backtest != null
                    && backtests
                            .find(client, backtest)
                            .filter(entry ->
                                    entry.from().equals(from) && entry.to().equals(to))
                            .filter(entry -> !entry.at().isBefore(oldest))
                            .isPresent();
        }

        @Override
        public void saved(ClientId client, boolean inForce) {
            ScoringSetup.Choice before = basis.choice(client);
            if (wanted == null || wanted.equals(before)) {
                return;
            }
            if (!Objects.equals(wanted.weights(), before.weights())) {
                weigh(client, wanted.weights());
            }
            basis.choices().save(client, wanted.weighing(null));
            if (inForce) {
                triggers.changed(
                        client,
                        sameTargets(wanted, before) ? ScoreCause.REWEIGHT : ScoreCause.ICP_CHANGED,
                        new RescoreRequest.Target.Everybody());
            }
        }

        private void weigh(ClientId client, @Nullable Weights weights) {
            Instant now = clock.now();
            if (weights == null) {
                basis.weights().retire(client, WeightsSource.CLIENT_CUSTOM, now);
                return;
            }
            int version = basis.weights().of(client).stream()
                            .mapToInt(WeightSet::version)
                            .max()
                            .orElse(0)
                    + 1;
            basis.weights()
                    .insert(
                            client,
                            new WeightSet(
                                    WeightsSource.CLIENT_CUSTOM,
                                    version,
                                    WeightsStatus.CANDIDATE,
                                    false,
                                    null,
                                    null,
                                    Result.ok(weights)),
                            now);
            basis.weights().promote(client, WeightsSource.CLIENT_CUSTOM, version, now);
        }
    }

    /** Then only how much the components count has changed. */
    private static boolean sameTargets(ScoringSetup.Choice one, ScoringSetup.Choice other) {
        return one.technologies().equals(other.technologies())
                && one.competitors().equals(other.competitors())
                && Objects.equals(one.subWeights(), other.subWeights())
                && one.titleVeto() == other.titleVeto();
    }
}
