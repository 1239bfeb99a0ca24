package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How leads can be reached beside e-mail, in {@code lead_channel}. */
public final class PostgresChannelAddresses implements ChannelAddresses {

    @Override
    public void put(ClientId client, Standing standing) {
        Db.update("""
            insert into lead_channel as c (client_id, lead_id, channel, state, address_state, address, closed_reason, updated_at)
            values (:client, :lead, :channel, case when :closed then 'closed' else 'open' end, :state, :address, :reason, :at)
            on conflict (client_id, lead_id, channel) do update
               set state = excluded.state, address_state = excluded.address_state, address = excluded.address,
                   closed_reason = excluded.closed_reason, updated_at = excluded.updated_at,
                   row_version = c.row_version + 1
            """)
                .bind("client", client)
                .bind("lead", standing.lead())
                .bind("channel", standing.channel())
                .bind("closed", standing.state().isClosed())
                .bind("state", standing.state())
                .bind("address", standing.address())
                .bind("reason", standing.reason())
                .bind("at", standing.at())
                .execute();
    }

    @Override
    public Map<LeadId, Standing> of(ClientId client, Channel channel, Collection<LeadId> leads) {
        Map<LeadId, Standing> standings = new HashMap<>();
        Db.query("""
            select lead_id, address_state, address, closed_reason, updated_at from lead_channel
             where client_id = :client and channel = :channel and address is not null and lead_id = any (:leads)
            """)
                .bind("client", client)
                .bind("channel", channel)
                .bind("leads", Db.uuids(leads))
                .map((row, context) -> new Standing(
                        Rows.id(row, "lead_id", LeadId::new),
                        channel,
                        Rows.text(row, "address"),
                        Rows.word(row, "address_state", AddressState.class),
                        Rows.text(row, "closed_reason"),
                        Rows.instant(row, "updated_at")))
                .forEach(standing -> standings.put(standing.lead(), standing));
        return standings;
    }
}
