package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How leads can be reached beside e-mail. */
public final class MemoryChannelAddresses implements ChannelAddresses {

    private record Key(LeadId lead, Channel channel) {}

    private record Row(ClientId client, Standing standing) {
        Key key() {
            return new Key(standing.lead(), standing.channel());
        }
    }

    private final MemoryTable<Key, Row> table;

    public MemoryChannelAddresses(MemoryUnitOfWork units) {
        table = MemoryTable.<Key, Row>ofTenants("lead_channel", units, Row::client, Row::key)
                .writtenBy(Role.WORKER);
    }

    @Override
    public void put(ClientId client, Standing standing) {
        table.put(new Row(client, standing));
    }

    @Override
    public Map<LeadId, Standing> of(ClientId client, Channel channel, Collection<LeadId> leads) {
        Map<LeadId, Standing> standings = new HashMap<>();
        leads.forEach(lead -> table.find(new Key(lead, channel))
                .filter(row -> row.client().equals(client))
                .ifPresent(row -> standings.put(lead, row.standing())));
        return standings;
    }
}
