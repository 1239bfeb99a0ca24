package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What several processes share: one database, one vendor and one clock, which moves on when they have had their time. */
final class SharedWorld implements AutoCloseable {

    /** For every process to look and act before the clock moves on. */
    private static final Duration TURN = Duration.ofMillis(30);

    /** The clock waits no longer for what is due: its process may be dead. */
    private static final int MOST_TURNS = 40;

    private static final int TURNS_OF_REST = 40;

    private final SimulatedWorld world;
    private final DatabaseAddress address;
    private boolean busy;

    SharedWorld(long seed, int leads, WorldDatabases databases) {
        world = SimulatedWorld.withoutProcesses(seed, leads, databases::open);
        address = databases.newest();
    }

    Map<String, String> papers() {
        Map<String, String> papers = new HashMap<>();
        papers.put(WorldWorker.Paper.WORLD_SANDBOX.name(), world.sandbox().baseUrl());
        papers.put(WorldWorker.Paper.WORLD_SALESFORGE.name(), world.sandbox().salesforgeUrl());
        papers.put(WorldWorker.Paper.WORLD_WARMFORGE.name(), world.sandbox().warmforgeUrl());
        papers.put(WorldWorker.Paper.WORLD_CLICKSEND.name(), world.sandbox().clicksendUrl());
        papers.put(WorldWorker.Paper.WORLD_UNIPILE.name(), world.sandbox().unipileUrl());
        papers.put(WorldWorker.Paper.WORLD_VAPI.name(), world.sandbox().vapiUrl());
        papers.put(WorldWorker.Paper.WORLD_OFFICE.name(), world.sandbox().postUrl());
        papers.put(WorldWorker.Paper.WORLD_WORKSPACE.name(), world.workspace());
        papers.put(WorldWorker.Paper.WORLD_CLIENT.name(), world.client().text());
        papers.put(WorldWorker.Paper.WORLD_OPT_OUTS.name(), world.optOuts().toString());
        papers.put(WorldWorker.Paper.WORLD_DATABASE.name(), address.jdbcUrl());
        papers.put(WorldWorker.Paper.WORLD_ADMIN.name(), address.adminUser());
        papers.put(WorldWorker.Paper.WORLD_ADMIN_PASSWORD.name(), address.adminPassword());
        for (DatabaseRole role : DatabaseRole.values()) {
            papers.put(
                    WorldWorker.Paper.WORLD_ROLE_PASSWORD + "_" + role,
                    address.rolePasswords().get(role));
        }
        return papers;
    }

    /** Moves the clock to where something comes due, and gives everybody time for it. */
    void step() throws InterruptedException {
        busy = world.moveOn();
        Thread.sleep(TURN);
        for (int i = 0; i < MOST_TURNS && world.somethingIsDue(); i++) {
            Thread.sleep(TURN);
        }
    }

    /** Whether something came due at the last step. */
    boolean isBusy() {
        return busy;
    }

    /** Nobody is killed any more; whatever hangs in the air comes down. */
    void rest() throws InterruptedException {
        for (int i = 0; i < TURNS_OF_REST; i++) {
            step();
        }
        Thread.sleep(TURN.multipliedBy(10));
        world.promises().settled();
    }

    Duration lived() {
        return Duration.between(SimulatedWorld.OPENING, world.time().instant());
    }

    Optional<String> broken() {
        return world.promises().broken();
    }

    String told() {
        return world.promises().story().getLast();
    }

    /** How often somebody was reached in this way. */
    long reached(LedgerRow.Kind way) {
        return world.sandbox().ledger().rows().stream()
                .filter(row -> row.kind() == way)
                .count();
    }

    @Override
    public void close() {
        world.close();
    }
}
