package io.agencyos.application.scoring;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.scoring.rescore.RescoreQueue;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.application.scoring.store.Backtests;
import io.agencyos.application.scoring.store.FrozenFacts;
import io.agencyos.application.scoring.store.FrozenScores;
import io.agencyos.application.scoring.store.ScoringPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.Scorer;
import io.agencyos.domain.scoring.backtest.Backtest;
import io.agencyos.domain.scoring.backtest.Backtest.Replayed;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.BacktestId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Both sides are scored from the same facts by the same formula; only the setup differs. */
final class RunBacktestService implements RunBacktest {

    private static final Duration REACH = Duration.ofDays(180);
    private static final Duration MATURE = Duration.ofDays(30);
    private static final int CHUNK = 500;

    private final ScoringBasis basis;
    private final ScoringPorts ports;
    private final Leads leads;
    private final Suppressions suppressions;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    RunBacktestService(
            ScoringBasis basis,
            ScoringPorts ports,
            Leads leads,
            Suppressions suppressions,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.basis = basis;
        this.ports = ports;
        this.leads = leads;
        this.suppressions = suppressions;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** Two setups side by side, and what is planned in each campaign. */
    private record Sides(ClientScorers before, ClientScorers after, Map<CampaignId, List<Channel>> plans) {

        Replayed<LeadId> replay(
                LeadId lead, LeadFacts facts, Scorer old, Scorer other, Backtest.Outcome outcome, List<Channel> plan) {
            return new Replayed<>(lead, old.score(facts), other.score(facts), outcome, plan);
        }

        List<Channel> plan(@Nullable CampaignId campaign) {
            return campaign == null ? List.of() : plans.getOrDefault(campaign, List.of());
        }
    }

    @Override
    public Proposed current(TenantScope scope) {
        return units.inTenant(
                scope,
                () -> new Proposed(
                        basis.clients()
                                .icp(scope.clientId())
                                .map(IcpProfile::target)
                                .orElse(IcpTarget.EMPTY),
                        basis.choice(scope.clientId())));
    }

    @Override
    public Outcome backtest(TenantScope scope, Proposed change) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.ADMIN)) {
            return new Outcome.RoleRequired();
        }
        ClientId client = scope.clientId();
        return units.inTenant(scope.asWorker(), () -> {
            Instant now = clock.now();
            Sides sides = sides(client, change, now);
            Backtest.Tally<LeadId> tally = new Backtest.Tally<>();
            for (FrozenScores.Unit unit : ports.frozen().firstTouchedSince(client, now.minus(REACH))) {
                tally.add(replayed(unit, sides, now));
            }
            BacktestId id = new BacktestId(ids.next());
            ports.backtests()
                    .insert(new Backtests.Entry(
                            id,
                            client,
                            basis.setup(client).digest(),
                            ScoringBasis.setup(change.target(), change.choice()).digest(),
                            now));
            return new Outcome.Tested(id, tally.result());
        });
    }

    private static Replayed<LeadId> replayed(FrozenScores.Unit unit, Sides sides, Instant now) {
        FrozenFacts frozen = unit.frozen();
        Optional<CampaignId> campaign = Optional.ofNullable(frozen.campaign());
        return sides.replay(
                unit.lead(),
                frozen.facts(),
                sides.before().of(campaign, frozen.asOf()),
                sides.after().of(campaign, frozen.asOf()),
                outcome(unit, now),
                sides.plan(frozen.campaign()));
    }

    /** Within thirty days of the first touch; who was first touched later than that is too young (CIS 2.2). */
    private static Backtest.Outcome outcome(FrozenScores.Unit unit, Instant now) {
        Instant matured = unit.firstTouch().plus(MATURE);
        if (!matured.isBefore(now)) {
            return Backtest.Outcome.OPEN;
        }
        Instant converted = unit.convertedAt();
        return converted == null || converted.isAfter(matured) ? Backtest.Outcome.SILENT : Backtest.Outcome.CONVERTED;
    }

    @Override
    public Backtest<LeadId> simulate(TenantScope scope, Proposed change) {
        TenantScope worker = scope.asWorker();
        Instant now = clock.now();
        Sides sides = units.inTenant(worker, () -> sides(worker.clientId(), change, now));
        Backtest.Tally<LeadId> tally = new Backtest.Tally<>();
        @Nullable LeadId after = null;
        do {
            @Nullable LeadId from = after;
            after = units.inTenant(worker, () -> simulated(worker.clientId(), sides, from, now, tally));
        } while (after != null);
        return tally.result();
    }

    /** One chunk; answers where the next one begins, null after the last. */
    private @Nullable LeadId simulated(
            ClientId client, Sides sides, @Nullable LeadId after, Instant now, Backtest.Tally<LeadId> tally) {
        List<RescoreQueue.Entry> chunk = ports.queue()
                .next(
                        client,
                        new RescoreRequest.Target.Everybody(),
                        FrozenStages.of(ScoreCause.REWEIGHT),
                        after,
                        CHUNK);
        List<Lead> found =
                leads.findAll(client, chunk.stream().map(RescoreQueue.Entry::id).toList());
        Map<LeadId, Suppressions.Subject> subjects = new LinkedHashMap<>();
        found.forEach(lead -> subjects.put(lead.id(), Suppressions.Subject.of(lead)));
        Map<DomainName, LeadFacts.BuyerSignal> buyers = basis.buyers(client, found);
        Map<LeadId, Suppression> suppressed = suppressions.matchAll(client, subjects, now);
        for (Lead lead : found) {
            Optional<CampaignId> campaign = Optional.ofNullable(lead.campaignId());
            tally.add(sides.replay(
                    lead.id(),
                    LeadFactsOf.lead(lead, suppressed.get(lead.id()), buyers),
                    sides.before().of(campaign),
                    sides.after().of(campaign),
                    Backtest.Outcome.OPEN,
                    sides.plan(lead.campaignId())));
        }
        return chunk.size() < CHUNK ? null : chunk.getLast().id();
    }

    private Sides sides(ClientId client, Proposed change, Instant now) {
        Map<CampaignId, List<Channel>> plans = new LinkedHashMap<>();
        for (Map.Entry<CampaignId, Sequence> sequence :
                basis.campaigns().newestSequences(client).entrySet()) {
            plans.put(
                    sequence.getKey(),
                    sequence.getValue().steps().stream()
                            .map(SequenceStep::channel)
                            .toList());
        }
        return new Sides(
                basis.scorers(client, now),
                basis.scorers(client, ScoringBasis.setup(change.target(), change.choice()), now),
                plans);
    }
}
