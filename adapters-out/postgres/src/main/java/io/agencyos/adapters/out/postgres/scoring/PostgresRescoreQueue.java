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

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public List<Entry> next(ClientId client, @Nullable CampaignId campaign, @Nullable LeadId after, int limit) {
        // one condition for every page: an OR with null would let a kept plan read the client's leads from the first on
        return Db.query("""
                        select l.id, exists (select from enrolment e
                                              where e.client_id = l.client_id and e.lead_id = l.id
                                                and e.status not in ('completed', 'converted', 'stopped')) enrolled
                          from lead l
                         where l.client_id = :client and l.deleted_at is null and l.id > :after
                           and l.status not in ('converted', 'not_interested', 'unsubscribed', 'bounced')
                        """ + (campaign == null ? "" : " and l.campaign_id = :campaign")
                        + " order by l.id limit :limit")
                .bind("client", client)
                .bindByType("campaign", campaign, CampaignId.class)
                .bind("after", after == null ? FIRST : after.value())
                .bind("limit", limit)
                .map((row, context) -> new Entry(Rows.id(row, "id", LeadId::new), row.getBoolean("enrolled")))
                .list();
    }
}
