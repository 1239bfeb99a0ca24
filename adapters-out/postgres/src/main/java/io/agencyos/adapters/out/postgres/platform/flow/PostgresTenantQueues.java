package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.flow.store.TenantQueues;
import io.agencyos.domain.platform.flow.Turns;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose turn it is, in {@code tenant_queue}. */
public final class PostgresTenantQueues implements TenantQueues {

    /** Seen in the row {@code q}; the index {@code ix_flow_run_due} answers it. */
    private static final String NEXT_DUE = """
        (select min(coalesce(r.not_before, r.scheduled_for)) from flow_run r
          where r.client_id = q.client_id and r.work_class = q.work_class and r.status = 'queued')
        """;

    @Override
    public void signal(WorkClass work, Collection<ClientId> clients, Instant dueAt) {
        Db.update("""
            insert into tenant_queue as q (client_id, work_class, next_due_at)
            select client, :work, :due from unnest(:clients) as client order by client
            on conflict (client_id, work_class) do update
               set next_due_at = excluded.next_due_at, updated_at = now(), row_version = q.row_version + 1
             where q.next_due_at is null or q.next_due_at > excluded.next_due_at
            """)
                .bind("work", work.wire())
                .bind("due", dueAt)
                .bind("clients", Db.uuids(clients))
                .execute();
    }

    @Override
    public Set<WorkClass> waiting(Instant now) {
        return Db.query("""
            select work_class, min(in_flight) filter (where client_id <> :platform) as clients,
                   min(in_flight) filter (where client_id = :platform) as platforms
              from tenant_queue where next_due_at <= :now group by 1
            """)
                .bind("now", now)
                .bind("platform", Turns.PLATFORM)
                .map((row, context) -> {
                    WorkClass work = Rows.word(row, "work_class", WorkClass.class);
                    boolean clients = isBelow(work.perClient(), row, "clients");
                    boolean platforms = isBelow(work.most(Turns.PLATFORM), row, "platforms");
                    return clients || platforms ? Optional.of(work) : Optional.<WorkClass>empty();
                })
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** Nobody is below who is not there. */
    private static boolean isBelow(int most, ResultSet row, String column) throws SQLException {
        int inFlight = row.getInt(column);
        return !row.wasNull() && inFlight < most;
    }

    @Override
    public List<Turns.Queue> lockDue(WorkClass work, Instant now, int limit) {
        return Db.query("""
            select q.client_id, q.weight, q.next_due_at, q.in_flight, q.last_served_at,
                   greatest(1, (select count(*) from (
                       select 1 from flow_run r
                        where r.client_id = q.client_id and r.work_class = q.work_class and r.status = 'queued'
                          and coalesce(r.not_before, r.scheduled_for) <= :now
                        limit case when q.client_id = :platform then :platforms else :most end) due)) as backlog
              from tenant_queue q
             where q.work_class = :work and q.next_due_at <= :now and q.in_flight < case when q.client_id = :platform then :platforms else :most end
             order by q.last_served_at nulls first, q.client_id limit :limit
               for update of q skip locked
            """)
                .bind("work", work.wire())
                .bind("now", now)
                .bind("most", work.perClient())
                .bind("platform", Turns.PLATFORM)
                .bind("platforms", work.most(Turns.PLATFORM))
                .bind("limit", limit)
                .map((row, context) -> new Turns.Queue(
                        Rows.id(row, "client_id", ClientId::new),
                        row.getInt("weight"),
                        Rows.instant(row, "next_due_at"),
                        // of runs each is one quantum
                        row.getInt("backlog") * work.quantum(row.getInt("weight")),
                        row.getInt("in_flight"),
                        Rows.instantOrNull(row, "last_served_at")))
                .list();
    }

    @Override
    public void served(WorkClass work, Map<ClientId, Integer> turns, Instant now) {
        RowSet rows = new RowSet();
        turns.forEach((client, count) -> rows.row().set("client_id", client).set("turns", count));
        Db.update("""
            update tenant_queue q
               set in_flight = q.in_flight + t.turns, last_served_at = :now, next_due_at = %s, updated_at = now(),
                   row_version = q.row_version + 1
              from jsonb_to_recordset(:rows) as t(client_id uuid, turns int)
             where q.client_id = t.client_id and q.work_class = :work
            """.formatted(NEXT_DUE))
                .bind("rows", rows.json())
                .bind("now", now)
                .bind("work", work.wire())
                .execute();
    }

    @Override
    public void passed(WorkClass work, Collection<ClientId> clients, Instant until) {
        Db.update("""
            update tenant_queue q
               set next_due_at = case when %1$s is null then null else greatest(%1$s, :until) end, updated_at = now(),
                   row_version = q.row_version + 1
             where q.work_class = :work and q.client_id = any (:clients)
            """.formatted(NEXT_DUE))
                .bind("until", until)
                .bind("work", work.wire())
                .bind("clients", Db.uuids(clients))
                .execute();
    }

    @Override
    public void over(WorkClass work, ClientId client) {
        Db.update("""
            update tenant_queue q
               set in_flight = greatest(q.in_flight - 1, 0), next_due_at = %s, updated_at = now(),
                   row_version = q.row_version + 1
             where q.client_id = :client and q.work_class = :work
            """.formatted(NEXT_DUE))
                .bind("client", client)
                .bind("work", work.wire())
                .execute();
    }

    @Override
    public int inFlight(WorkClass work) {
        return Db.query("select coalesce(sum(in_flight), 0) from tenant_queue where work_class = :work")
                .bind("work", work.wire())
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void repair(Instant now) {
        Db.update("""
            insert into tenant_queue (client_id, work_class)
            select distinct client_id, work_class from flow_run where status = 'queued'
            on conflict do nothing
            """).execute();
        Db.update("""
            update tenant_queue q
               set in_flight = real.in_flight, next_due_at = real.next_due_at, updated_at = now(),
                   row_version = q.row_version + 1
              from (
                select q.client_id, q.work_class, %s as next_due_at,
                       (select count(*)::int from flow_run l
                         where l.client_id = q.client_id and l.work_class = q.work_class
                           and l.status in ('dispatched', 'running') and l.lease_until >= :now) as in_flight
                  from tenant_queue q) real
             where q.client_id = real.client_id and q.work_class = real.work_class
               and (q.in_flight, q.next_due_at) is distinct from (real.in_flight, real.next_due_at)
            """.formatted(NEXT_DUE)).bind("now", now).execute();
    }
}
