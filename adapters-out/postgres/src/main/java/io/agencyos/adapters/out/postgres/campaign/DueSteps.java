package io.agencyos.adapters.out.postgres.campaign;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Steps that are due, counted: what pacing and the split of a day ask. */
final class DueSteps {

    private DueSteps() {}

    static Map<Optional<ResourceId>, Integer> followUps(ClientId client, Instant until) {
        Map<Optional<ResourceId>, Integer> due = new HashMap<>();
        Db.query("""
            select e.resource_id, count(*) follow_ups from enrolment e
              join campaign c on c.client_id = e.client_id and c.id = e.campaign_id and c.status = 'active'
                   and c.deleted_at is null
              join campaign_step s on s.client_id = e.client_id and s.campaign_id = e.campaign_id
                   and s.sequence_version = e.sequence_version and s.step_no = e.next_step
                   and s.channel = 'email' and not s.spare_only
             where e.client_id = :client and e.status = 'active' and e.next_due_at < :until and e.next_step > 1
             group by e.resource_id
            """)
                .bind("client", client)
                .bind("until", until)
                .map((row, context) -> due.put(
                        Optional.ofNullable(Rows.idOrNull(row, "resource_id", ResourceId::new)),
                        row.getInt("follow_ups")))
                .list();
        return due;
    }

    static int starts(ClientId client, Instant until) {
        return Db.query("""
            select count(*) from enrolment e
              join campaign c on c.client_id = e.client_id and c.id = e.campaign_id and c.status = 'active'
                   and c.deleted_at is null
             where e.client_id = :client and e.status in ('pending', 'active') and e.next_due_at < :until
               and e.next_step = 1
            """)
                .bind("client", client)
                .bind("until", until)
                .mapTo(Integer.class)
                .one();
    }

    static Map<Channel, Integer> byChannel(ClientId client, CampaignId campaign, Instant until) {
        Map<Channel, Integer> due = new EnumMap<>(Channel.class);
        Db.query("""
            select s.channel, count(*) steps from enrolment e
              join campaign_step s on s.client_id = e.client_id and s.campaign_id = e.campaign_id
                   and s.sequence_version = e.sequence_version and s.step_no = e.next_step
             where e.client_id = :client and e.campaign_id = :campaign and e.status in ('pending', 'active')
               and e.next_due_at < :until
               and not exists (
                   select 1 from outreach_job j
                    where j.client_id = e.client_id and j.enrolment_id = e.id
                      and j.status in ('queued', 'dispatching', 'unknown'))
             group by s.channel
            """)
                .bind("client", client)
                .bind("campaign", campaign)
                .bind("until", until)
                .map((row, context) -> due.put(Rows.word(row, "channel", Channel.class), row.getInt("steps")))
                .list();
        return due;
    }
}
