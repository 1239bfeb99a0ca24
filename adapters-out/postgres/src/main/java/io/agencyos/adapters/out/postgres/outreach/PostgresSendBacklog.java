package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.flow.run.RunFigures.Backlog;
import io.agencyos.application.platform.flow.store.SendBacklog;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;

/** Counted by client: the index of what is due begins with it. */
public final class PostgresSendBacklog implements SendBacklog {

    @Override
    public Backlog everywhere(Instant now) {
        return backlog(new Criteria("c.deleted_at is null"), now);
    }

    @Override
    public Backlog of(ClientId client, Instant now) {
        return backlog(new Criteria("c.deleted_at is null").and("c.client_id = :client", "client", client), now);
    }

    private static Backlog backlog(Criteria which, Instant now) {
        return which.within("""
            select coalesce(sum(w.due), 0) due, min(w.oldest) oldest, coalesce(sum(f.in_flight), 0) in_flight
              from client c
             cross join lateral (
                   select count(*) due, min(greatest(j.scheduled_at, j.lease_until)) oldest from outreach_job j
                    where j.client_id = c.client_id and j.status in ('ready', 'queued') and j.scheduled_at <= :now
                      and (j.lease_until is null or j.lease_until <= :now)) w
             cross join lateral (
                   select count(*) in_flight from outreach_job j
                    where j.client_id = c.client_id and j.status = 'dispatching' and j.lease_until >= :now) f
             where {conditions}
            """)
                .bind("now", now)
                .map((row, context) -> new Backlog(
                        WorkClass.SEND, row.getInt("due"), Rows.instantOrNull(row, "oldest"), row.getInt("in_flight")))
                .one();
    }
}
