package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.SearchBook;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.UUID;

/** One statement over leads, campaigns, replies and meetings; each reads no more than its best. */
public final class PostgresSearchBook implements SearchBook {

    @Override
    public List<Hit> find(ClientId client, String text) {
        return Db.query("""
            with found as (
                select l.id, coalesce(nullif(btrim(coalesce(l.first_name, '') || ' ' || coalesce(l.last_name, '')), ''),
                                      l.email, l.company_name, '') name, l.company_name, l.created_at,
                       case when lower(l.email) = :text or l.domain_key = :text then 0
                            when starts_with(l.search_text, :text) or position(E'\\n' || :text in l.search_text) > 0 then 1
                            else 2 end rank
                  from lead l
                 where l.client_id = :client and l.deleted_at is null
                   and (position(:text in l.search_text) > 0 or l.domain_key = :text)),
            folded as (
                select c.id, c.name, c.status, c.created_at,
                       lower(regexp_replace(normalize(c.name, NFKD), '[\\u0300-\\u036f]', '', 'g')) text
                  from campaign c where c.client_id = :client and c.deleted_at is null),
            hit as (
                (select 'lead' type, 1 place, id, name title, company_name subtitle, rank, created_at from found
                  order by rank, created_at desc, id desc limit :most)
                union all
                (select 'campaign', 2, id, name, status, case when starts_with(text, :text) then 1 else 2 end, created_at
                   from folded where position(:text in text) > 0 order by 6, created_at desc, id desc limit :most)
                union all
                (select 'reply', 3, r.id, f.name, coalesce(r.corrected_intent, r.intent), f.rank, r.received_at
                   from found f join reply r on r.client_id = :client and r.lead_id = f.id
                  order by f.rank, r.received_at desc, r.id desc limit :most)
                union all
                (select 'meeting', 4, m.id, f.name, m.type, f.rank, m.booked_at
                   from found f join meeting m on m.client_id = :client and m.lead_id = f.id
                  order by f.rank, m.booked_at desc, m.id desc limit :most))
            select type, id, title, subtitle from hit order by place, rank, created_at desc, id desc
            """)
                .bind("client", client)
                .bind("text", text)
                .bind("most", PER_TYPE)
                .map((row, context) -> new Hit(
                        Rows.word(row, "type", Type.class),
                        row.getObject("id", UUID.class),
                        Rows.text(row, "title"),
                        row.getString("subtitle")))
                .list();
    }
}
