package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.run.RunItem;
import io.agencyos.application.platform.flow.run.RunStep;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Runs in {@code flow_run}, {@code flow_step} and {@code flow_item}. */
public final class PostgresFlowRuns implements FlowRuns {

    private static final String RECORD = """
        jsonb_to_recordset(:rows) as r(client_id uuid, id uuid, flow text, code_version int, work_class text, trigger text,
             requested_by uuid, parent_run_id uuid, dedupe_key text, concurrency_key text, params jsonb, status text,
             scheduled_for timestamptz, not_before timestamptz, deadline_at timestamptz, created_at timestamptz,
             started_at timestamptz, finished_at timestamptz, outcome jsonb, priority int, current_step text,
             progress_pct numeric)
        """;
    private static final String INSERT = """
        with made as (
        insert into flow_run (client_id, id, flow, code_version, work_class, trigger, requested_by, parent_run_id,
               dedupe_key, concurrency_key, params, status, scheduled_for, not_before, deadline_at, created_at, started_at,
               finished_at, outcome, priority, current_step, progress_pct, lead_id)
        select client_id, id, flow, code_version, work_class, trigger, requested_by, parent_run_id, dedupe_key,
               concurrency_key, coalesce(params, '{}'), status, scheduled_for, not_before, deadline_at, created_at,
               started_at, finished_at, outcome, priority, current_step, progress_pct,
               case when params ->> 'lead_id' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (params ->> 'lead_id')::uuid end
          from %s
        on conflict do nothing returning client_id, id),
        planned as (
        insert into flow_step (client_id, run_id, step_no, name, status, weight)
        select m.client_id, m.id, s.step_no, s.name, s.status, s.weight
          from made m
         cross join jsonb_to_recordset(:steps) as s(step_no smallint, name text, status text, weight int))
        select count(*) from made
        """.formatted(RECORD);

    private static final String SAVE = """
        update flow_run
           set status = :status, not_before = :notBefore, started_at = :started, finished_at = :finished,
               attempt = :attempt, lease_owner = :owner, lease_until = :until, fence = :fence, progress_pct = :progress,
               current_step = :step, items_total = :total, items_done = :done, items_failed = :failed,
               items_skipped = :skipped, items_unknown = :unknown, cost_aud = :cost, blocked_scope = :scope,
               blocked_message = :message, outcome = :outcome, last_error_code = :code, last_error = :error,
               last_error_at = :errorAt, deadline_at = :deadline,
               cancel_requested_at = case when :reopened then null else cancel_requested_at end,
               updated_at = now(), row_version = row_version + 1
         where client_id = :client and id = :id and status = :was and fence = :fenceWas
        """;
    private static final String STEP = """
        update flow_step s
           set status = :stepStatus, items_total = :stepTotal, items_done = :stepDone, items_failed = :stepFailed,
               items_skipped = :stepSkipped, items_unknown = :stepUnknown, cursor = :stepCursor,
               started_at = :stepStarted, finished_at = :stepFinished, last_error = :stepError, updated_at = now(),
               row_version = s.row_version + 1
        """;

    @Override
    public Inserted insert(Run run, List<RunStep> steps) {
        if (insertAll(List.of(run), steps) == 1) {
            return new Inserted.Made();
        }
        return Db.query("""
            select id, status, dedupe_key = :key as known from flow_run
             where client_id = :client
               and (flow = :flow and dedupe_key = :key
                    or concurrency_key = :concurrency
                       and status in ('queued', 'dispatched', 'running', 'waiting', 'blocked'))
             order by known desc limit 1
            """)
                .bind("client", run.client())
                .bind("flow", run.order().flow())
                .bind("key", run.order().key().text())
                .bind("concurrency", run.order().concurrencyKey())
                .map((row, context) -> row.getBoolean("known")
                        ? (Inserted) new Inserted.Known(
                                Rows.id(row, "id", RunId::new), Rows.word(row, "status", RunState.class))
                        : new Inserted.Active(Rows.id(row, "id", RunId::new)))
                .findOne()
                // it ended between the two statements
                .orElseGet(() -> insert(run, steps));
    }

    @Override
    public int insertAll(Collection<Run> runs, List<RunStep> steps) {
        if (runs.isEmpty()) {
            return 0;
        }
        return Db.query(INSERT)
                .bind("rows", RunRows.rows(runs))
                .bind("steps", RunRows.planned(steps))
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public Optional<Run> find(ClientId client, RunId id) {
        return Db.query("select * from flow_run where client_id = :client and id = :id")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> RunRows.run(row))
                .findOne();
    }

    @Override
    public Optional<ClientId> clientOf(RunId id) {
        return Db.query("select client_id from flow_run where id = :id")
                .bind("id", id)
                .mapTo(ClientId.class)
                .findOne();
    }

    @Override
    public List<RunStep> steps(ClientId client, RunId id) {
        return Db.query("select * from flow_step where client_id = :client and run_id = :id order by step_no")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> RunRows.step(row))
                .list();
    }

    @Override
    public List<Run> list(ClientId client, Filter filter, Optional<After> after, int limit) {
        return list(Optional.of(client), filter, after, limit);
    }

    @Override
    public List<Run> listAll(Filter filter, Optional<After> after, int limit) {
        return list(Optional.empty(), filter, after, limit);
    }

    private static List<Run> list(Optional<ClientId> client, Filter filter, Optional<After> after, int limit) {
        String sql = "select * from flow_run where true"
                + (client.isPresent() ? " and client_id = :client" : "")
                + (filter.flows().isEmpty() ? "" : " and flow = any (:flows)")
                + (filter.states().isEmpty() ? "" : " and status = any (:states)")
                + (after.isPresent() ? " and (created_at, id) < (:at, :id)" : "")
                + " order by created_at desc, id desc limit :limit";
        Query query = Db.query(sql).bind("limit", limit);
        client.ifPresent(one -> query.bind("client", one));
        if (!filter.flows().isEmpty()) {
            query.bind("flows", filter.flows().toArray(String[]::new));
        }
        if (!filter.states().isEmpty()) {
            query.bind("states", Db.wires(filter.states()));
        }
        after.ifPresent(from -> query.bind("at", from.createdAt()).bind("id", from.id()));
        return query.map((row, context) -> RunRows.run(row)).list();
    }

    @Override
    public List<Run> children(ClientId client, RunId parent) {
        return Db.query("select * from flow_run where client_id = :client and parent_run_id = :parent order by"
                        + " created_at, id")
                .bind("client", client)
                .bind("parent", parent)
                .map((row, context) -> RunRows.run(row))
                .list();
    }

    @Override
    public int openChildren(ClientId client, RunId parent) {
        return Db.query("""
            select count(*) from flow_run
             where client_id = :client and parent_run_id = :parent
               and status in ('queued', 'dispatched', 'running', 'waiting', 'blocked')
            """)
                .bind("client", client)
                .bind("parent", parent)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public boolean save(Run next, RunState was, long fenceWas) {
        return bound(Db.update(SAVE), next, was, fenceWas).execute() == 1;
    }

    @Override
    public boolean save(Run next, RunState was, long fenceWas, RunStep step) {
        Update update = Db.update("with r as (" + SAVE + " returning id)\n" + STEP
                + " from r where s.client_id = :client and s.run_id = :id and s.step_no = :stepNo");
        return bound(bound(update, next, was, fenceWas), step).execute() == 1;
    }

    private static Update bound(Update update, Run next, RunState was, long fenceWas) {
        Run.Lease lease = next.lease();
        Block block = next.blocked();
        Run.LastError error = next.lastError();
        return update.bind("client", next.client())
                .bind("id", next.id())
                .bind("was", was.wire())
                .bind("fenceWas", fenceWas)
                .bind("reopened", was.isEnded())
                .bind("status", next.state().wire())
                .bindByType("notBefore", next.notBefore(), Instant.class)
                .bindByType("started", next.startedAt(), Instant.class)
                .bindByType("finished", next.finishedAt(), Instant.class)
                .bind("attempt", next.attempt())
                .bind("owner", lease == null ? null : lease.owner())
                .bindByType("until", lease == null ? null : lease.until(), Instant.class)
                .bind("fence", next.fence())
                .bind("progress", next.progress())
                .bind("step", next.currentStep())
                .bind("total", next.counts().total())
                .bind("done", next.counts().done())
                .bind("failed", next.counts().failed())
                .bind("skipped", next.counts().skipped())
                .bind("unknown", next.counts().unknown())
                .bind("cost", next.cost())
                .bind("scope", block == null ? null : block.scope().wire())
                .bind("message", block == null ? null : block.message())
                .bindByType("outcome", RunRows.json(next.outcome()), Json.class)
                .bind("code", error == null ? null : error.code())
                .bind("error", error == null ? null : error.message())
                .bindByType("deadline", next.order().deadlineAt(), Instant.class)
                .bindByType("errorAt", error == null ? null : error.at(), Instant.class);
    }

    private static Update bound(Update update, RunStep step) {
        String cursor = step.cursor();
        return update.bind("stepNo", step.no())
                .bind("stepStatus", step.state().wire())
                .bind("stepTotal", step.counts().total())
                .bind("stepDone", step.counts().done())
                .bind("stepFailed", step.counts().failed())
                .bind("stepSkipped", step.counts().skipped())
                .bind("stepUnknown", step.counts().unknown())
                .bindByType("stepCursor", cursor == null ? null : Json.of(cursor), Json.class)
                .bindByType("stepStarted", step.startedAt(), Instant.class)
                .bindByType("stepFinished", step.finishedAt(), Instant.class)
                .bind("stepError", step.lastError());
    }

    @Override
    public boolean renew(ClientId client, RunId run, long fence, Instant until) {
        return Db.update("""
            update flow_run set lease_until = :until, updated_at = now()
             where client_id = :client and id = :run and status = 'running' and fence = :fence
            """)
                        .bind("client", client)
                        .bind("run", run)
                        .bind("fence", fence)
                        .bind("until", until)
                        .execute()
                == 1;
    }

    @Override
    public void saveStep(ClientId client, RunId run, RunStep step) {
        Update update = Db.update(STEP + " where s.client_id = :client and s.run_id = :run and s.step_no = :stepNo")
                .bind("client", client)
                .bind("run", run);
        bound(update, step).execute();
    }

    @Override
    public boolean requestCancel(ClientId client, RunId run, Instant at) {
        return Db.update("""
            update flow_run set cancel_requested_at = coalesce(cancel_requested_at, :at), updated_at = now()
             where client_id = :client and id = :run
               and status in ('queued', 'dispatched', 'running', 'waiting', 'blocked')
            """)
                        .bind("client", client)
                        .bind("run", run)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    @Override
    public List<Handed> dispatch(WorkClass work, Map<ClientId, Integer> turns, Instant now, Instant leaseUntil) {
        return RunTurns.dispatch(work, turns, now, leaseUntil);
    }

    @Override
    public Swept sweep(Instant now) {
        return RunTurns.sweep(now);
    }

    @Override
    public int unblock(ClientId client, BreakerScope scope, Instant now) {
        return RunTurns.unblock(client, scope);
    }

    @Override
    public Optional<WorkClass> wakeParent(ClientId client, RunId parent) {
        return RunTurns.wakeParent(client, parent);
    }

    @Override
    public void addItems(ClientId client, RunId run, int step, Collection<String> keys) {
        Db.update("""
            insert into flow_item (client_id, run_id, step_no, item_key, status)
            select :client, :run, :step, key, 'pending' from unnest(:keys) as key
            on conflict do nothing
            """)
                .bind("client", client)
                .bind("run", run)
                .bind("step", step)
                .bind("keys", keys.toArray(String[]::new))
                .execute();
    }

    @Override
    public Optional<RunItem> item(ClientId client, RunId run, int step, String key) {
        return Db.query("""
            select * from flow_item where client_id = :client and run_id = :run and step_no = :step and item_key = :key
            """)
                .bind("client", client)
                .bind("run", run)
                .bind("step", step)
                .bind("key", key)
                .map((row, context) -> RunRows.item(row))
                .findOne();
    }

    @Override
    public List<RunItem> openItems(ClientId client, RunId run, int step, int limit) {
        return Db.query("""
            select * from flow_item
             where client_id = :client and run_id = :run and step_no = :step and status in ('pending', 'claimed')
             order by lease_until nulls first, item_key limit :limit
            """)
                .bind("client", client)
                .bind("run", run)
                .bind("step", step)
                .bind("limit", limit)
                .map((row, context) -> RunRows.item(row))
                .list();
    }

    @Override
    public void saveItem(ClientId client, RunId run, int step, RunItem item) {
        String result = item.result();
        Db.update("""
            update flow_item
               set status = :status, attempts = :attempts, lease_until = :until, vendor_idem_key = :vendorKey,
                   result = :result, error_code = :code, error = :error, cost_aud = :cost, updated_at = now(),
                   row_version = row_version + 1
             where client_id = :client and run_id = :run and step_no = :step and item_key = :key
            """)
                .bind("client", client)
                .bind("run", run)
                .bind("step", step)
                .bind("key", item.key())
                .bind("status", item.state().wire())
                .bind("attempts", item.attempts())
                .bindByType("until", item.until(), Instant.class)
                .bind("vendorKey", item.vendorKey())
                .bindByType("result", result == null ? null : Json.of(result), Json.class)
                .bind("code", item.errorCode())
                .bind("error", item.error())
                .bind("cost", item.cost())
                .execute();
    }

    @Override
    public void reopenItems(ClientId client, RunId run, int step) {
        Db.update("""
            update flow_item set status = 'pending', attempts = 0, lease_until = null, updated_at = now()
             where client_id = :client and run_id = :run and step_no = :step and status = 'failed'
            """)
                .bind("client", client)
                .bind("run", run)
                .bind("step", step)
                .execute();
    }

    @Override
    public List<StepItem> items(ClientId client, RunId run, Set<ItemState> states, @Nullable StepKey after, int limit) {
        Query query = Db.query("select * from flow_item where client_id = :client and run_id = :run"
                        + (states.isEmpty() ? "" : " and status = any (:states)")
                        + (after == null ? "" : " and (step_no, item_key) > (:step, :key)")
                        + " order by step_no, item_key limit :limit")
                .bind("client", client)
                .bind("run", run)
                .bind("limit", limit);
        if (!states.isEmpty()) {
            query.bind("states", Db.wires(states));
        }
        if (after != null) {
            query.bind("step", after.step()).bind("key", after.key());
        }
        return query.map((row, context) -> new StepItem(row.getInt("step_no"), RunRows.item(row)))
                .list();
    }
}
