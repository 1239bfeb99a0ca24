package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.application.platform.Tasks;
import java.util.Collection;

/** What people have to look at, in {@code task}. */
public final class PostgresTasks implements Tasks {

    @Override
    public void open(Collection<NewTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        tasks.forEach(task -> rows.row()
                .set("client_id", task.clientId())
                .set("id", task.id())
                .set("kind", task.kind())
                .set("lead_id", task.lead())
                .set("job_id", task.touch())
                .set("title", task.title())
                .set("due_at", task.dueAt())
                .set("dedupe_key", task.dedupeKey()));
        Db.stamping("""
            insert into task (client_id, id, kind, lead_id, job_id, title, due_at, dedupe_key, created_at, updated_at)
            select client_id, id, kind, lead_id, job_id, title, due_at, dedupe_key, :moment, :moment
              from jsonb_to_recordset(:rows) as r(client_id uuid, id uuid, kind text, lead_id uuid, job_id uuid, title text,
                   due_at timestamptz, dedupe_key text)
            on conflict (client_id, dedupe_key) where status = 'open' do nothing
            """).bind("rows", rows.json()).execute();
    }
}
