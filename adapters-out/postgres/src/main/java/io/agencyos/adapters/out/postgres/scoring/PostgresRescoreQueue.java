package io.agencyos.adapters.out.postgres.scoring;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.scoring.RescoreQueue;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Live rows of {@code lead} by their primary key. */
public final class PostgresRescoreQueue implements RescoreQueue {

    @Override
    public List<Entry> next(ClientId client, @Nullable CampaignId campaign, @Nullable LeadId after, int limit) {
        return Db.query("""
            select l.id, exists (select from enrolment e
                                  where e.client_id = l.client_id and e.lead_id = l.id
                                    and e.status not in ('completed', 'converted', 'stopped')) enrolled
              from lead l
             where l.client_id = :client and l.deleted_at is null
               and l.status not in ('converted', 'not_interested', 'unsubscribed', 'bounced')
               and (cast(:campaign as uuid) is null or l.campaign_id = cast(:campaign as uuid))
               and (cast(:after as uuid) is null or l.id > cast(:after as uuid))
             order by l.id
             limit :limit
            """)
                .bind("client", client)
                .bindByType("campaign", campaign == null ? null : campaign.value(), UUID.class)
                .bindByType("after", after == null ? null : after.value(), UUID.class)
                .bind("limit", limit)
                .map((row, context) -> new Entry(Rows.id(row, "id", LeadId::new), row.getBoolean("enrolled")))
                .list();
    }
}
