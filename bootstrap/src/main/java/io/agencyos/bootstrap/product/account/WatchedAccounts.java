package io.agencyos.bootstrap.product.account;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorAccountState;
import io.agencyos.application.platform.vendor.VendorAccounts;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stored accounts of vendors that know when this process last wrote one, for those who remember what they read. */
public final class WatchedAccounts implements VendorAccounts {

    /** Longer than a unit of work that writes an account is open. */
    private static final long SETTLED = Duration.ofSeconds(5).toNanos();

    private final VendorAccounts stored;
    private volatile long writtenAt = System.nanoTime() - SETTLED;

    public WatchedAccounts(VendorAccounts stored) {
        this.stored = stored;
    }

    /** Whether nothing was written of late, so that what is read now is no longer about to change. */
    boolean settled() {
        return System.nanoTime() - writtenAt > SETTLED;
    }

    /** Whether nothing was written since then. */
    boolean unchangedSince(long nanos) {
        return nanos - writtenAt > 0;
    }

    @Override
    public Optional<VendorAccount> find(ClientId client, String vendor) {
        return stored.find(client, vendor);
    }

    @Override
    public List<VendorAccount> ofClient(ClientId client) {
        return stored.ofClient(client);
    }

    @Override
    public List<ClientId> connected(Set<String> vendors, @Nullable ClientId after, int limit) {
        return stored.connected(vendors, after, limit);
    }

    @Override
    public List<Standing> everywhere() {
        return stored.everywhere();
    }

    @Override
    public void save(VendorAccount account) {
        stored.save(account);
        writtenAt = System.nanoTime();
    }

    @Override
    public boolean remove(ClientId client, String vendor) {
        boolean removed = stored.remove(client, vendor);
        writtenAt = System.nanoTime();
        return removed;
    }

    @Override
    public Optional<VendorAccountState> state(ClientId client, String vendor) {
        return stored.state(client, vendor);
    }

    @Override
    public void tell(ClientId client, String vendor, VendorAccountState state) {
        stored.tell(client, vendor, state);
    }
}
