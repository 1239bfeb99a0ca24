package io.agencyos.application.client;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.ClientId;
import java.util.function.Consumer;

/**
 * Removes clients whose days of grace are over, a few thousand rows a transaction; what broke off goes on where it stopped.
 * Nothing of another client is touched: each transaction sees one client's rows. Source: api 9.2, flows 3 ({@code purge}).
 */
public final class RemoveClients {

    private static final int AT_ONCE = 5_000;
    private static final int MOST = 100;

    private final ClientRemoval removal;
    private final Consumer<ClientId> windUp;
    private final Consumer<ClientId> forgetTwin;
    private final UnitOfWork units;
    private final ClockPort clock;

    /** What one round removed. */
    public record Round(int clients, long rows) {}

    /**
     * @param windUp lets go of everybody whom the client holds in the pool and ends what it pays, in units of its own; safe
     *     to repeat
     * @param forgetTwin has a twin's sandbox forget it, once the twin is there for nobody; safe to repeat
     */
    public RemoveClients(
            ClientRemoval removal,
            Consumer<ClientId> windUp,
            Consumer<ClientId> forgetTwin,
            UnitOfWork units,
            ClockPort clock) {
        this.removal = removal;
        this.windUp = windUp;
        this.forgetTwin = forgetTwin;
        this.units = units;
        this.clock = clock;
    }

    public Round run() {
        int clients = 0;
        long rows = 0;
        for (ClientRemoval.Leaving leaving : units.onPlatform(() -> removal.due(clock.now(), MOST))) {
            windUp.accept(leaving.live());
            units.onPlatform(() -> removal.begin(leaving, clock.now()));
            ClientId twin = leaving.twin();
            if (twin != null) {
                forgetTwin.accept(twin);
                rows += removed(twin);
            }
            rows += removed(leaving.live());
            clients++;
        }
        return new Round(clients, rows);
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
}
