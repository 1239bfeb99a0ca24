package io.agencyos.application.allocation;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.client.Subscription;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.Tier;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.PoolPersonId;
import io.agencyos.domain.shared.Result;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks once over the pool, then claims the best in chunks, each a unit of work that is all or nothing. */
final class AssignPoolLeadsService implements AssignPoolLeads {

    private static final int CHUNK = 50;
    private static final int RACES = 5;

    private final AllocationPorts ports;
    private final AllocationWorld world;
    private final PoolLook look;
    private final ClaimChunk chunks;
    private final RunBook book;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    AssignPoolLeadsService(
            AllocationPorts ports, AllocationWorld world, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.world = world;
        CandidateChecks checks = new CandidateChecks(ports, world);
        this.look = new PoolLook(ports, checks, units);
        this.chunks = new ClaimChunk(ports, world, checks, clock, ids);
        this.book = new RunBook(ports.runs(), world.audit(), units, clock, ids);
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome assign(TenantScope scope, Request request) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.MEMBER)) {
            return new Outcome.RoleRequired();
        }
        TenantScope worker = scope.asWorker();
        if (request.dryRun()) {
            return switch (rehearsal(worker, request)) {
                case Result.Err<Rehearsal, AssignmentRefusal>(AssignmentRefusal refusal) ->
                    new Outcome.Refused(refusal);
                case Result.Ok<Rehearsal, AssignmentRefusal>(Rehearsal rehearsal) ->
                    new Outcome.Done(rehearsal.report());
            };
        }
        return switch (open(worker, request)) {
            case Result.Err<Open, Outcome>(Outcome outcome) -> outcome;
            case Result.Ok<Open, Outcome>(Open open) -> goOn(open);
        };
    }

    private Result<Demand, AssignmentRefusal> read(TenantScope worker, Request request) {
        return units.inTenant(
                worker, () -> Demand.read(ports, world, worker.clientId(), request.campaignId(), request.count()));
    }

    /** A run that goes on, with whom the look over the pool found for it. */
    record Open(TenantScope worker, Demand demand, AssignmentRuns.Run run, PoolLook.Found found) {}

    /** Begins a run, or finds the one that was begun under this key; or says what came of it already. */
    Result<Open, Outcome> open(TenantScope worker, Request request) {
        Optional<AssignmentRuns.Run> known = book.find(worker, AssignmentRuns.Source.POOL, request.requestKey());
        if (known.isPresent()) {
            AssignmentRuns.Run run = known.get();
            if (!run.campaignId().equals(request.campaignId()) || run.requested() != request.count()) {
                return Result.err(new Outcome.KeyReused());
            }
            if (run.finishedAt() != null) {
                return Result.err(new Outcome.Done(report(run)));
            }
        }
        return switch (read(worker, request)) {
            case Result.Err<Demand, AssignmentRefusal>(AssignmentRefusal refusal) ->
                Result.err(known.<Outcome>map(run -> finish(worker, run, null, refusal))
                        .orElseGet(() -> new Outcome.Refused(refusal)));
            case Result.Ok<Demand, AssignmentRefusal>(Demand demand) -> {
                Optional<AssignmentRuns.Run> run = known.isPresent() ? known : begin(worker, request);
                // somebody began the same request between our look and our write
                yield run.isEmpty()
                        ? open(worker, request)
                        : Result.ok(new Open(
                                worker,
                                demand,
                                run.get(),
                                look.look(worker, demand, run.get().requested(), clock.now())));
            }
        };
    }

    private Optional<AssignmentRuns.Run> begin(TenantScope worker, Request request) {
        return book.begin(
                worker, AssignmentRuns.Source.POOL, request.campaignId(), request.count(), request.requestKey());
    }

    private Outcome goOn(Open open) {
        TenantScope worker = open.worker();
        AssignmentRuns.Run run = open.run();
        PoolLook.@Nullable Found more = open.found();
        @Nullable AssignmentRefusal stopped = null;
        while (more != null && stopped == null) {
            int before = run.progress().assigned();
            while (stopped == null && !more.shortlist().isEmpty() && open(run) > 0) {
                Step step = step(worker, run, more.shortlist(), CHUNK);
                stopped = step.stopped();
                run = step.run();
            }
            boolean again = stopped == null
                    && open(run) > 0
                    && more.shortlist().overflowed()
                    && run.progress().assigned() > before;
            more = again ? look.look(worker, open.demand(), open(run), clock.now()) : null;
        }
        return finish(worker, run, open.found(), stopped);
    }

    static int open(AssignmentRuns.Run run) {
        return run.finishedAt() == null ? run.requested() - run.progress().assigned() : 0;
    }

    record Step(
            AssignmentRuns.Run run,
            Set<PoolPersonId> settled,
            @Nullable AssignmentRefusal stopped) {}

    /** Takes up to {@code most} of the shortlist, all or nothing; a lost race is tried again with whoever is left. */
    Step step(TenantScope worker, AssignmentRuns.Run run, Shortlist shortlist, int most) {
        for (int attempt = 1; ; attempt++) {
            try {
                Step step = units.inTenant(worker, () -> stepOnce(worker, run, shortlist, most));
                shortlist.drop(step.settled());
                return step;
            } catch (UniqueViolation | ConcurrentUpdate | ClaimChunk.OutOfCredits race) {
                // an import took one of these people, or another run the last credit, between our look and our write
                if (attempt == RACES) {
                    throw race;
                }
            }
        }
    }

    private Step stepOnce(TenantScope worker, AssignmentRuns.Run last, Shortlist shortlist, int most) {
        ClientId client = worker.clientId();
        AssignmentRuns.Run run = ports.runs().findForUpdate(client, last.id()).orElse(last);
        int size = Math.min(most, open(run));
        if (size == 0) {
            return new Step(run, Set.of(), null);
        }
        Result<Demand, AssignmentRefusal> read = Demand.read(ports, world, client, run.campaignId(), run.requested());
        if (read instanceof Result.Err<Demand, AssignmentRefusal>(AssignmentRefusal refusal)) {
            return new Step(run, Set.of(), refusal);
        }
        Demand demand = read.toOptional().orElseThrow();
        int assigned = ports.runs().assignedSince(client, periodStart(client));
        ClaimChunk.Claimed claimed = chunks.claim(worker, demand, shortlist, run, size, assigned);
        AssignmentRuns.Run next = run.with(claimed.progress());
        ports.runs().update(next);
        return new Step(next, claimed.settled(), null);
    }

    /** The credits' period, which begins on a day of the client's own zone. */
    private Instant periodStart(ClientId client) {
        return world.clients()
                .subscription(client)
                .map(Subscription::periodStart)
                .flatMap(day -> world.clients()
                        .find(client)
                        .map(found -> day.atStartOfDay(found.timezone()).toInstant()))
                .orElse(Instant.EPOCH);
    }

    Outcome finish(
            TenantScope worker,
            AssignmentRuns.Run run,
            PoolLook.@Nullable Found found,
            @Nullable AssignmentRefusal stopped) {
        return new Outcome.Done(report(book.finish(worker, run, now -> {
            AssignmentRuns.Progress progress = now.progress();
            Map<AssignmentRefusal, Integer> refused = ClaimChunk.counted(progress.refused());
            boolean exhausted = stopped == null && progress.assigned() < now.requested();
            if (found != null) {
                found.refused().forEach((refusal, count) -> refused.merge(refusal, count, Integer::sum));
            }
            var widen = exhausted && found != null ? found.narrowest().orElse(null) : null;
            if (exhausted) {
                world.events().append(exhausted(now, widen == null ? "none" : widen.wire()));
            }
            return new AssignmentRuns.Progress(
                    progress.assigned(),
                    progress.enrolled(),
                    progress.explored(),
                    progress.scoreSum(),
                    refused,
                    progress.tiers(),
                    stopped,
                    widen);
        })));
    }

    private DomainEvent exhausted(AssignmentRuns.Run run, String widen) {
        return new DomainEvent(
                ids.next(),
                run.clientId(),
                EventName.POOL_EXHAUSTED,
                run.clientId().value(),
                clock.now(),
                Map.of(
                        "campaign_id", run.campaignId().text(),
                        "requested", Integer.toString(run.requested()),
                        "assigned", Integer.toString(run.progress().assigned()),
                        "narrowest", widen));
    }

    /** What would be done, and what the look found. */
    record Rehearsal(Report report, List<Shortlist.Pick> picks, PoolLook.Found found) {}

    Result<Rehearsal, AssignmentRefusal> rehearsal(TenantScope worker, Request request) {
        return read(worker, request).map(demand -> rehearse(worker, request, demand));
    }

    private Rehearsal rehearse(TenantScope worker, Request request, Demand demand) {
        PoolLook.Found found = look.look(worker, demand, request.count(), clock.now());
        int most = Math.min(request.count(), demand.credits());
        int already = units.inTenant(
                worker, () -> ports.runs().assignedSince(demand.clientId(), periodStart(demand.clientId())));
        var picks = found.shortlist().pretend(already, most);
        Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
        long sum = 0;
        for (Shortlist.Pick pick : picks) {
            PoolLook.Rank rank = found.rank(pick.person());
            tiers.merge(rank.tier(), 1, Integer::sum);
            sum += rank.score();
        }
        int shortfall = request.count() - picks.size();
        boolean poor = most < request.count() && picks.size() == most;
        Report report = new Report(
                null,
                request.count(),
                picks.size(),
                0,
                shortfall,
                found.refused(),
                Reports.allTiers(tiers),
                Reports.mean(sum, picks.size()),
                (int) picks.stream().filter(Shortlist.Pick::explored).count(),
                true,
                poor ? AssignmentRefusal.NO_CREDITS : null,
                shortfall > 0 && !poor ? found.narrowest().orElse(null) : null);
        return new Rehearsal(report, picks, found);
    }

    private static Report report(AssignmentRuns.Run run) {
        AssignmentRuns.Progress progress = run.progress();
        return new Report(
                run.id(),
                run.requested(),
                progress.assigned(),
                progress.enrolled(),
                run.requested() - progress.assigned(),
                progress.refused(),
                Reports.allTiers(progress.tiers()),
                Reports.mean(progress.scoreSum(), progress.assigned()),
                progress.explored(),
                false,
                progress.stopped(),
                progress.widen());
    }
}
