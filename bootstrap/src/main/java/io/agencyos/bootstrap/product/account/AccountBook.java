package io.agencyos.bootstrap.product.account;

import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The clients' accounts at one vendor as they are stored, remembered for a moment: every call to the vendor asks for one.
 * That there is none is remembered for a shorter one, and not while accounts are being written here.
 *
 * @param <A> what the vendor's adapter makes of an account
 */
public final class AccountBook<A> {

    private static final long FRESH = Duration.ofSeconds(20).toNanos();
    private static final long FRESH_ABSENCE = Duration.ofSeconds(5).toNanos();

    private static final Optional<VendorAccount> NONE = Optional.empty();

    private record Known<A>(Optional<A> account, long readAt) {}

    private final String vendor;
    private final Function<VendorAccount, A> reading;
    private final WatchedAccounts accounts;
    private final Clients clients;
    private final Predicate<ClientId> served;
    private final UnitOfWork units;
    private final Map<ClientId, Known<A>> known = new ConcurrentHashMap<>();

    /**
     * @param served whose accounts count now: nothing of anybody else may leave the house, whatever is stored or remembered;
     *     not asked inside a unit of work
     */
    public AccountBook(
            String vendor,
            Function<VendorAccount, A> reading,
            WatchedAccounts accounts,
            Clients clients,
            Predicate<ClientId> served,
            UnitOfWork units) {
        this.vendor = vendor;
        this.reading = reading;
        this.accounts = accounts;
        this.clients = clients;
        this.served = served;
        this.units = units;
    }

    /** Never call it inside a unit of work. */
    public Optional<A> of(ClientId client) {
        if (!served.test(client)) {
            return Optional.empty();
        }
        Known<A> last = known.get(client);
        return last != null && isFresh(last) ? last.account() : read(client);
    }

    private boolean isFresh(Known<A> last) {
        long age = System.nanoTime() - last.readAt();
        return last.account().isPresent() ? age < FRESH : age < FRESH_ABSENCE && accounts.unchangedSince(last.readAt());
    }

    private Optional<A> read(ClientId client) {
        boolean settled = accounts.settled();
        long now = System.nanoTime();
        Optional<A> account = units.reading(
                        TenantScope.worker(client),
                        () -> clients.find(client).isPresent() ? accounts.find(client, vendor) : NONE)
                .map(reading);
        if (account.isPresent() || settled) {
            known.put(client, new Known<>(account, now));
        } else {
            known.remove(client);
        }
        return account;
    }

    /** Stores the account as it shall be, or forgets it where nothing is left of it. */
    void change(ClientId client, Function<VendorAccount, Optional<VendorAccount>> wanted) {
        units.inTenant(TenantScope.worker(client), () -> {
            accounts.find(client, vendor)
                    .ifPresent(stored -> wanted.apply(stored)
                            .ifPresentOrElse(accounts::save, () -> accounts.remove(client, vendor)));
            return client;
        });
        known.remove(client);
    }
}
