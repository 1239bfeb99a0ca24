package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.allocation.store.AssignmentRuns;
import io.agencyos.application.client.billing.LowCredits;
import io.agencyos.application.lead.store.ScoreLeads;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.Exploration;
import io.agencyos.domain.allocation.Unavailable;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the next people of a plan inside the unit of work that is open: every check again on locked rows, then
 * claim, lead, credit, score, enrolment, activity and event together. Source: scoring POOL-6, POOL-8.4, data model 6.
 */
public final class ClaimChunk {

    private static final String EXPLORED = "explore";

    private final AllocationPorts ports;
    private final AllocationWorld world;
    private final CandidateChecks checks;
    private final ClockPort clock;
    private final IdSource ids;
    private final LowCredits low;

    public ClaimChunk(
            AllocationPorts ports, AllocationWorld world, CandidateChecks checks, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.world = world;
        this.checks = checks;
        this.clock = clock;
        this.ids = ids;
        this.low = new LowCredits(world.events(), clock, ids);
    }

    /**
     * Claims those of the picks who are still to be had, as far as the plan's places in the period hold.
     *
     * @param already how many the client was assigned in this period before
     */
    ClaimStep.Step claim(
            TenantScope worker, Demand demand, AssignmentRuns.Run run, List<PoolAllocator.Pick> planned, int already) {
        Instant now = clock.now();
        Set<PoolPersonId> lost =
                planned.stream().map(PoolAllocator.Pick::id).collect(Collectors.toCollection(HashSet::new));
        List<PoolPerson> locked = ports.candidates().lockFree(lost);
        locked.forEach(person -> lost.remove(person.id()));
        Map<AssignmentRefusal, Integer> counts = counted(run.progress().refused());
        // whoever could not be locked is being taken by somebody else or is gone
        if (!lost.isEmpty()) {
            counts.merge(AssignmentRefusal.LEAD_UNAVAILABLE, lost.size(), Integer::sum);
        }
        Map<PoolPersonId, CandidateChecks.Verdict.Fits> fit = new LinkedHashMap<>();
        Set<PoolPersonId> refused = new HashSet<>();
        checks.judge(demand, locked, now).forEach((id, verdict) -> {
            switch (verdict) {
                case CandidateChecks.Verdict.Fits fits -> fit.put(id, fits);
                case CandidateChecks.Verdict.Refused(var refusal, var dimension) -> {
                    counts.merge(refusal, 1, Integer::sum);
                    refused.add(id);
                }
            }
        });
        CompanyRoom room = CompanyRoom.of(
                ports,
                world,
                demand.clientId(),
                fit.values().stream().map(CandidateChecks.Verdict.Fits::person).toList(),
                now);
        for (PoolAllocator.Pick pick : planned) {
            CandidateChecks.Verdict.Fits fits = fit.get(pick.id());
            if (fits != null && !room.take(fits.person())) {
                fit.remove(pick.id());
                counts.merge(AssignmentRefusal.LEAD_UNAVAILABLE, 1, Integer::sum);
                refused.add(pick.id());
            }
        }
        List<PoolAllocator.Pick> picks = inTheirPlaces(planned, fit.keySet(), demand.exploring());
        AssignmentRuns.Progress progress =
                take(worker, demand, new Chosen(fit, picks, room.starts()), run.progress(), counts, now);
        world.credits().account(demand.clientId()).ifPresent(account -> low.tell(account, picks.size()));
        return new ClaimStep.Step(
                run.with(progress),
                picks.stream().map(PoolAllocator.Pick::id).collect(Collectors.toSet()),
                lost,
                refused,
                already + picks.size(),
                null);
    }

    /** Everybody after a gap moves up; whose place would then be one that explores, or no longer one, is planned anew. */
    private static List<PoolAllocator.Pick> inTheirPlaces(
            List<PoolAllocator.Pick> planned, Set<PoolPersonId> fit, int exploring) {
        int gaps = 0;
        List<PoolAllocator.Pick> picks = new ArrayList<>();
        for (PoolAllocator.Pick pick : planned) {
            if (!fit.contains(pick.id())) {
                gaps++;
            } else if (Exploration.falls(pick.ordinal() - gaps, exploring) == pick.explored()) {
                picks.add(pick);
            } else {
                break;
            }
        }
        return picks;
    }

    /**
     * Whom a chunk takes.
     *
     * @param starts when those are written to first who have to wait for somebody of their company
     */
    private record Chosen(
            Map<PoolPersonId, CandidateChecks.Verdict.Fits> fit,
            List<PoolAllocator.Pick> picks,
            Map<PoolPersonId, Instant> starts) {}

    private AssignmentRuns.Progress take(
            TenantScope worker,
            Demand demand,
            Chosen chosen,
            AssignmentRuns.Progress before,
            Map<AssignmentRefusal, Integer> refused,
            Instant now) {
        List<Lead> made = new ArrayList<>();
        List<Lead> again = new ArrayList<>();
        List<PoolClaim> claims = new ArrayList<>();
        Map<LeadId, Instant> starts = new HashMap<>();
        for (PoolAllocator.Pick pick : chosen.picks()) {
            var fits = Objects.requireNonNull(chosen.fit().get(pick.id()));
            Lead former = fits.former();
            Lead lead = former == null
                    ? CandidateChecks.lead(fits.person(), new LeadId(ids.next()), demand, now)
                    : CandidateChecks.again(former, demand, now);
            (former == null ? made : again).add(lead);
            claims.add(claim(pick, lead, now));
            Instant start = chosen.starts().get(pick.id());
            if (start != null) {
                starts.put(lead.id(), start);
            }
        }
        Written written =
                claims.isEmpty() ? Written.NOTHING : write(worker, demand, new Taken(made, again, claims, starts), now);
        Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
        tiers.putAll(before.tiers());
        long sum = before.scoreSum();
        for (Lead lead : written.leads()) {
            var score = Objects.requireNonNull(lead.score());
            tiers.merge(score.tier(), 1, Integer::sum);
            sum += score.score();
        }
        int explored = (int)
                chosen.picks().stream().filter(PoolAllocator.Pick::explored).count();
        return new AssignmentRuns.Progress(
                before.assigned() + claims.size(),
                before.enrolled() + written.enrolled(),
                before.explored() + explored,
                sum,
                refused,
                tiers,
                null,
                null);
    }

    private static PoolClaim claim(PoolAllocator.Pick pick, Lead lead, Instant now) {
        return new PoolClaim(
                pick.id(),
                lead.clientId(),
                lead.id(),
                now,
                PoolClaim.ClaimedBy.ALLOCATOR,
                ClaimStatus.ACTIVE,
                pick.explored() ? EXPLORED : null);
    }

    /** The leads with their scores, and how many were started. */
    private record Written(List<Lead> leads, int enrolled) {
        private static final Written NOTHING = new Written(List.of(), 0);
    }

    /** What a chunk writes: new leads, leads that were the client's before, their claims, and who waits how long. */
    private record Taken(List<Lead> made, List<Lead> again, List<PoolClaim> claims, Map<LeadId, Instant> starts) {}

    private Written write(TenantScope worker, Demand demand, Taken taken, Instant now) {
        List<Lead> made = taken.made();
        List<Lead> again = taken.again();
        ClientId client = demand.clientId();
        CampaignId campaign = demand.campaign().id();
        // nobody is suppressed: that was check 10 of a moment ago, on the rows that are locked
        ScoreLeads.FirstScores scores = world.scoring()
                .scoreNew(client, made, made.stream().map(Lead::id).collect(Collectors.toSet()));
        List<Lead> all = Stream.of(made, again).flatMap(List::stream).toList();
        world.leads().people().claimAll(taken.claims());
        world.leads().leads().insertAll(scores.leads());
        world.leads().leads().updateAll(again);
        pay(client, all);
        world.events().append(all.stream().map(lead -> created(lead, now)).toList());
        Set<PoolPersonId> explored = taken.claims().stream()
                .filter(claim -> EXPLORED.equals(claim.reason()))
                .map(PoolClaim::personId)
                .collect(Collectors.toSet());
        world.activities()
                .append(all.stream()
                        .map(lead -> assigned(worker, demand, lead, explored.contains(lead.poolPersonId()), now))
                        .toList());
        scores.store();
        int enrolled =
                made.isEmpty() ? 0 : world.enrolment().enrolNew(client, campaign, scores.leads(), taken.starts());
        if (again.isEmpty()) {
            return new Written(scores.leads(), enrolled);
        }
        List<LeadId> known = again.stream().map(Lead::id).toList();
        world.scoring().score(client, known, ScoreCause.INITIAL);
        return new Written(
                Stream.of(scores.leads(), world.leads().leads().findAll(client, known))
                        .flatMap(List::stream)
                        .toList(),
                enrolled + world.enrolment().enrol(client, campaign, known));
    }

    /** Whom the client brought itself it does not pay for when the person comes back (PLAN-4). */
    private void pay(ClientId client, List<Lead> leads) {
        List<LeadId> bought = leads.stream()
                .filter(lead -> lead.source() == LeadSource.POOL)
                .map(Lead::id)
                .toList();
        if (world.credits().consume(client, bought).size() < bought.size()) {
            throw new OutOfCredits();
        }
    }

    /** Another run of the client used up the balance after this one had read it. */
    public static final class OutOfCredits extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfCredits() {
            super("the balance was used up meanwhile", null, false, false);
        }
    }

    private DomainEvent created(Lead lead, Instant now) {
        return new DomainEvent(
                ids.next(),
                lead.clientId(),
                EventName.LEAD_CREATED,
                lead.id().value(),
                now,
                Map.of("source", lead.source().wire()));
    }

    private Activity assigned(TenantScope worker, Demand demand, Lead lead, boolean explores, Instant now) {
        return new Activity(
                new ActivityId(ids.next()),
                lead.clientId(),
                lead.id(),
                demand.campaign().id(),
                ActivityAction.STATUS_CHANGED,
                null,
                null,
                null,
                null,
                now,
                "assigned:" + lead.id().text(),
                explores
                        ? "Assigned from the pool whatever its rank, so that what is believed of leads stays tested."
                        : "Assigned from the pool.",
                worker.userId() == null ? ActivityActor.SYSTEM : ActivityActor.USER);
    }

    private static @Nullable Unavailable behind(AssignmentRefusal refusal, boolean rested) {
        return refusal == AssignmentRefusal.LEAD_UNAVAILABLE
                ? rested ? Unavailable.HELD_BEFORE : Unavailable.NOT_FREE
                : null;
    }

    /**
     * Claims these people for the client, in their order, under the checks of the order; nobody's place in a plan is
     * kept, so none of them explores.
     *
     * @return each with what spoke against it; empty for who is the client's now
     */
    public Map<PoolPersonId, Optional<Unfit>> byHand(TenantScope worker, Demand demand, HandOrder order) {
        Instant now = clock.now();
        Map<PoolPersonId, Optional<Unfit>> fates = new LinkedHashMap<>();
        order.people().forEach(id -> fates.put(id, Optional.of(Unfit.unavailable(Unavailable.NOT_FREE))));
        Map<PoolPersonId, CandidateChecks.Verdict.Fits> fit = new LinkedHashMap<>();
        List<PoolPerson> free = ports.candidates().lockFree(fates.keySet());
        Set<PoolPersonId> rested = free.stream()
                .filter(person -> person.isFree(now))
                .map(PoolPerson::id)
                .collect(Collectors.toSet());
        Map<PoolPersonId, CandidateChecks.Verdict> verdicts =
                order.regardlessOfFit() ? checks.judgeByHand(demand, free, now) : checks.judge(demand, free, now);
        verdicts.forEach((id, verdict) -> {
            switch (verdict) {
                case CandidateChecks.Verdict.Fits fits -> fit.put(id, fits);
                case CandidateChecks.Verdict.Refused(var refusal, var dimension) ->
                    fates.put(id, Optional.of(new Unfit(refusal, behind(refusal, rested.contains(id)))));
            }
        });
        CompanyRoom room = CompanyRoom.of(
                ports,
                world,
                demand.clientId(),
                fit.values().stream().map(CandidateChecks.Verdict.Fits::person).toList(),
                now);
        Taken taken = new Taken(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        for (PoolPersonId id : List.copyOf(fates.keySet())) {
            CandidateChecks.Verdict.Fits fits = fit.get(id);
            if (fits != null && taken.claims().size() == demand.credits()) {
                fates.put(id, Optional.of(new Unfit(AssignmentRefusal.NO_CREDITS, null)));
            } else if (fits != null && room.take(fits.person())) {
                fates.put(id, Optional.empty());
                add(taken, demand, fits, room, order.reason(), now);
            } else if (fits != null) {
                fates.put(id, Optional.of(Unfit.unavailable(Unavailable.COMPANY)));
            }
        }
        if (!taken.claims().isEmpty()) {
            write(worker, demand, taken, now);
            world.credits()
                    .account(demand.clientId())
                    .ifPresent(account -> low.tell(account, taken.claims().size()));
        }
        return fates;
    }

    private void add(
            Taken taken,
            Demand demand,
            CandidateChecks.Verdict.Fits fits,
            CompanyRoom room,
            String reason,
            Instant now) {
        Lead former = fits.former();
        Lead lead = former == null
                ? CandidateChecks.lead(fits.person(), new LeadId(ids.next()), demand, now)
                : CandidateChecks.again(former, demand, now);
        (former == null ? taken.made() : taken.again()).add(lead);
        taken.claims()
                .add(new PoolClaim(
                        fits.person().id(),
                        lead.clientId(),
                        lead.id(),
                        now,
                        PoolClaim.ClaimedBy.MANUAL,
                        ClaimStatus.ACTIVE,
                        reason));
        Instant start = room.starts().get(fits.person().id());
        if (start != null) {
            taken.starts().put(lead.id(), start);
        }
    }

    static Map<AssignmentRefusal, Integer> counted(Map<AssignmentRefusal, Integer> before) {
        Map<AssignmentRefusal, Integer> counts = new EnumMap<>(AssignmentRefusal.class);
        counts.putAll(before);
        return counts;
    }
}
