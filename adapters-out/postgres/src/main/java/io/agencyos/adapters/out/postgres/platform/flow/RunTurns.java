package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowRuns.Handed;
import io.agencyos.application.platform.flow.store.FlowRuns.Swept;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What moves many runs with one statement. */
final class RunTurns {

    private RunTurns() {}

    static List<Handed> dispatch(WorkClass work, Map<ClientId, Integer> turns, Instant now, Instant leaseUntil) {
        RowSet rows = new RowSet();
        turns.forEach((client, count) -> rows.row().set("client_id", client).set("turns", count));
        return Db.query("""
            with wanted as (
                select client_id, turns from jsonb_to_recordset(:rows) as w(client_id uuid, turns int)),
            busy as (
                select flow, count(*) as runs from flow_run
                 where status in ('dispatched', 'running') and code_version > 0 group by flow),
            own as (
                select client_id, flow, count(*) as runs from flow_run
                 where status in ('dispatched', 'running') and code_version > 0
                   and client_id in (select client_id from wanted) group by client_id, flow),
            due as (
                select r.* from wanted w cross join lateral (
                    select q.client_id, q.id, q.flow, coalesce(q.not_before, q.scheduled_for) as due_at,
                           f.per_client_max - coalesce(o.runs, 0) as room
                      from flow_run q join flow_definition f on f.flow = q.flow and f.enabled
                      left join busy b on b.flow = q.flow
                      left join own o on o.client_id = q.client_id and o.flow = q.flow
                     where q.client_id = w.client_id and q.work_class = :work and q.status = 'queued'
                       and coalesce(q.not_before, q.scheduled_for) <= :now
                       and coalesce(b.runs, 0) < f.global_max and coalesce(o.runs, 0) < f.per_client_max
                     order by coalesce(q.not_before, q.scheduled_for), q.id limit w.turns
                       for update of q skip locked) r),
            fitting as (
                select d.*, row_number() over (partition by d.client_id, d.flow order by d.due_at, d.id) as own_place
                  from due d),
            ranked as (
                select d.*, row_number() over (partition by d.flow order by d.due_at, d.id) as place
                  from fitting d where d.own_place <= d.room)
            update flow_run r
               set status = 'dispatched', dispatched_at = :now, lease_until = :until, updated_at = now(),
                   row_version = r.row_version + 1
              from ranked k join flow_definition f on f.flow = k.flow left join busy b on b.flow = k.flow
             where r.client_id = k.client_id and r.id = k.id and k.place + coalesce(b.runs, 0) <= f.global_max
            returning r.client_id, r.id, r.flow, r.fence, r.priority
            """)
                .bind("rows", rows.json())
                .bind("work", work.wire())
                .bind("now", now)
                .bind("until", leaseUntil)
                .map((row, context) -> new Handed(
                        Rows.id(row, "client_id", ClientId::new),
                        Rows.id(row, "id", RunId::new),
                        row.getString("flow"),
                        row.getLong("fence"),
                        row.getInt("priority")))
                .list();
    }

    static Swept sweep(Instant now) {
        int overdue = Db.update("""
            update flow_run
               set status = 'failed', finished_at = :now, lease_until = null, blocked_scope = null, blocked_message = null,
                   last_error_code = 'DEADLINE', last_error = 'The run took longer than it may.', last_error_at = :now,
                   updated_at = now(), row_version = row_version + 1
             where status in ('queued', 'waiting') and deadline_at <= :now and code_version > 0
            """).bind("now", now).execute();
        int resumed = Db.update("""
            update flow_run
               set status = 'queued', lease_until = null, lease_owner = null, not_before = null, resumed_at = :now,
                   updated_at = now(),
                   row_version = row_version + 1
             where status in ('dispatched', 'running') and lease_until < :now and code_version > 0
            """).bind("now", now).execute();
        int woken = Db.update("""
            update flow_run r
               set status = 'queued', not_before = null, updated_at = now(), row_version = row_version + 1
             where status = 'waiting' and code_version > 0
               and (not_before <= :now
                    or not_before is null and not exists (
                        select 1 from flow_run c
                         where c.client_id = r.client_id and c.parent_run_id = r.id
                           and c.status in ('queued', 'dispatched', 'running', 'waiting', 'blocked')))
            """).bind("now", now).execute();
        int unblocked = Db.update("""
            update flow_run
               set status = 'queued', not_before = null, blocked_scope = null, blocked_message = null,
                   updated_at = now(), row_version = row_version + 1
             where status = 'blocked' and not_before <= :now and code_version > 0
            """).bind("now", now).execute();
        return new Swept(resumed, woken, unblocked, overdue);
    }

    static int unblock(ClientId client, BreakerScope scope) {
        boolean all = client.equals(Run.PLATFORM);
        return Db.update("""
            update flow_run
               set status = 'queued', not_before = null, blocked_scope = null, blocked_message = null,
                   updated_at = now(), row_version = row_version + 1
             where status = 'blocked' and blocked_scope = :scope and code_version > 0
               and (:all or client_id = :client)
            """)
                .bind("scope", scope.wire())
                .bind("all", all)
                .bind("client", client)
                .execute();
    }

    static Optional<WorkClass> wakeParent(ClientId client, RunId parent) {
        return Db.query("""
            update flow_run r
               set status = 'queued', not_before = null, updated_at = now(), row_version = row_version + 1
             where client_id = :client and id = :parent and status = 'waiting' and not_before is null
               and not exists (
                   select 1 from flow_run c
                    where c.client_id = r.client_id and c.parent_run_id = r.id
                      and c.status in ('queued', 'dispatched', 'running', 'waiting', 'blocked'))
            returning r.work_class
            """)
                .bind("client", client)
                .bind("parent", parent)
                .map((row, context) -> Rows.word(row, "work_class", WorkClass.class))
                .findOne();
    }
}
