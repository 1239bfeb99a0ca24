package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.allocation.store.AssignmentRuns;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.SideBySide;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the runs of demands, and has those that are open together served by one look over the pool. */
final class AssignPoolLeadsService implements AssignPoolLeads {

    private final AllocationPorts ports;
    private final AllocationWorld world;
    private final PoolLook look;
    private final PoolAllocator allocator;
    private final ClaimStep claims;
    private final RunBook book;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;
    private final SideBySide sideBySide = new SideBySide();

    AssignPoolLeadsService(
            AllocationPorts ports, AllocationWorld world, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.world = world;
        CandidateChecks checks = new CandidateChecks(ports, world);
        this.look = new PoolLook(ports, checks, units);
        this.claims = new ClaimStep(ports, world, new ClaimChunk(ports, world, checks, clock, ids), units);
        this.allocator = new PoolAllocator(ports, world.clients(), claims, units);
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
                case Result.Err<Rehearsed, AssignmentRefusal>(AssignmentRefusal refusal) ->
                    new Outcome.Refused(refusal);
                case Result.Ok<Rehearsed, AssignmentRefusal>(Rehearsed rehearsal) ->
                    new Outcome.Done(rehearsal.report());
            };
        }
        return switch (open(worker, request, 0)) {
            case Result.Err<Open, Outcome>(Outcome outcome) -> outcome;
            case Result.Ok<Open, Outcome>(Open open) -> serve(List.of(open)).getFirst();
        };
    }

    private Result<Demand, AssignmentRefusal> read(TenantScope worker, Request request) {
        return units.inTenant(
                worker, () -> Demand.read(ports, world, worker.clientId(), request.campaignId(), request.count()));
    }

    /**
     * A run that goes on.
     *
     * @param buffer leads of the campaign that nobody wrote to yet
     */
    record Open(TenantScope worker, Demand demand, AssignmentRuns.Run run, int buffer) {}

    /** Begins a run, or finds the one that was begun under this key; or says what came of it already. */
    Result<Open, Outcome> open(TenantScope worker, Request request, int buffer) {
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
                        ? open(worker, request, buffer)
                        : Result.ok(new Open(worker, demand, run.get(), buffer));
            }
        };
    }

    private Optional<AssignmentRuns.Run> begin(TenantScope worker, Request request) {
        return book.begin(
                worker, AssignmentRuns.Source.POOL, request.campaignId(), request.count(), request.requestKey());
    }

    /** Serves the demands together, to the last of whoever was looked at; in their order. */
    List<Outcome> serve(List<Open> demands) {
        List<Open> open = demands;
        while (true) {
            List<PoolPlace> places = places(open);
            if (places.isEmpty()) {
                return List.of();
            }
            PoolLook.Found found = places.getFirst().found();
            allocator.serve(found.board(), places);
            boolean again = found.more()
                    && places.stream().anyMatch(PoolPlace::isOpen)
                    && taken(places)
                            > open.stream()
                                    .mapToInt(AssignPoolLeadsService::assigned)
                                    .sum();
            if (!again) {
                return finish(places);
            }
            open = places.stream()
                    .map(place -> new Open(place.worker(), place.demand(), place.run(), place.first()))
                    .toList();
        }
    }

    private static int assigned(Open open) {
        return open.run().progress().assigned();
    }

    private static int taken(List<PoolPlace> places) {
        return places.stream()
                .mapToInt(place -> place.run().progress().assigned())
                .sum();
    }

    private List<PoolPlace> places(List<Open> open) {
        PoolLook.Found found = look.look(open.stream().map(Open::demand).toList(), clock.now());
        List<PoolPlace> places = new ArrayList<>();
        for (Open demand : open) {
            places.add(new PoolPlace(
                    demand.worker(), demand.demand(), demand.run(), demand.buffer(), found, places.size()));
        }
        return places;
    }

    private List<Outcome> finish(List<PoolPlace> places) {
        Map<PoolPlace, Outcome> outcomes = new ConcurrentHashMap<>();
        sideBySide.run(places, place -> outcomes.put(place, finish(place)));
        return places.stream()
                .map(place -> Objects.requireNonNull(outcomes.get(place)))
                .toList();
    }

    private Outcome finish(PoolPlace place) {
        return finish(place.worker(), place.run(), place, place.stopped());
    }

    private Outcome finish(
            TenantScope worker,
            AssignmentRuns.Run run,
            @Nullable PoolPlace place,
            @Nullable AssignmentRefusal stopped) {
        return new Outcome.Done(report(book.finish(worker, run, now -> {
            AssignmentRuns.Progress progress = now.progress();
            Map<AssignmentRefusal, Integer> refused = ClaimChunk.counted(progress.refused());
            boolean exhausted = stopped == null && progress.assigned() < now.requested();
            if (place != null) {
                place.turnedDown().forEach((refusal, count) -> refused.merge(refusal, count, Integer::sum));
            }
            var widen = exhausted && place != null ? place.refused().narrowest().orElse(null) : null;
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
    record Rehearsed(Report report, List<PoolAllocator.Pick> picks, PoolPlace place) {}

    Result<Rehearsed, AssignmentRefusal> rehearsal(TenantScope worker, Request request) {
        return read(worker, request).map(demand -> rehearse(worker, request, demand));
    }

    private Rehearsed rehearse(TenantScope worker, Request request, Demand demand) {
        AssignmentRuns.Run imagined = book.imagined(worker, request.campaignId(), request.count());
        PoolPlace place = places(List.of(new Open(worker, demand, imagined, 0))).getFirst();
        int most = Math.min(request.count(), demand.credits());
        int already = units.inTenant(worker, () -> claims.assignedBefore(worker.clientId()));
        List<PoolAllocator.Pick> picks = new Rehearsal(ports, world, units, place, clock.now()).picks(most, already);
        Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
        long sum = 0;
        for (PoolAllocator.Pick pick : picks) {
            tiers.merge(place.tier(pick.person()), 1, Integer::sum);
            sum += place.score(pick.person());
        }
        int shortfall = request.count() - picks.size();
        boolean poor = most < request.count() && picks.size() == most;
        Report report = new Report(
                null,
                request.count(),
                picks.size(),
                0,
                shortfall,
                place.refused().counts(),
                Reports.allTiers(tiers),
                Reports.mean(sum, picks.size()),
                (int) picks.stream().filter(PoolAllocator.Pick::explored).count(),
                true,
                poor ? AssignmentRefusal.NO_CREDITS : null,
                shortfall > 0 && !poor ? place.refused().narrowest().orElse(null) : null);
        return new Rehearsed(report, picks, place);
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
