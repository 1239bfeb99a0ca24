package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.outreach.store.RecallBook;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What was asked back, in {@code touch_recall}; what may be asked back is read off the touches and their runs. */
public final class PostgresRecallBook implements RecallBook {

    /** What went out to somebody is found by the lead, behind a fence: no index names the enrolment of a touch that is over. */
    @Override
    public List<TouchId> due(ClientId client, Since since, Instant now, int limit) {
        return Db.query("""
            select found.id
              from (select last.id, last.sent_at
                      from (select e.client_id, e.id, e.lead_id from enrolment e
                             where e.client_id = :client and e.status = 'stopped' and e.ended_at >= :mails
                            union all
                            select e.client_id, e.id, e.lead_id from enrolment e
                              join lead l on l.client_id = e.client_id and l.id = e.lead_id
                             where e.client_id = :client and e.status = 'completed' and e.ended_at >= :mails
                               and l.status = 'unsubscribed') e
                     cross join lateral (
                           select j.id, j.sent_at
                             from (select * from outreach_job
                                    where client_id = e.client_id and lead_id = e.lead_id offset 0) j
                            where j.enrolment_id = e.id and j.touch_kind = 'email' and j.status = 'sent'
                            order by j.sent_at desc, j.id desc limit 1) last
                    union all
                    select j.id, j.sent_at
                      from enrolment e
                     cross join lateral (
                           select * from outreach_job
                            where client_id = e.client_id and lead_id = e.lead_id offset 0) j
                     where e.client_id = :client and e.status in ('awaiting_outcome', 'converted')
                       and j.enrolment_id = e.id and j.touch_kind = 'email' and j.status = 'sent'
                       and j.sent_at >= :mails and j.origin not in ('reply', 'manual')
                    union all
                    select j.id, j.sent_at
                      from outreach_job j
                     where j.client_id = :client and j.touch_kind = 'voice' and j.status = 'sent' and j.sent_at >= :calls
                       and not exists (select from voice_call c where c.client_id = j.client_id and c.touch_id = j.id)
                   ) found
             where not exists (select from touch_recall r
                                where r.client_id = :client and r.touch_id = found.id
                                  and (r.status = 'settled' or r.due_at > :now))
             order by found.sent_at, found.id limit :limit
            """)
                .bind("client", client)
                .bind("mails", since.mails())
                .bind("calls", since.calls())
                .bind("now", now)
                .bind("limit", limit)
                .mapTo(TouchId.class)
                .list();
    }

    @Override
    public void put(ClientId client, Collection<TouchId> touches, State state, Instant dueAt) {
        if (touches.isEmpty()) {
            return;
        }
        Db.update("""
            insert into touch_recall (client_id, touch_id, status, due_at)
            select :client, touch, :status, :due from unnest(:touches) as asked(touch)
            on conflict (client_id, touch_id) do update
               set status = excluded.status, due_at = excluded.due_at, updated_at = now(),
                   row_version = touch_recall.row_version + 1
            """)
                .bind("client", client)
                .bind("status", state)
                .bind("due", dueAt)
                .bind("touches", Db.uuids(touches))
                .execute();
    }
}
