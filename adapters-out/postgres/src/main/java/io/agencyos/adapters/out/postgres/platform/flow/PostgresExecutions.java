package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.application.platform.flow.store.Executions;
import io.agencyos.application.platform.flow.store.FlowRuns;
import java.time.Instant;
import java.util.Collection;

/**
 * Orders as rows of the scheduler's own table, written in the transaction that hands the runs over: the scheduler's client
 * would need a connection of its own. The fence
 * in its name tells a new order from one whose execution is just ending; the same order again is the one that stands.
 */
public final class PostgresExecutions implements Executions {

    @Override
    public void submit(Collection<FlowRuns.Handed> runs, Instant now) {
        if (runs.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        runs.forEach(run -> rows.row()
                .set("instance", run.client().text() + "/" + run.run().text() + "/" + run.fence())
                .set("priority", run.priority()));
        Db.update("""
            insert into scheduler.scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
            select :task, instance, now(), false, 1, priority
              from jsonb_to_recordset(:rows) as r(instance text, priority smallint)
            on conflict (task_name, task_instance) do nothing
            """).bind("task", TASK).bind("rows", rows.json()).execute();
    }
}
