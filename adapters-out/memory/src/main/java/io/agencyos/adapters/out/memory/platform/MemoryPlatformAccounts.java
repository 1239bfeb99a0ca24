package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.vendor.PlatformAccounts;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorAccountState;
import java.util.Optional;

/** The platform's own accounts at vendors. Memory keeps keys as they are: it is stored nowhere. */
public final class MemoryPlatformAccounts implements PlatformAccounts {

    private record Row(VendorAccount account, VendorAccountState state) {

        String vendor() {
            return account.vendor();
        }
    }

    private static final VendorAccountState UNTOLD =
            new VendorAccountState(VendorAccountState.Status.CONNECTED, null, null, null);

    private final MemoryTable<String, Row> table;

    public MemoryPlatformAccounts(MemoryUnitOfWork units) {
        table = MemoryTable.ofPlatform("platform_integration", units, Row::vendor);
    }

    @Override
    public Optional<VendorAccount> find(String vendor) {
        return table.find(vendor).map(Row::account);
    }

    @Override
    public void save(VendorAccount account) {
        table.put(new Row(account, UNTOLD));
    }

    @Override
    public boolean remove(String vendor) {
        boolean there = table.find(vendor).isPresent();
        table.remove(vendor);
        return there;
    }

    @Override
    public Optional<VendorAccountState> state(String vendor) {
        return table.find(vendor).map(Row::state);
    }

    @Override
    public void tell(String vendor, VendorAccountState state) {
        table.find(vendor).ifPresent(row -> table.put(new Row(row.account(), state)));
    }
}
