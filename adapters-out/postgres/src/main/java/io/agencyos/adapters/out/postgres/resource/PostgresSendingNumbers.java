package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.resource.SendingNumbers;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The numbers among a client's rows of {@code client_resource}. */
public final class PostgresSendingNumbers implements SendingNumbers {

    @Override
    public List<SendingNumber> ofClient(ClientId client) {
        return Db.query("""
            select r.id, r.value, r.provider, r.warmup_started_at, r.daily_override, c.last_used_at
              from client_resource c
              join resource r on r.id = c.resource_id and r.kind = 'phone_number'
             where c.client_id = :client and c.released_at is null
             order by r.value
            """)
                .bind("client", client)
                .map((row, context) -> new SendingNumber(
                        Rows.id(row, "id", ResourceId::new),
                        client,
                        new PhoneNumber(Rows.text(row, "value")),
                        Rows.text(row, "provider"),
                        Rows.instantOrNull(row, "warmup_started_at"),
                        Rows.intOrNull(row, "daily_override"),
                        Rows.instantOrNull(row, "last_used_at")))
                .list();
    }

    @Override
    public void markUsed(ClientId client, Collection<ResourceId> ids, Instant at) {
        ClientResourceRows.used(client, ids, at);
    }
}
