package io.agencyos.adapters.out.postgres.lead;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.lead.enrichment.PhoneProofs;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The number that was reached stands beside the lead's own; the lead's version moves with it, so that no older copy wins.
 * Leads are locked first, as whoever writes them does.
 */
public final class PostgresPhoneProofs implements PhoneProofs {

    @Override
    public Set<LeadId> reached(ClientId client, Map<LeadId, PhoneNumber> numbers) {
        RowSet rows = new RowSet();
        numbers.forEach((lead, number) -> rows.row().set("id", lead).set("phone", number.e164()));
        if (rows.isEmpty()) {
            return Set.of();
        }
        return Db.query("""
            with locked as materialized (
                select id, phone_e164 from lead
                 where client_id = :client and id = any (:ids) and deleted_at is null
                 order by id for update),
            own as (
                select l.id, l.phone_e164 from locked l
                  join jsonb_to_recordset(:rows) as r(id uuid, phone text) on r.id = l.id and r.phone = l.phone_e164),
            proven as (
                insert into lead_profile as p (client_id, lead_id, verified_phone)
                select :client, id, phone_e164 from own order by id
                on conflict (client_id, lead_id) do update set verified_phone = excluded.verified_phone
                 where p.verified_phone is distinct from excluded.verified_phone
                returning p.lead_id)
            update lead l set row_version = l.row_version + 1, updated_at = now()
              from proven
             where l.client_id = :client and l.id = proven.lead_id
            returning l.id
            """)
                .bind("client", client)
                .bind("rows", rows.json())
                .bind("ids", Db.uuids(numbers.keySet()))
                .map((row, context) -> Rows.id(row, "id", LeadId::new))
                .collect(Collectors.toSet());
    }
}
