package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.store.ContactRefs;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Optional;

/** Under which names vendors know leads. */
public final class MemoryContactRefs implements ContactRefs {

    private record Key(ClientId client, Channel channel, String ref) {}

    private record Row(Key key, LeadId lead) {}

    private final MemoryTable<Key, Row> table;

    public MemoryContactRefs(MemoryUnitOfWork units) {
        table = MemoryTable.<Key, Row>ofTenants(
                        "contact_ref", units, row -> row.key().client(), Row::key)
                .writtenBy(Role.WORKER);
    }

    @Override
    public Optional<LeadId> lead(ClientId client, Channel channel, String ref) {
        return table.find(new Key(client, channel, ref)).map(Row::lead);
    }

    @Override
    public void remember(ClientId client, Channel channel, String ref, LeadId lead, Instant at) {
        Key key = new Key(client, channel, ref);
        if (table.find(key).isEmpty()) {
            table.insert(new Row(key, lead));
        }
    }
}
