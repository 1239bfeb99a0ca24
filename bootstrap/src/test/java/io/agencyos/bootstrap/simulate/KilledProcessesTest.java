package io.agencyos.bootstrap.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on one PostgreSQL, ended by the operating system in the middle of whatever they do. Source: issue 4 point 3 c. */
@Tag("processes")
class KilledProcessesTest {

    private static final int PROCESSES = 3;
    private static final int LEADS = 40;
    private static final int DAYS = 18;
    private static final int KILLS = 20;
    /** Texts leave too, but to so few that a seed may have none. */
    private static final List<LedgerRow.Kind> WAYS =
            List.of(LedgerRow.Kind.EMAIL, LedgerRow.Kind.CALL, LedgerRow.Kind.INVITATION, LedgerRow.Kind.MESSAGE);

    private static final Duration LONG_ENOUGH_TO_WORK = Duration.ofSeconds(4);
    private static final long SEED = Long.getLong("processes.seed", 7L);

    @Test // outreach 4.6, 4.8 I1 to I9
    void three_processes_that_are_killed_at_random_contact_everybody_once(@TempDir Path folder) throws Exception {
        System.out.println("processes.seed=" + SEED);
        Random chance = new Random(SEED);
        try (WorldDatabases databases = WorldDatabases.in(folder.resolve("postgres"));
                SharedWorld world = new SharedWorld(SEED, LEADS, databases)) {
            List<WorkerProcess> workers = new ArrayList<>();
            try {
                for (int i = 0; i < PROCESSES; i++) {
                    workers.add(WorkerProcess.start(world.papers(), folder.resolve("worker-" + i + ".log")));
                }
                int killed = 0;
                while (world.lived().compareTo(Duration.ofDays(DAYS)) < 0) {
                    world.step();
                    WorkerProcess victim = workers.get(chance.nextInt(PROCESSES));
                    if (world.isBusy() && victim.hasLivedFor(LONG_ENOUGH_TO_WORK)) {
                        victim.killAndStartAgain(chance.nextInt(40));
                        killed++;
                    }
                    assertThat(workers).allMatch(WorkerProcess::isAlive);
                }
                world.rest();
                System.out.println("killed " + killed + " times: " + world.told());
                assertThat(world.broken()).isEmpty();
                assertThat(killed).isGreaterThan(KILLS);
                long contacts = world.reached(LedgerRow.Kind.SMS);
                for (LedgerRow.Kind way : WAYS) {
                    assertThat(world.reached(way)).as(way.name()).isPositive();
                    contacts += world.reached(way);
                }
                assertThat(contacts).isGreaterThan(LEADS);
            } finally {
                workers.forEach(WorkerProcess::close);
            }
        }
    }
}
