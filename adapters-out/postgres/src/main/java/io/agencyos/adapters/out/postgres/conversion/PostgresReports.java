package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.Reports;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.outreach.ImpliedDelivery;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reports by the indexes of data model 11; nothing before the span is read of the partitioned tables. */
public final class PostgresReports implements Reports {

    @Override
    public List<Funnel> funnels(ClientId client, Instant from, Instant until, Instant now) {
        return Db.query("""
            with cohort as materialized (
                select distinct campaign_id, lead_id from enrolment
                 where client_id = :client and created_at >= :from and created_at < :until),
            fact as (
                select campaign_id, lead_id, false contacted, false arrived, false opened, false met, false showed,
                       null::text intent, null::timestamptz answered_at, null::uuid reply_id
                  from cohort
                union all
                select c.campaign_id, c.lead_id, true,
                       %s,
                       false, false, false, null, null, null
                  from cohort c
                  join touch t on t.client_id = :client and t.lead_id = c.lead_id and t.campaign_id = c.campaign_id
                              and t.sent_at >= :from
                union all
                select c.campaign_id, c.lead_id, false, false, true, false, false, null, null, null
                  from cohort c
                  join activity a on a.client_id = :client and a.lead_id = c.lead_id and a.campaign_id = c.campaign_id
                                 and a.occurred_at >= :from and a.action = 'opened'
                union all
                select c.campaign_id, c.lead_id, false, false, false, false, false,
                       coalesce(r.corrected_intent, r.intent), r.received_at, r.id
                  from cohort c
                  join reply r on r.client_id = :client and r.lead_id = c.lead_id
                  join conversation_thread h on h.client_id = r.client_id and h.id = r.thread_id
                                            and h.campaign_id = c.campaign_id
                 where coalesce(r.corrected_intent, r.intent) <> all (:automatic)
                union all
                select c.campaign_id, c.lead_id, false, false, false, true, coalesce(m.showed_up, false),
                       null, null, null
                  from cohort c
                  join meeting m on m.client_id = :client and m.lead_id = c.lead_id and m.campaign_id = c.campaign_id
                 where m.outcome <> 'cancelled'),
            one as (
                select campaign_id, lead_id, bool_or(contacted) contacted, bool_or(arrived) arrived,
                       bool_or(opened) opened, bool_or(met) met, bool_or(showed) showed,
                       (array_agg(intent order by answered_at, reply_id) filter (where intent is not null))[1] intent
                  from fact
                 group by campaign_id, lead_id),
            sale as (
                select c.campaign_id, count(distinct d.lead_id) deals,
                       count(distinct d.lead_id) filter (where d.won) won,
                       (100 * coalesce(sum(d.value) filter (where d.won is null), 0))::bigint open_cents,
                       (100 * coalesce(sum(d.value) filter (where d.won), 0))::bigint won_cents
                  from cohort c
                  join deal d on d.client_id = :client and d.lead_id = c.lead_id and d.campaign_id = c.campaign_id
                 group by c.campaign_id)
            select campaign_id, count(*) enrolled, count(*) filter (where contacted) contacted,
                   count(*) filter (where arrived) delivered, count(*) filter (where opened) opened,
                   array_agg(intent) filter (where intent is not null) intents,
                   count(*) filter (where met) meetings, count(*) filter (where showed) showed,
                   coalesce(max(sale.deals), 0) deals, coalesce(max(sale.won), 0) won,
                   coalesce(max(sale.open_cents), 0) open_cents, coalesce(max(sale.won_cents), 0) won_cents
              from one
              left join sale using (campaign_id)
             group by campaign_id
             order by campaign_id
            """.formatted(Arrived.bySilence("t")))
                .bind("client", client)
                .bind("from", from)
                .bind("until", until)
                .bind("silent", now.minus(ImpliedDelivery.AFTER))
                .bind("automatic", Db.wires(AUTOMATIC))
                .map((row, context) -> new Funnel(
                        Rows.id(row, "campaign_id", CampaignId::new),
                        row.getInt("enrolled"),
                        row.getInt("contacted"),
                        row.getInt("delivered"),
                        row.getInt("opened"),
                        counted(Rows.texts(row, "intents")),
                        row.getInt("meetings"),
                        row.getInt("showed"),
                        new Sold(
                                row.getInt("deals"),
                                row.getInt("won"),
                                new Money(row.getLong("open_cents")),
                                new Money(row.getLong("won_cents")))))
                .list();
    }

    private static Map<Intent, Integer> counted(List<String> intents) {
        Map<Intent, Integer> counts = new EnumMap<>(Intent.class);
        intents.forEach(
                wire -> counts.merge(Vocabulary.parse(Intent.class, wire).orElseThrow(), 1, Integer::sum));
        return counts;
    }

    @Override
    public List<TierLine> conversionByTier(ClientId client, Instant from, Instant until) {
        return Db.query("""
            with first as (
                select lead_id, lead_tier, sent_at from touch
                 where client_id = :client and sent_at >= :from and sent_at < :until and touch_no = 1
                   and lead_tier is not null),
            answered as (
                select r.lead_id, bool_or(coalesce(r.corrected_intent, r.intent) = any (:positive)) positive
                  from first f
                  join reply r on r.client_id = :client and r.lead_id = f.lead_id and r.received_at >= f.sent_at
                 where coalesce(r.corrected_intent, r.intent) <> all (:automatic)
                 group by r.lead_id),
            booked as (
                select distinct m.lead_id
                  from first f
                  join meeting m on m.client_id = :client and m.lead_id = f.lead_id and m.booked_at >= f.sent_at
                 where m.outcome <> 'cancelled')
            select f.lead_tier, count(*) contacted, count(a.lead_id) replied,
                   count(*) filter (where a.positive) positive, count(b.lead_id) meetings
              from first f
              left join answered a on a.lead_id = f.lead_id
              left join booked b on b.lead_id = f.lead_id
             group by f.lead_tier
            """)
                .bind("client", client)
                .bind("from", from)
                .bind("until", until)
                .bind("positive", Db.wires(POSITIVE))
                .bind("automatic", Db.wires(AUTOMATIC))
                .map((row, context) -> new TierLine(
                        Rows.word(row, "lead_tier", Tier.class),
                        row.getInt("contacted"),
                        row.getInt("replied"),
                        row.getInt("positive"),
                        row.getInt("meetings")))
                .list()
                .stream()
                .sorted(Comparator.comparing(TierLine::tier))
                .toList();
    }
}
