package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.AllocationPorts;
import io.agencyos.application.client.Clients;
import io.agencyos.application.shared.SideBySide;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.Exploration;
import io.agencyos.domain.allocation.FairTurns;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Serves demands over one board: plans a round of turns, asks whether everybody in it is still free, and then claims
 * each client's part of the round in sets, several clients at once. Whoever could not be had is given back as a turn,
 * so that the next round is fair again. Source: scoring POOL-8.
 */
final class PoolAllocator {

    /** People of one unit of work. */
    static final int CHUNK = 500;

    private final AllocationPorts ports;
    private final Clients clients;
    private final ClaimStep claims;
    private final UnitOfWork units;
    private final SideBySide sideBySide = new SideBySide();

    PoolAllocator(AllocationPorts ports, Clients clients, ClaimStep claims, UnitOfWork units) {
        this.ports = ports;
        this.clients = clients;
        this.claims = claims;
        this.units = units;
    }

    /**
     * One who is planned.
     *
     * @param person number on the board
     * @param ordinal which assignment of the client's period it would be, from 1
     */
    record Pick(int person, PoolPersonId id, int ordinal, boolean explored) {}

    /** The places of one client, and its part of a round. */
    static final class Table {
        private final ClientId client;
        private final List<PoolPlace> places;
        private final Map<PoolPlace, List<Pick>> planned = new LinkedHashMap<>();
        private int already;
        private int given;

        Table(ClientId client, List<PoolPlace> places, int already) {
            this.client = client;
            this.places = places;
            this.already = already;
        }

        /** The campaign with the smallest buffer first; false when none of them gets anybody. */
        boolean turn(PoolBoard board) {
            List<PoolPlace> smallestBufferFirst = places.stream()
                    .sorted(Comparator.comparingInt(PoolPlace::buffer))
                    .toList();
            int ordinal = already + size() + 1;
            boolean explore =
                    Exploration.falls(ordinal, places.getFirst().demand().exploring());
            for (PoolPlace place : smallestBufferFirst) {
                int person = place.isOpen() ? place.plan(explore, places) : Ranking.NOBODY;
                if (person != Ranking.NOBODY) {
                    planned.computeIfAbsent(place, any -> new ArrayList<>())
                            .add(new Pick(person, board.id(person), ordinal, explore));
                    return true;
                }
            }
            return false;
        }

        int size() {
            return planned.values().stream().mapToInt(List::size).sum();
        }

        /** Whether any of those who are wanted is one to be taken regardless of rank. */
        boolean explores() {
            int wanted = places.stream().mapToInt(PoolPlace::left).sum();
            int share = places.getFirst().demand().exploring();
            return Exploration.count(already + wanted, share) > Exploration.count(already, share);
        }

        /** Nobody of this round was claimed. */
        int undo() {
            int undone = size();
            planned.forEach((place, picks) -> picks.forEach(pick -> place.giveBack(pick.person())));
            planned.clear();
            return undone;
        }
    }

    /** @param places in which demands are served; what became of each stands there afterwards */
    void serve(PoolBoard board, List<PoolPlace> places) {
        List<Table> tables = tables(places);
        FairTurns turns = new FairTurns(tables.stream().map(this::wanting).toList());
        sideBySide.run(
                tables.stream().filter(Table::explores).toList(), table -> table.places.forEach(PoolPlace::drawLots));
        while (plan(board, tables, turns)) {
            Set<PoolPersonId> asked = tables.stream()
                    .flatMap(table -> table.planned.values().stream())
                    .flatMap(List::stream)
                    .map(Pick::id)
                    .collect(Collectors.toSet());
            Set<PoolPersonId> free = units.onPlatform(() -> ports.candidates().free(asked));
            if (free.size() < asked.size()) {
                tables.forEach(table -> turns.gaveBack(table.client, table.undo()));
                asked.stream().filter(id -> !free.contains(id)).forEach(board::gone);
            } else {
                sideBySide.run(tables.stream().filter(table -> table.size() > 0).toList(), this::claim);
                tables.forEach(table -> {
                    turns.gaveBack(table.client, table.given);
                    table.given = 0;
                });
            }
            places.forEach(PoolPlace::rewind);
        }
        // whoever paid for the last one, or was paused meanwhile, is told so, and not that the pool is empty
        places.stream().filter(PoolPlace::isOpen).forEach(place -> place.after(place.run(), claims.refusal(place)));
    }

    private List<Table> tables(List<PoolPlace> places) {
        Map<ClientId, List<PoolPlace>> byClient = new LinkedHashMap<>();
        places.forEach(place -> byClient.computeIfAbsent(place.demand().clientId(), client -> new ArrayList<>())
                .add(place));
        return byClient.entrySet().stream()
                .map(of -> new Table(
                        of.getKey(),
                        of.getValue(),
                        units.inTenant(of.getValue().getFirst().worker(), () -> claims.assignedBefore(of.getKey()))))
                .toList();
    }

    private FairTurns.Wanting wanting(Table table) {
        Plan plan = units.inTenant(TenantScope.worker(table.client), () -> clients.subscription(table.client))
                .map(Subscription::plan)
                .orElse(Plan.IGNITION);
        int wanted = table.places.stream().mapToInt(PoolPlace::left).sum();
        return new FairTurns.Wanting(
                table.client,
                plan,
                Math.min(wanted, table.places.getFirst().demand().credits()));
    }

    /** Gives turns until there is enough for a unit of work of each client; false when nobody wants or gets anybody. */
    private static boolean plan(PoolBoard board, List<Table> tables, FairTurns turns) {
        Map<ClientId, Table> byClient =
                tables.stream().collect(Collectors.toMap(table -> table.client, Function.identity()));
        int taken = 0;
        Optional<ClientId> next = turns.next();
        while (next.isPresent() && taken < CHUNK * tables.size()) {
            if (Objects.requireNonNull(byClient.get(next.get())).turn(board)) {
                turns.took(next.get());
                taken++;
            } else {
                turns.leaves(next.get());
            }
            next = turns.next();
        }
        return taken > 0;
    }

    /** One client's part of the round; after a chunk that did not go as planned the rest is planned anew. */
    private void claim(Table table) {
        boolean asPlanned = true;
        for (Map.Entry<PoolPlace, List<Pick>> part : table.planned.entrySet()) {
            PoolPlace place = part.getKey();
            List<Pick> picks = part.getValue();
            for (int from = 0; from < picks.size(); from += CHUNK) {
                List<Pick> chunk = picks.subList(from, Math.min(picks.size(), from + CHUNK));
                if (asPlanned && place.stopped() == null) {
                    asPlanned = claim(table, place, chunk);
                } else {
                    giveBack(table, place, chunk);
                }
            }
        }
        table.planned.clear();
    }

    private boolean claim(Table table, PoolPlace place, List<Pick> chunk) {
        ClaimStep.Step step = claims.claim(place, chunk, table.already);
        place.after(step.run(), step.stopped());
        List<Pick> back = new ArrayList<>();
        for (Pick pick : chunk) {
            if (step.taken().contains(pick.id())) {
                place.took();
            } else if (step.lost().contains(pick.id()) || step.refused().contains(pick.id())) {
                place.lost(pick.person(), step.lost().contains(pick.id()));
                table.given++;
            } else {
                back.add(pick);
            }
        }
        giveBack(table, place, back);
        table.already = step.already();
        return step.taken().size() == chunk.size();
    }

    private static void giveBack(Table table, PoolPlace place, Collection<Pick> picks) {
        picks.forEach(pick -> place.giveBack(pick.person()));
        table.given += picks.size();
    }
}
