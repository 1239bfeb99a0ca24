package io.agencyos.bootstrap.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Months in which everything fails that can. Source: issue 4 point 3 b, outreach 4.8. */
@Order(1) // long: with the first
class SimulatedWorldTest {

    private static final int WORLDS = 20;
    private static final int LEADS = 14;
    private static final int DAYS = 30;

    @Test // outreach 4.8 I1 to I12, 1.5, 3.4, 5.3, 6.2
    void in_twenty_months_of_trouble_nobody_is_contacted_twice_or_after_a_stop_and_all_books_agree() throws Exception {
        Map<Long, Future<WorldHistory>> worlds = new HashMap<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (long seed = 1; seed <= WORLDS; seed++) {
                long world = seed;
                worlds.put(seed, two.submit(() -> SystemSimulations.live(world, LEADS, DAYS, MemoryStores::open)));
            }
        }
        Set<Fate.Trouble> met = EnumSet.noneOf(Fate.Trouble.class);
        List<String> broken = new ArrayList<>();
        long bySecondDialect = 0;
        Map<LedgerRow.Kind, Long> contacts = new EnumMap<>(LedgerRow.Kind.class);
        for (Map.Entry<Long, Future<WorldHistory>> world : worlds.entrySet()) {
            WorldHistory history = world.getValue().get();
            met.addAll(history.troubles());
            for (LedgerRow.Kind kind : LedgerRow.Kind.values()) {
                contacts.merge(kind, history.times(kind), Long::sum);
            }
            if (WorldVendors.dialectOf(world.getKey()).equals(WorldVendors.SECOND)) {
                bySecondDialect += history.times(LedgerRow.Kind.INVITATION) + history.times(LedgerRow.Kind.MESSAGE);
            }
            history.broken()
                    .ifPresent(what -> broken.add("agency-os simulate --from " + world.getKey() + " --seeds 1 --leads "
                            + LEADS + ": " + what));
            assertThat(history.story())
                    .as("seed %d is no empty world", world.getKey())
                    .filteredOn(line -> line.contains(" EMAIL "))
                    .hasSizeGreaterThan(LEADS);
        }
        assertThat(broken).isEmpty();
        assertThat(bySecondDialect)
                .as("seats act by the vendor's second API too")
                .isGreaterThan(WORLDS / 2);
        contacts.keySet().removeIf(kind -> !kind.reaches());
        assertThat(contacts)
                .as("people are reached on every channel")
                .allSatisfy((kind, times) -> assertThat(times).as(kind.name()).isGreaterThan(WORLDS / 2));
        assertThat(met).as("what a world can meet").containsExactlyInAnyOrder(Fate.Trouble.values());
    }

    @Test // issue 4 point 3 b: the same seed yields the same history, whatever the stores are
    void the_same_seed_tells_the_same_story_on_postgresql_event_by_event(@TempDir Path folder) {
        try (WorldDatabases databases = WorldDatabases.in(folder.resolve("postgres"))) {
            // of the first seeds the one with the most trouble
            WorldHistory remembered = SystemSimulations.live(13, LEADS, 6, MemoryStores::open);
            WorldHistory stored = SystemSimulations.live(13, LEADS, 6, databases::open);
            assertThat(remembered.broken()).isEmpty();
            assertThat(stored.story()).containsExactlyElementsOf(remembered.story());
        }
    }

    @Test // what is proved without sockets holds with them: cut connections, half answers and refusals are the same
    // trouble
    void the_same_seed_tells_the_same_story_over_the_network_event_by_event() {
        for (long seed : List.of(13L, 59L)) {
            WorldHistory byHand = SystemSimulations.live(seed, LEADS, 12, MemoryStores::open);
            WorldHistory byNetwork =
                    SystemSimulations.live(seed, LEADS, 12, MemoryStores::open, SimulatedWorld.Contact.BY_NETWORK);
            assertThat(byHand.broken()).as("seed %d", seed).isEmpty();
            assertThat(byNetwork.story()).as("seed %d", seed).containsExactlyElementsOf(byHand.story());
        }
    }

    @Test // issue 4 point 3 b: with every channel, and the kinds of trouble that each of these seeds has
    void worlds_that_once_contacted_somebody_twice_keep_their_promises() {
        for (long seed : List.of(59L, 112L)) {
            assertThat(SystemSimulations.live(seed, 30, 26, MemoryStores::open).broken())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test // outreach 4.8 I6: a promise that cannot break is none
    void a_store_that_keeps_reservations_for_ever_is_found_out() {
        SimulatedWorld.Opener leaky = (time, ids) -> LeakyQuotas.in(MemoryStores.open(time, ids));
        assertThat(SystemSimulations.live(1, LEADS, 3, leaky).broken())
                .hasValueSatisfying(what -> assertThat(what).contains("I6 reservations"));
    }
}
