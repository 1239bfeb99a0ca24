package io.agencyos.bootstrap.product.place;

import io.agencyos.adapters.out.sandbox.SandboxFolderInUse;
import io.agencyos.adapters.out.sandbox.SandboxHouse;
import io.agencyos.application.shared.ClockPort;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sandbox inside the installation: opened when a twin is first used, and gone with the process. Only where one process
 * is alone with the database; several would each have a world of their own. A process that died counts among several for
 * a minute, but not where the database lets one process in: who holds it then is alone.
 */
public final class OwnSandboxHouse implements TwinSandbox, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnSandboxHouse.class);
    private static final int STEP_MS = 250;

    private record Open(SandboxHouse house, ScheduledExecutorService time) {}

    private final SandboxHouse.Keeping keeping;
    private final ClockPort clock;
    private final boolean alone;
    private volatile int processes = 1;
    private volatile @Nullable Open open;
    private boolean closed;
    private boolean refused;

    /** In a process that may not be the only one at its database. */
    public OwnSandboxHouse(SandboxHouse.Keeping keeping, ClockPort clock) {
        this(keeping, clock, false);
    }

    private OwnSandboxHouse(SandboxHouse.Keeping keeping, ClockPort clock, boolean alone) {
        this.keeping = keeping;
        this.clock = clock;
        this.alone = alone;
    }

    /** In the process that holds the embedded database, whose lock keeps every other one out. */
    public static OwnSandboxHouse ofTheOnlyProcess(SandboxHouse.Keeping keeping, ClockPort clock) {
        return new OwnSandboxHouse(keeping, clock, true);
    }

    @Override
    public Optional<URI> address() {
        if (processes > 1) {
            return Optional.empty();
        }
        Open now = open;
        return Optional.ofNullable(now == null ? opened() : now)
                .map(it -> URI.create(it.house().address()));
    }

    /** Whether anybody came yet. */
    public boolean isOpen() {
        return open != null;
    }

    @Override
    public void sharedBy(int number) {
        if (alone) {
            return;
        }
        if (number > 1 && processes == 1) {
            LOG.warn(
                    "{} processes share the database: the clients' twins have no vendors until AGENCYOS_SANDBOX_URL"
                            + " names a sandbox for all of them",
                    number);
        }
        processes = number;
    }

    private synchronized @Nullable Open opened() {
        if (open == null && !closed) {
            try {
                open = begun(SandboxHouse.open(keeping, clock::now));
            } catch (SandboxFolderInUse taken) {
                if (!refused) {
                    LOG.warn("the clients' twins have no vendors for now: {}", taken.getMessage());
                }
                refused = true;
            }
        }
        return open;
    }

    private static Open begun(SandboxHouse house) {
        ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("sandbox-time").daemon().factory());
        time.scheduleWithFixedDelay(() -> pump(house), STEP_MS, STEP_MS, TimeUnit.MILLISECONDS);
        return new Open(house, time);
    }

    @Override
    public synchronized boolean forget(String door) {
        Open now = open;
        if (now == null) {
            keeping.folder().ifPresent(folder -> SandboxHouse.forget(folder, door));
        } else {
            now.house().forget(door);
        }
        return true;
    }

    /** Lets the sandbox live until the clock's present, if anybody came yet. */
    public void pump() {
        Open now = open;
        if (now != null) {
            now.house().pump();
        }
    }

    private static void pump(SandboxHouse house) {
        try {
            house.pump();
        } catch (RuntimeException failed) {
            // one bad moment must not stop time for all who come after
            LOG.warn("the sandbox stumbled", failed);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Open last = open;
        if (last != null) {
            last.time().shutdownNow();
            last.house().close();
        }
    }
}
