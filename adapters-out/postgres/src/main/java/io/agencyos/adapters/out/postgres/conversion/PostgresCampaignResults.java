package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.suggest.CampaignResults;
import io.agencyos.domain.conversion.evolve.CampaignResult;
import io.agencyos.domain.conversion.evolve.PlannedMix;
import io.agencyos.domain.conversion.evolve.Reached;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One statement over the facts of all active campaigns. */
public final class PostgresCampaignResults implements CampaignResults {

    @Override
    public long conversions(ClientId client, Instant matured) {
        return Db.query("""
            select count(*) from cis_lead_fact
             where client_id = :client and y and t1 >= :matured::timestamptz - interval '365 days' and t1 < :matured
            """)
                .bind("client", client)
                .bind("matured", matured)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public List<CampaignResult> active(ClientId client, Instant matured) {
        return Db.query("""
            with fact as (
                select f.campaign_id, f.y,
                       exists (select from reply r where r.client_id = f.client_id and r.lead_id = f.lead_id) replied,
                       f.t1 >= :matured::timestamptz - interval '28 days' recent,
                       f.t1 >= :matured::timestamptz - interval '56 days' known
                  from cis_lead_fact f
                 where f.client_id = :client and f.t1 >= :matured::timestamptz - interval '365 days' and f.t1 < :matured)
            select c.id, c.name, c.target_industries, c.target_titles, c.target_company_sizes, c.target_locations,
                   count(f.campaign_id) contacted, count(*) filter (where f.replied) replied, count(*) filter (where f.y) converted,
                   count(*) filter (where f.recent) recent, count(*) filter (where f.recent and f.replied) recent_replied,
                   count(*) filter (where f.known and not f.recent) earlier,
                   count(*) filter (where f.known and not f.recent and f.replied) earlier_replied
              from campaign c
              left join fact f on f.campaign_id = c.id
             where c.client_id = :client and c.status = 'active' and c.deleted_at is null
             group by c.client_id, c.id
             order by c.name, c.id
            """)
                .bind("client", client)
                .bind("matured", matured)
                .map((row, context) -> new CampaignResult(
                        Rows.id(row, "id", CampaignId::new),
                        Rows.text(row, "name"),
                        new CampaignResult.Target(
                                Rows.texts(row, "target_industries"),
                                Rows.texts(row, "target_titles"),
                                Rows.texts(row, "target_company_sizes"),
                                Rows.texts(row, "target_locations")),
                        row.getLong("contacted"),
                        row.getLong("replied"),
                        row.getLong("converted"),
                        new CampaignResult.Reach(row.getLong("recent"), row.getLong("recent_replied")),
                        new CampaignResult.Reach(row.getLong("earlier"), row.getLong("earlier_replied"))))
                .list();
    }

    @Override
    public List<PlannedMix> mixes(ClientId client, Instant matured) {
        return Db.query("""
            select plan_channels, count(*) leads, count(*) filter (where y) booked
              from cis_lead_fact
             where client_id = :client and t1 >= :matured::timestamptz - interval '365 days' and t1 < :matured
               and plan_channels <> '{}'
             group by 1
            """)
                .bind("client", client)
                .bind("matured", matured)
                .map((row, context) -> new PlannedMix(
                        Rows.texts(row, "plan_channels").stream()
                                .flatMap(word -> Vocabulary.parse(Channel.class, word).stream())
                                .toList(),
                        row.getLong("leads"),
                        row.getLong("booked")))
                .list();
    }

    @Override
    public Map<CampaignId, Reached> reached(ClientId client, Instant from, Instant until) {
        return Db.query("""
            with met as (
                select distinct on (t.lead_id) t.lead_id, t.campaign_id
                  from touch t
                 where t.client_id = :client and t.origin = 'sequence' and not t.is_test
                   and t.sent_at >= :from and t.sent_at < :until
                   and not exists (select from touch e
                                    where e.client_id = :client and e.lead_id = t.lead_id and e.origin = 'sequence'
                                      and not e.is_test and e.sent_at < :from)
                 order by t.lead_id, t.sent_at, t.id)
            select met.campaign_id, count(*) contacted,
                   count(*) filter (where exists (
                       select from reply r where r.client_id = :client and r.lead_id = met.lead_id
                                             and r.received_at < :until)) replied,
                   count(*) filter (where exists (
                       select from outcome_event o where o.lead_id = met.lead_id and o.occurred_at < :until and %s)) booked
              from met
             group by met.campaign_id
            """.formatted(StandingBookings.STANDING))
                .bind("client", client)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> Map.entry(
                        Rows.id(row, "campaign_id", CampaignId::new),
                        new Reached(row.getLong("contacted"), row.getLong("replied"), row.getLong("booked"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
