package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.store.PostAccount;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Addresses of leads, and what letters leave by. */
public final class MemoryPostBook implements PostBook {

    private record Row(ClientId client, LeadId lead, Known known) {}

    private record AccountRow(ClientId client, PostAccount account) {}

    private final MemoryTable<LeadId, Row> addresses;
    private final MemoryTable<ClientId, AccountRow> accounts;

    public MemoryPostBook(MemoryUnitOfWork units) {
        addresses = MemoryTable.ofTenants("lead_profile.postal", units, Row::client, Row::lead);
        accounts = MemoryTable.ofTenants("post_account", units, AccountRow::client, AccountRow::client);
    }

    @Override
    public Map<LeadId, Known> of(ClientId client, Collection<LeadId> leads) {
        Map<LeadId, Known> found = new HashMap<>();
        leads.forEach(lead -> addresses
                .find(lead)
                .filter(row -> row.client().equals(client))
                .ifPresent(row -> found.put(lead, row.known())));
        return found;
    }

    @Override
    public void put(ClientId client, LeadId lead, Known known) {
        addresses.put(new Row(client, lead, known));
    }

    /** The address of a lead is not known after all. */
    public void forget(LeadId lead) {
        addresses.remove(lead);
    }

    @Override
    public PostAccount account(ClientId client) {
        return accounts.find(client).map(AccountRow::account).orElse(PostAccount.NONE);
    }

    @Override
    public void put(ClientId client, PostAccount account) {
        accounts.put(new AccountRow(client, account));
    }

    @Override
    public void priced(ClientId client, int letterCents) {
        accounts.find(client)
                .map(AccountRow::account)
                .ifPresent(
                        had -> put(client, new PostAccount(had.enabled(), had.monthlyAud(), had.from(), letterCents)));
    }
}
