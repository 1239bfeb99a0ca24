package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.resource.seat.SeatTries;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Invitations in {@code outreach_job} for which a call was begun; they were due at most 30 days before. */
public final class PostgresSeatTries implements SeatTries {

    @Override
    public Map<SeatId, Tried> invitations(ClientId client, Instant since) {
        Map<SeatId, Tried> tried = new HashMap<>();
        Db.query("""
            select j.resource_id seat, count(*) attempted,
                   count(*) filter (where j.status in ('sent', 'unknown', 'abandoned')) sent
              from outreach_job j
             where j.client_id = :client and j.channel = 'linkedin' and j.touch_kind = 'li_invite'
               and j.resource_id is not null and j.scheduled_at > :since - interval '30 days'
               and exists (select from vendor_call c
                            where c.client_id = j.client_id and c.job_id = j.id and c.started_at > :since)
             group by j.resource_id
            """)
                .bind("client", client)
                .bind("since", since)
                .map((row, context) -> tried.put(
                        Rows.id(row, "seat", SeatId::new), new Tried(row.getInt("attempted"), row.getInt("sent"))))
                .list();
        return tried;
    }
}
