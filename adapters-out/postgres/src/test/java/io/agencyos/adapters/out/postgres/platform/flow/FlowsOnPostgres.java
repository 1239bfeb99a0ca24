package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.platform.PostgresAudit;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.platform.flow.FlowStand;
import io.agencyos.application.platform.flow.store.Executions;
import io.agencyos.application.platform.flow.store.FlowDefinitions;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.application.platform.flow.store.RunClock;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every store of flows on an emptied database. */
final class FlowsOnPostgres implements FlowStand {

    private final PostgresFlowDefinitions definitions = new PostgresFlowDefinitions();
    private final PostgresFlowRuns runs = new PostgresFlowRuns();
    private final PostgresTenantQueues queues = new PostgresTenantQueues();
    private final PostgresExecutions executions = new PostgresExecutions();
    private final PostgresBreakers breakers = new PostgresBreakers();
    private final PostgresRateBuckets buckets = new PostgresRateBuckets();
    private final PostgresFlowNodes nodes = new PostgresFlowNodes();
    private final PostgresEvents events = new PostgresEvents();
    private final PostgresAudit audit = new PostgresAudit();
    private final UnitOfWork units;

    FlowsOnPostgres(FreshDatabase database) {
        units = database.unitOfWork();
        try {
            database.clear();
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
        units.onPlatform(
                () -> Db.update("delete from scheduler.scheduled_tasks").execute());
    }

    @Override
    public Stores stores() {
        return new Stores(units, runs, queues, executions, definitions, breakers, buckets, nodes, events, audit);
    }

    @Override
    public RunClock clock(ClockPort time) {
        return () -> {
            Db.handle();
            return time.now();
        };
    }

    @Override
    public void define(FlowDefinitions.Definition definition) {
        Duration deadline = definition.deadline();
        units.onPlatform(() -> Db.update("""
            insert into flow_definition (flow, enabled, cron, misfire_s, per_client_max, global_max, batch_size,
                   deadline_s, max_attempts, backoff_s, priority)
            values (:flow, :enabled, :cron, :misfire, :own, :most, 50, :deadline, 3, '{60,300,900}', 40)
            on conflict (flow) do update
               set enabled = excluded.enabled, cron = excluded.cron,
                   per_client_max = excluded.per_client_max, global_max = excluded.global_max, fired_until = null
            """)
                .bind("flow", definition.flow())
                .bind("enabled", definition.enabled())
                .bind("cron", definition.cron())
                .bind("misfire", (int) definition.misfire().toSeconds())
                .bind("own", definition.perClientMax())
                .bind("most", definition.globalMax())
                .bindByType("deadline", deadline == null ? null : (int) deadline.toSeconds(), Integer.class)
                .execute());
    }

    /** As the scheduler does: whoever deletes the row has the order. */
    @Override
    public Optional<FlowRuns.Handed> take() {
        return units.onPlatform(() -> Db.query("""
            delete from scheduler.scheduled_tasks where (task_name, task_instance) in (
                select task_name, task_instance from scheduler.scheduled_tasks where task_name = :task
                 order by priority desc, execution_time limit 1 for update skip locked)
            returning task_instance, priority
            """)
                .bind("task", Executions.TASK)
                .map((row, context) -> {
                    String[] parts = row.getString("task_instance").split("/");
                    return new FlowRuns.Handed(
                            new ClientId(UUID.fromString(parts[0])),
                            new RunId(UUID.fromString(parts[1])),
                            // the task does not say, and whoever executes it reads the run
                            "",
                            Long.parseLong(parts[2]),
                            row.getInt("priority"));
                })
                .findOne());
    }

    @Override
    public List<String> eventsOf(ClientId client) {
        return units.onPlatform(() -> Db.query("select type from outbox_event where client_id = :client order by seq")
                .bind("client", client)
                .mapTo(String.class)
                .list());
    }
}
