package io.agencyos.application.allocation;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.FairTurns;
import io.agencyos.domain.client.Plan;
import io.agencyos.domain.client.Subscription;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.PoolPersonId;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks over the pool once per demand, then gives turns; what a turn claims is committed before the next one begins. */
final class AssignTogetherService implements AssignTogether {

    private final AssignPoolLeadsService pool;
    private final AllocationWorld world;
    private final UnitOfWork units;

    AssignTogetherService(AssignPoolLeadsService pool, AllocationWorld world, UnitOfWork units) {
        this.pool = pool;
        this.world = world;
        this.units = units;
    }

    /** A demand that is being served. */
    private static final class Place {
        private final Wish wish;
        private final AssignPoolLeadsService.Open open;
        private AssignmentRuns.Run run;
        private @Nullable AssignmentRefusal stopped;

        Place(Wish wish, AssignPoolLeadsService.Open open) {
            this.wish = wish;
            this.open = open;
            this.run = open.run();
        }

        Shortlist shortlist() {
            return open.found().shortlist();
        }

        boolean isOpen() {
            return stopped == null && left() > 0;
        }

        int left() {
            return AssignPoolLeadsService.open(run);
        }

        int buffer() {
            return wish.buffer() + run.progress().assigned();
        }

        void after(AssignPoolLeadsService.Step step) {
            run = step.run();
            stopped = step.stopped();
        }
    }

    @Override
    public List<Served> assign(List<Wish> wishes) {
        Map<Wish, AssignPoolLeads.Outcome> outcomes = new LinkedHashMap<>();
        Map<ClientId, List<Place>> places = new LinkedHashMap<>();
        for (Wish wish : wishes) {
            TenantScope worker = TenantScope.worker(wish.client());
            var request = new AssignPoolLeads.Request(wish.campaign(), wish.count(), wish.requestKey(), false);
            switch (pool.open(worker, request)) {
                case Result.Err<AssignPoolLeadsService.Open, AssignPoolLeads.Outcome>(var outcome) ->
                    outcomes.put(wish, outcome);
                case Result.Ok<AssignPoolLeadsService.Open, AssignPoolLeads.Outcome>(var open) ->
                    places.computeIfAbsent(wish.client(), client -> new ArrayList<>())
                            .add(new Place(wish, open));
            }
        }
        FairTurns.serve(
                places.entrySet().stream()
                        .map(of -> wanting(of.getKey(), of.getValue()))
                        .toList(),
                client -> turn(Objects.requireNonNull(places.get(client))));
        places.values().stream()
                .flatMap(List::stream)
                .forEach(place -> outcomes.put(
                        place.wish, pool.finish(place.open.worker(), place.run, place.open.found(), place.stopped)));
        return wishes.stream()
                .map(wish -> new Served(wish, Objects.requireNonNull(outcomes.get(wish))))
                .toList();
    }

    private FairTurns.Wanting wanting(ClientId client, List<Place> places) {
        Plan plan = units.inTenant(
                        TenantScope.worker(client), () -> world.clients().subscription(client))
                .map(Subscription::plan)
                .orElse(Plan.IGNITION);
        int wanted = places.stream().mapToInt(Place::left).sum();
        int credits = places.getFirst().open.demand().credits();
        return new FairTurns.Wanting(client, plan, Math.min(wanted, credits));
    }

    private FairTurns.Turn turn(List<Place> places) {
        List<Place> smallestBufferFirst =
                places.stream().sorted(Comparator.comparingInt(Place::buffer)).toList();
        for (Place place : smallestBufferFirst) {
            place.shortlist().leaveTo(person -> fitsBetterElsewhere(person, place, places));
            while (place.isOpen() && !place.shortlist().isEmpty()) {
                int before = place.run.progress().assigned();
                place.after(pool.step(place.open.worker(), place.run, place.shortlist(), 1));
                if (place.run.progress().assigned() > before) {
                    return FairTurns.Turn.TOOK;
                }
            }
        }
        return FairTurns.Turn.OUT;
    }

    /** POOL-10: a person is a lead of one campaign, the one that scores it highest; ties by what is left of the share. */
    private static boolean fitsBetterElsewhere(PoolPersonId person, Place here, List<Place> places) {
        int score = here.open.found().rank(person).score();
        return places.stream()
                .filter(other -> other != here && other.isOpen())
                .filter(other -> other.shortlist().holds(person))
                .anyMatch(other -> {
                    int there = other.open.found().rank(person).score();
                    return there > score || there == score && other.left() > here.left();
                });
    }
}
