package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.adapters.out.salesforge.SalesforgeAccount;
import io.agencyos.adapters.out.salesforge.SalesforgeAccounts;
import io.agencyos.application.platform.VendorAccounts;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.ClientId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The clients' accounts as they are stored, remembered for a moment: every call to the vendor asks for one. */
final class SalesforgeBook implements SalesforgeAccounts {

    private static final long FRESH = Duration.ofSeconds(20).toNanos();

    private record Known(Optional<SalesforgeAccount> account, long readAt) {}

    private final VendorAccounts accounts;
    private final UnitOfWork units;
    private final Map<ClientId, Known> known = new ConcurrentHashMap<>();

    SalesforgeBook(VendorAccounts accounts, UnitOfWork units) {
        this.accounts = accounts;
        this.units = units;
    }

    @Override
    public Optional<SalesforgeAccount> of(ClientId client) {
        Known last = known.get(client);
        if (last != null && last.account().isPresent() && System.nanoTime() - last.readAt() < FRESH) {
            return last.account();
        }
        Optional<SalesforgeAccount> account = units.inTenant(
                        TenantScope.worker(client), () -> accounts.find(client, Salesforge.VENDOR))
                .map(SalesforgeAccount::of);
        known.put(client, new Known(account, System.nanoTime()));
        return account;
    }
}
