package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.suggest.CampaignResults;
import io.agencyos.domain.conversion.evolve.CampaignResult;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.List;

/** One statement over the facts of all active campaigns. */
public final class PostgresCampaignResults implements CampaignResults {

    @Override
    public long conversions(ClientId client, Instant now) {
        return Db.query("""
            select count(*) from cis_lead_fact
             where client_id = :client and y and t1 >= :now::timestamptz - interval '395 days'
            """)
                .bind("client", client)
                .bind("now", now)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public List<CampaignResult> active(ClientId client, Instant now) {
        return Db.query("""
            with fact as (
                select f.campaign_id, f.y,
                       exists (select from reply r where r.client_id = f.client_id and r.lead_id = f.lead_id) replied,
                       f.t1 >= :now::timestamptz - interval '58 days' recent,
                       f.t1 >= :now::timestamptz - interval '86 days' known
                  from cis_lead_fact f
                 where f.client_id = :client and f.t1 >= :now::timestamptz - interval '395 days')
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
                .bind("now", now)
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
}
