package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.store.ComplaintCounts;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Complaints counted in {@code touch}. */
public final class PostgresComplaintCounts implements ComplaintCounts {

    @Override
    public Map<CampaignId, Counts> of(ClientId client, Instant since) {
        Map<CampaignId, Counts> counts = new LinkedHashMap<>();
        Db.query("""
            select campaign_id, count(*) sent, count(complained) complaints,
                   count(*) filter (where complained >= :since) recent
              from (select t.campaign_id, coalesce(t.complained_at,
                           case when t.reply_intent = 'angry_or_complaint' then t.replied_at end) complained
                      from touch t
                      join campaign c on c.client_id = t.client_id and c.id = t.campaign_id and c.status = 'active'
                     where t.client_id = :client) s
             group by campaign_id
            having count(complained) > 0
             order by campaign_id
            """)
                .bind("client", client)
                .bind("since", since)
                .map((row, context) -> counts.put(
                        Rows.id(row, "campaign_id", CampaignId::new),
                        new Counts(row.getInt("recent"), row.getLong("complaints"), row.getLong("sent"))))
                .list();
        return counts;
    }
}
