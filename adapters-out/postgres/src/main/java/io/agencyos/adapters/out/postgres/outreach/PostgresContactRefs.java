package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.ContactRefs;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Optional;

/** Under which names vendors know leads, in {@code contact_ref}. */
public final class PostgresContactRefs implements ContactRefs {

    @Override
    public Optional<LeadId> lead(ClientId client, Channel channel, String ref) {
        return Db.query("""
            select lead_id from contact_ref where client_id = :client and channel = :channel and ref = :ref
            """)
                .bind("client", client)
                .bind("channel", channel)
                .bind("ref", ref)
                .map((row, context) -> Rows.id(row, "lead_id", LeadId::new))
                .findFirst();
    }

    @Override
    public void remember(ClientId client, Channel channel, String ref, LeadId lead, Instant at) {
        Db.update("""
            insert into contact_ref (client_id, channel, ref, lead_id, seen_at)
            values (:client, :channel, :ref, :lead, :at)
            on conflict (client_id, channel, ref) do nothing
            """)
                .bind("client", client)
                .bind("channel", channel)
                .bind("ref", ref)
                .bind("lead", lead)
                .bind("at", at)
                .execute();
    }
}
