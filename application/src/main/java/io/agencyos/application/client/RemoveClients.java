package io.agencyos.application.client;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Removes clients whose days of grace are over, a few thousand rows a transaction; what broke off goes on where it stopped.
 * Nothing of another client is touched: each transaction sees one client's rows. No client waits for another, nor for a
 * sandbox that does not answer: that a twin's world is to be forgotten is noted, and asked for until it is. Source: api 9.2,
 * flows 3 ({@code purge}).
 */
public final class RemoveClients {

    private static final int AT_ONCE = 5_000;
    private static final int MOST = 100;

    private final ClientRemoval removal;
    private final Consumer<ClientId> windUp;
    private final Predicate<ClientId> forgetWorld;
    private final UnitOfWork units;
    private final ClockPort clock;

    /** What one round removed. */
    public record Round(int clients, long rows) {}

    /**
     * @param windUp lets go of everybody whom the client holds in the pool and ends what it pays, in units of its own; safe
     *     to repeat
     * @param forgetWorld has a twin's sandbox forget it, once the twin is there for nobody; false where the sandbox does not
     *     answer; safe to repeat
     */
    public RemoveClients(
            ClientRemoval removal,
            Consumer<ClientId> windUp,
            Predicate<ClientId> forgetWorld,
            UnitOfWork units,
            ClockPort clock) {
        this.removal = removal;
        this.windUp = windUp;
        this.forgetWorld = forgetWorld;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Removes whose time has come.
     *
     * @throws RuntimeException the first thing that went wrong, when everybody else has been removed
     */
    public Round run() {
        int clients = 0;
        long rows = 0;
        @Nullable RuntimeException failed = null;
        for (ClientRemoval.Leaving leaving : units.onPlatform(() -> removal.due(clock.now(), MOST))) {
            try {
                rows += removed(leaving);
                clients++;
            } catch (RuntimeException one) {
                if (failed == null) {
                    failed = one;
                } else {
                    failed.addSuppressed(one);
                }
            }
        }
        forgetWorlds();
        if (failed != null) {
            throw failed;
        }
        return new Round(clients, rows);
    }

    private long removed(ClientRemoval.Leaving leaving) {
        windUp.accept(leaving.live());
        units.onPlatform(() -> removal.begin(leaving, clock.now()));
        ClientId twin = leaving.twin();
        long rows = twin == null ? 0 : removed(twin);
        return rows + removed(leaving.live());
    }

    private long removed(ClientId client) {
        long rows = 0;
        int some;
        do {
            some = units.<Integer>inTenant(
                    TenantScope.worker(client), () -> removal.removeSome(client, AT_ONCE, clock.now()));
            rows += some;
        } while (some > 0);
        return rows;
    }

    /**
     * Asks the sandboxes of removed twins to forget them, until one does not answer: then the others, at the same place, are
     * asked the next time.
     *
     * @return how many have now
     */
    public int forgetWorlds() {
        int forgotten = 0;
        for (ClientId twin : units.onPlatform(() -> removal.owedWorlds(MOST))) {
            if (!forgetWorld.test(twin)) {
                return forgotten;
            }
            units.onPlatform(() -> removal.worldForgotten(twin, clock.now()));
            forgotten++;
        }
        return forgotten;
    }
}
