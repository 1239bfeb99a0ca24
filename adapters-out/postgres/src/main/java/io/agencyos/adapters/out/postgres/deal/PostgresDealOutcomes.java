package io.agencyos.adapters.out.postgres.deal;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.deal.store.DealOutcomes;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.DealId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of deals, in {@code outcome_event}, under the deal's id and the occasion. */
public final class PostgresDealOutcomes implements DealOutcomes {

    private static final String SOURCE = "deal";

    @Override
    public void append(Entry entry) {
        Db.update("""
            insert into outcome_event (client_id, id, lead_id, kind, occurred_at, source, source_ref, value)
            values (:client, :id, :lead, :kind, :at, :source, :ref, :value)
            on conflict (client_id, kind, source, source_ref) do nothing
            """)
                .bind("client", entry.clientId())
                .bind("id", entry.id())
                .bind("lead", entry.lead())
                .bind("kind", entry.kind())
                .bind("at", entry.at())
                .bind("source", SOURCE)
                .bind("ref", entry.deal().text() + ":" + entry.occasion())
                .bind("value", entry.value() == null ? null : entry.value().toDollars())
                .execute();
    }

    @Override
    public void retractClosing(ClientId client, DealId deal, UUID id, Instant at) {
        Db.update("""
            insert into outcome_event (client_id, id, lead_id, kind, occurred_at, source, source_ref, reason)
            select o.client_id, :id, o.lead_id, o.kind, :at, 'retraction', o.id::text, 'reopened'
              from outcome_event o
             where o.client_id = :client and o.kind in ('deal_won', 'deal_lost') and o.source = :source
               and split_part(o.source_ref, ':', 1) = :deal
               and not exists (select from outcome_event r
                                where r.client_id = :client and r.kind = o.kind and r.source = 'retraction'
                                  and r.source_ref = o.id::text)
             order by o.occurred_at desc, o.source_ref desc
             limit 1
            on conflict (client_id, kind, source, source_ref) do nothing
            """)
                .bind("client", client)
                .bind("id", id)
                .bind("at", at)
                .bind("source", SOURCE)
                .bind("deal", deal.text())
                .execute();
    }

    @Override
    public boolean implyBooking(
            UUID id, ClientId client, LeadId lead, DealId deal, Instant at, BookingPath.@Nullable Contact credited) {
        return Db.update("""
            insert into outcome_event (client_id, id, lead_id, kind, occurred_at, source, source_ref, touch_id,
                   touch_sent_at, implied)
            select :client, :id, :lead, 'meeting_booked', :at, :source, :deal, :touch, :touchSentAt, true
             where not exists (select from outcome_event o
                                where o.client_id = :client and o.lead_id = :lead and o.kind = 'meeting_booked'
                                  and o.source <> 'retraction'
                                  and not exists (select from outcome_event r
                                                   where r.client_id = :client and r.kind = o.kind
                                                     and r.source = 'retraction' and r.source_ref = o.id::text))
            on conflict (client_id, kind, source, source_ref) do nothing
            """)
                        .bind("client", client)
                        .bind("id", id)
                        .bind("lead", lead)
                        .bind("at", at)
                        .bind("source", SOURCE)
                        .bind("deal", deal.text())
                        .bindByType("touch", credited == null ? null : credited.touch(), TouchId.class)
                        .bindByType("touchSentAt", credited == null ? null : credited.sentAt(), Instant.class)
                        .execute()
                > 0;
    }

    @Override
    public List<Entry> of(ClientId client, DealId deal) {
        return Db.query("""
            select o.*, split_part(o.source_ref, ':', 2)::int occasion
              from outcome_event o
             where o.client_id = :client and o.kind = any (:kinds) and o.source = :source
               and split_part(o.source_ref, ':', 1) = :deal
               and not exists (select from outcome_event r
                                where r.client_id = :client and r.kind = o.kind and r.source = 'retraction'
                                  and r.source_ref = o.id::text)
             order by o.occurred_at, o.kind
            """)
                .bind("client", client)
                .bind("kinds", Db.wires(List.of(Kind.values())))
                .bind("source", SOURCE)
                .bind("deal", deal.text())
                .map((row, context) -> new Entry(
                        row.getObject("id", UUID.class),
                        client,
                        Rows.id(row, "lead_id", LeadId::new),
                        deal,
                        Rows.word(row, "kind", Kind.class),
                        row.getInt("occasion"),
                        Rows.instant(row, "occurred_at"),
                        PostgresDeals.money(row, "value")))
                .list();
    }
}
