package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorAccountState;
import io.agencyos.application.platform.vendor.VendorAccounts;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clients' accounts at vendors. Memory keeps keys as they are: it is stored nowhere. */
public final class MemoryVendorAccounts implements VendorAccounts {

    private record Key(ClientId client, String vendor) {}

    private record Row(VendorAccount account, VendorAccountState state) {

        Key key() {
            return new Key(account.clientId(), account.vendor());
        }
    }

    private static final VendorAccountState UNTOLD =
            new VendorAccountState(VendorAccountState.Status.CONNECTED, null, null, null);

    private final MemoryTable<Key, Row> table;

    public MemoryVendorAccounts(MemoryUnitOfWork units) {
        table = MemoryTable.<Key, Row>ofTenants(
                        "client_integration", units, row -> row.account().clientId(), Row::key)
                .writtenBy(Role.WORKER)
                .readBy(Role.WORKER);
    }

    @Override
    public Optional<VendorAccount> find(ClientId client, String vendor) {
        return table.find(new Key(client, vendor)).map(Row::account);
    }

    @Override
    public List<VendorAccount> ofClient(ClientId client) {
        return table.rows()
                .map(Row::account)
                .filter(account -> account.clientId().equals(client))
                .sorted(Comparator.comparing(VendorAccount::vendor))
                .toList();
    }

    @Override
    public List<ClientId> connected(Set<String> vendors, @Nullable ClientId after, int limit) {
        return table.rows()
                .map(Row::account)
                .filter(account -> vendors.contains(account.vendor()))
                .map(VendorAccount::clientId)
                .distinct()
                .filter(client -> after == null || client.text().compareTo(after.text()) > 0)
                .sorted(Comparator.comparing(ClientId::text))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Standing> everywhere() {
        return table.rows()
                .map(row -> new Standing(row.account().clientId(), row.account().vendor(), row.state()))
                .toList();
    }

    @Override
    public void save(VendorAccount account) {
        table.put(new Row(account, UNTOLD));
    }

    @Override
    public boolean remove(ClientId client, String vendor) {
        boolean there = find(client, vendor).isPresent();
        if (there) {
            table.remove(new Key(client, vendor));
        }
        return there;
    }

    @Override
    public Optional<VendorAccountState> state(ClientId client, String vendor) {
        return table.find(new Key(client, vendor)).map(Row::state);
    }

    @Override
    public void tell(ClientId client, String vendor, VendorAccountState state) {
        table.find(new Key(client, vendor)).ifPresent(row -> table.put(new Row(row.account(), state)));
    }
}
