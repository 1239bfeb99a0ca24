package io.agencyos.adapters.out.postgres.campaign;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.campaign.store.VersionTrial;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The index of starts by version answers; who is only on the way is looked for among the touches that are open. */
final class VersionTrials {

    private VersionTrials() {}

    static Map<CampaignId, VersionTrial> of(ClientId client, Collection<CampaignId> campaigns) {
        Map<CampaignId, VersionTrial> trials = new HashMap<>();
        Db.query("""
            select c.id,
                   (select count(*) from enrolment e where e.client_id = c.client_id and e.campaign_id = c.id
                       and e.sequence_version = c.sequence_version and e.started_at is not null)
                 + (select count(distinct j.enrolment_id) from outreach_job j
                      join enrolment e on e.client_id = j.client_id and e.id = j.enrolment_id
                     where j.client_id = c.client_id and e.campaign_id = c.id and e.started_at is null
                       and e.sequence_version = c.sequence_version and j.status in
                           ('planned', 'awaiting_approval', 'ready', 'queued', 'dispatching', 'unknown')) begun,
                   (select min(e.started_at) from enrolment e where e.client_id = c.client_id and e.campaign_id = c.id
                       and e.sequence_version = c.sequence_version and e.started_at is not null) first_at
              from campaign c
             where c.client_id = :client and c.id = any (:ids) and c.sequence_version > 1
               and exists (select from enrolment e where e.client_id = c.client_id and e.campaign_id = c.id
                              and e.sequence_version < c.sequence_version and e.started_at is not null)
            """)
                .bind("client", client)
                .bind("ids", Db.uuids(campaigns))
                .map((row, context) -> trials.put(
                        Rows.id(row, "id", CampaignId::new),
                        new VersionTrial(row.getInt("begun"), Rows.instantOrNull(row, "first_at"))))
                .list();
        return trials;
    }
}
