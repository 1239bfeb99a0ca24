package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.resource.lending.UsedToday;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The day's rows of {@code quota_counter}. */
public final class PostgresUsedToday implements UsedToday {

    @Override
    public Map<ResourceId, Integer> of(ClientId client, Collection<ResourceId> resources, Instant midnight) {
        Map<ResourceId, Integer> used = new HashMap<>();
        Db.query("""
            select target_id, sum(reserved + used) taken
              from quota_counter
             where client_id = :client and target_id = any (:targets) and period_start = :midnight
               and metric in ('email_total', 'mailbox_total', 'voice', 'sms', 'campaign_touches')
             group by target_id
            """)
                .bind("client", client)
                .bind("targets", Db.uuids(resources))
                .bind("midnight", midnight)
                .map((row, context) -> used.put(Rows.id(row, "target_id", ResourceId::new), row.getInt("taken")))
                .list();
        return used;
    }
}
