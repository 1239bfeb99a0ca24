package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.allocation.store.AssignmentRuns;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.NotFree;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the client's own leads in chunks, each a unit of work that is all or nothing. */
final class AssignLeadsService implements AssignLeads, AssignNamedLeads {

    private static final int CHUNK = 200;
    private static final String IN_USE = "not_eligible";

    private final AllocationPorts ports;
    private final AllocationWorld world;
    private final RunBook book;
    private final UnitOfWork units;
    private final ClockPort clock;

    AssignLeadsService(AllocationPorts ports, AllocationWorld world, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.world = world;
        this.book = new RunBook(ports.runs(), world.audit(), units, clock, ids);
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome assign(TenantScope scope, Request request) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.MEMBER)) {
            return new Outcome.RoleRequired();
        }
        TenantScope worker = scope.asWorker();
        Optional<AssignmentRuns.Run> known = book.find(worker, AssignmentRuns.Source.OWN, request.requestKey());
        if (known.isPresent()) {
            AssignmentRuns.Run run = known.get();
            boolean same = run.campaignId().equals(request.campaignId()) && run.requested() == request.count();
            return same ? done(worker, request, run) : new Outcome.KeyReused();
        }
        AssignmentRefusal refusal =
                units.inTenant(worker, () -> refusal(worker.clientId(), request.campaignId(), request.count()));
        if (refusal != null) {
            return new Outcome.Refused(refusal);
        }
        Optional<AssignmentRuns.Run> run = book.begin(
                worker, AssignmentRuns.Source.OWN, request.campaignId(), request.count(), request.requestKey());
        return run.isEmpty() ? assign(scope, request) : done(worker, request, run.get());
    }

    private Outcome done(TenantScope worker, Request request, AssignmentRuns.Run begun) {
        AssignmentRuns.Run run = goOn(worker, request, begun);
        boolean isShort = run.progress().assigned() < run.requested();
        return new Outcome.Done(report(run, isShort ? notFree(worker, request, run) : Map.of()));
    }

    /** Those that the run itself enrolled are under way too, but they are told as assigned. */
    private Map<NotFree, Integer> notFree(TenantScope worker, Request request, AssignmentRuns.Run run) {
        Map<NotFree, Integer> counts = new EnumMap<>(NotFree.class);
        counts.putAll(units.inTenant(
                worker, () -> ports.unassigned().notFree(worker.clientId(), run.campaignId(), minimum(request))));
        int enrolled = run.progress().enrolled();
        counts.computeIfPresent(NotFree.UNDER_WAY, (reason, leads) -> leads > enrolled ? leads - enrolled : null);
        return counts;
    }

    private static int minimum(Request request) {
        return request.minimumTier() == null ? 0 : request.minimumTier().lowestScore();
    }

    /** Checks 1 to 3 and 6 of POOL-6; the campaign only has to be one that may still send. */
    private @Nullable AssignmentRefusal refusal(ClientId clientId, CampaignId campaignId, int count) {
        Optional<ClientBar> bar = ClientBar.of(
                world.clients().findForShare(clientId).orElse(null),
                world.clients().subscription(clientId).orElse(null));
        if (bar.isPresent()) {
            return switch (bar.get()) {
                case NOT_FOUND -> AssignmentRefusal.CLIENT_NOT_FOUND;
                case SUBSCRIPTION_INACTIVE -> AssignmentRefusal.SUBSCRIPTION_INACTIVE;
                case PAUSED -> AssignmentRefusal.CLIENT_PAUSED;
            };
        }
        boolean open = world.campaigns()
                .findForShare(clientId, campaignId)
                .map(campaign -> !campaign.isDeleted() && !campaign.status().isTerminal())
                .orElse(false);
        if (!open) {
            return AssignmentRefusal.CAMPAIGN_INACTIVE;
        }
        return count < 1 || count > MOST ? AssignmentRefusal.INVALID_COUNT : null;
    }

    private AssignmentRuns.Run goOn(TenantScope worker, Request request, AssignmentRuns.Run begun) {
        AssignmentRuns.Run run = begun;
        Set<LeadId> seen = new HashSet<>();
        @Nullable AssignmentRefusal stopped = null;
        boolean more = run.finishedAt() == null;
        while (more) {
            AssignmentRuns.Run last = run;
            Step step = units.inTenant(worker, () -> step(worker.clientId(), request, last, seen));
            seen.addAll(step.seen());
            run = step.run();
            stopped = step.stopped();
            more = stopped == null
                    && !step.seen().isEmpty()
                    && run.finishedAt() == null
                    && run.progress().assigned() < run.requested();
        }
        @Nullable AssignmentRefusal early = stopped;
        return book.finish(worker, run, now -> stopped(now.progress(), early));
    }

    private record Step(
            AssignmentRuns.Run run,
            Set<LeadId> seen,
            @Nullable AssignmentRefusal stopped) {}

    private Step step(ClientId client, Request request, AssignmentRuns.Run last, Set<LeadId> seen) {
        AssignmentRuns.Run run = ports.runs().findForUpdate(client, last.id()).orElse(last);
        AssignmentRefusal refusal = refusal(client, run.campaignId(), run.requested());
        if (refusal != null) {
            return new Step(run, Set.of(), refusal);
        }
        int size = Math.min(CHUNK, run.requested() - run.progress().assigned());
        List<Lead> leads = ports.unassigned().lockBest(client, run.campaignId(), minimum(request), seen, size);
        if (leads.isEmpty()) {
            return new Step(run, Set.of(), null);
        }
        Campaign campaign = world.campaigns().find(client, run.campaignId()).orElseThrow();
        AssignmentRuns.Run next = run.with(take(client, campaign, leads, run.progress()));
        ports.runs().update(next);
        Set<LeadId> looked = new HashSet<>();
        leads.forEach(lead -> looked.add(lead.id()));
        return new Step(next, looked, null);
    }

    private AssignmentRuns.Progress take(
            ClientId client, Campaign campaign, List<Lead> leads, AssignmentRuns.Progress before) {
        Instant now = clock.now();
        Map<AssignmentRefusal, Integer> refused = ClaimChunk.counted(before.refused());
        Map<LeadId, Suppression> suppressed = suppressed(client, leads, now);
        List<Lead> fit = new ArrayList<>();
        for (Lead lead : leads) {
            AssignmentRefusal refusal = refusal(lead, suppressed.get(lead.id()));
            if (refusal == null) {
                fit.add(lead);
            } else {
                refused.merge(refusal, 1, Integer::sum);
            }
        }
        int enrolled = put(client, campaign, fit, now);
        List<LeadId> ids = fit.stream().map(Lead::id).toList();
        return counted(before, world.leads().leads().findAll(client, ids), enrolled, refused);
    }

    /** How many of them were enrolled. */
    private int put(ClientId client, Campaign campaign, List<Lead> fit, Instant now) {
        List<LeadId> ids = fit.stream().map(Lead::id).toList();
        world.leads()
                .leads()
                .updateAll(fit.stream()
                        .filter(lead -> !campaign.id().equals(lead.campaignId()))
                        .map(lead -> inCampaign(lead, campaign.id(), now))
                        .toList());
        // the campaign's own targets may rank the lead otherwise than the client's did
        world.scoring().score(client, ids, ScoreCause.ICP_CHANGED);
        return campaign.status() == CampaignStatus.ACTIVE ? world.enrolment().enrol(client, campaign.id(), ids) : 0;
    }

    @Override
    public Map<LeadId, String> assign(ClientId client, CampaignId id, Collection<LeadId> named) {
        AssignmentRefusal whole = refusal(client, id, 1);
        Map<LeadId, String> refused = new LinkedHashMap<>();
        named.forEach(lead -> refused.put(lead, whole == null ? IN_USE : whole.wire()));
        if (whole != null) {
            return refused;
        }
        Instant now = clock.now();
        List<Lead> free = ports.unassigned().lockNamed(client, id, named);
        Map<LeadId, Suppression> suppressed = suppressed(client, free, now);
        List<Lead> fit = new ArrayList<>();
        for (Lead lead : free) {
            AssignmentRefusal refusal = refusal(lead, suppressed.get(lead.id()));
            if (refusal == null) {
                fit.add(lead);
                refused.remove(lead.id());
            } else {
                refused.put(lead.id(), refusal.wire());
            }
        }
        put(client, world.campaigns().find(client, id).orElseThrow(), fit, now);
        return refused;
    }

    private static AssignmentRuns.Progress counted(
            AssignmentRuns.Progress before,
            List<Lead> assigned,
            int enrolled,
            Map<AssignmentRefusal, Integer> refused) {
        Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
        tiers.putAll(before.tiers());
        long sum = before.scoreSum();
        for (Lead lead : assigned) {
            var score = Objects.requireNonNull(lead.score());
            tiers.merge(score.tier(), 1, Integer::sum);
            sum += score.score();
        }
        return new AssignmentRuns.Progress(
                before.assigned() + assigned.size(), before.enrolled() + enrolled, 0, sum, refused, tiers, null, null);
    }

    private Map<LeadId, Suppression> suppressed(ClientId client, List<Lead> leads, Instant now) {
        Map<LeadId, Suppressions.Subject> subjects = new LinkedHashMap<>();
        leads.forEach(lead -> subjects.put(lead.id(), Suppressions.Subject.of(lead)));
        return world.leads().suppressions().matchAll(client, subjects, now);
    }

    private static @Nullable AssignmentRefusal refusal(Lead lead, @Nullable Suppression entry) {
        if (entry != null && !entry.closesAddressOnly()) {
            return entry.level() == SuppressionLevel.PLATFORM
                    ? AssignmentRefusal.GLOBALLY_BLOCKED
                    : AssignmentRefusal.CLIENT_SUPPRESSED;
        }
        return lead.score() != null && lead.score().tier() == Tier.DEAD ? AssignmentRefusal.SCORE_DEAD : null;
    }

    private static Lead inCampaign(Lead lead, CampaignId campaign, Instant now) {
        return lead.change().campaignId(campaign).updatedAt(now).lead();
    }

    private static AssignmentRuns.Progress stopped(
            AssignmentRuns.Progress progress, @Nullable AssignmentRefusal stopped) {
        return new AssignmentRuns.Progress(
                progress.assigned(),
                progress.enrolled(),
                progress.explored(),
                progress.scoreSum(),
                progress.refused(),
                progress.tiers(),
                stopped,
                null);
    }

    private static Report report(AssignmentRuns.Run run, Map<NotFree, Integer> notFree) {
        AssignmentRuns.Progress progress = run.progress();
        return new Report(
                run.id(),
                run.requested(),
                progress.assigned(),
                progress.enrolled(),
                run.requested() - progress.assigned(),
                progress.refused(),
                notFree,
                Reports.allTiers(progress.tiers()),
                Reports.mean(progress.scoreSum(), progress.assigned()),
                progress.stopped());
    }
}
