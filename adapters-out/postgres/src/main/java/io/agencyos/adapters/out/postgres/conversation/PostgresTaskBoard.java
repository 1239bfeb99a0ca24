package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.TaskId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tasks as people see them, in {@code task}. */
public final class PostgresTaskBoard implements TaskBoard {

    @Override
    public void open(Collection<Task> tasks) {
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
                .set("reply_id", task.reply())
                .set("meeting_id", task.meeting())
                .set("title", task.title())
                .set("due_at", task.dueAt())
                .set("status", task.status())
                .set("dedupe_key", task.dedupeKey())
                .set("done_by", task.doneBy())
                .set("done_at", task.doneAt())
                .set("created_at", task.createdAt()));
        Db.stamping("""
            insert into task (client_id, id, kind, lead_id, job_id, reply_id, meeting_id, title, due_at, status, dedupe_key,
                   done_by, done_at, created_at, updated_at)
            select client_id, id, kind, lead_id, job_id, reply_id, meeting_id, title, due_at, status, dedupe_key,
                   done_by, done_at, created_at, :moment
              from jsonb_to_recordset(:rows) as r(client_id uuid, id uuid, kind text, lead_id uuid, job_id uuid,
                   reply_id uuid, meeting_id uuid, title text, due_at timestamptz, status text, dedupe_key text,
                   done_by uuid, done_at timestamptz, created_at timestamptz)
            on conflict (client_id, dedupe_key) where status = 'open' do nothing
            """).bind("rows", rows.json()).execute();
    }

    @Override
    public Optional<Task> find(ClientId client, TaskId id) {
        return Db.query("select * from task where client_id = :client and id = :id")
                .bind("client", client)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findFirst();
    }

    @Override
    public List<Task> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        Criteria tasks = new Criteria("select * from task where client_id = :client")
                .with("client", client)
                .andAny("status = any (:statuses)", "statuses", filter.statuses())
                .and("kind = :kind", "kind", filter.kind())
                .and("lead_id = :lead", "lead", filter.lead())
                .and("due_at < :dueBefore", "dueBefore", filter.dueBefore())
                .and("assignee = :assignee", "assignee", filter.assignee());
        if (after != null) {
            addBehind(tasks, after);
        }
        return tasks.first(limit, "due_at, id").map((row, context) -> read(row)).list();
    }

    /** Nulls come last, and no comparison of rows knows them. */
    private static void addBehind(Criteria tasks, After after) {
        if (after.dueAt() == null) {
            tasks.and("due_at is null and id > :afterId");
        } else {
            tasks.and("(due_at is null or (due_at, id) > (:afterDue, :afterId))")
                    .with("afterDue", after.dueAt());
        }
        tasks.with("afterId", after.id());
    }

    @Override
    public boolean plan(ClientId client, TaskId id, @Nullable UserId assignee, @Nullable Instant dueAt) {
        return Db.stamping("""
            update task
               set assignee = :assignee, due_at = :dueAt, updated_at = :moment, row_version = row_version + 1
             where client_id = :client and id = :id and status = 'open'
            """)
                        .bind("client", client)
                        .bind("id", id)
                        .bindByType("assignee", assignee, UserId.class)
                        .bindByType("dueAt", dueAt, Instant.class)
                        .execute()
                == 1;
    }

    @Override
    public boolean close(ClientId client, TaskId id, Status as, @Nullable UserId by, Instant at) {
        return Db.stamping("""
            update task
               set status = :status, done_by = :by, done_at = :at, updated_at = :moment, row_version = row_version + 1
             where client_id = :client and id = :id and status = 'open'
            """)
                        .bind("client", client)
                        .bind("id", id)
                        .bind("status", as)
                        .bindByType("by", by, UserId.class)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    private static Task read(ResultSet row) throws SQLException {
        return new Task(
                Rows.id(row, "id", TaskId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.text(row, "kind"),
                Rows.idOrNull(row, "lead_id", LeadId::new),
                Rows.idOrNull(row, "job_id", TouchId::new),
                Rows.idOrNull(row, "reply_id", ReplyId::new),
                Rows.idOrNull(row, "meeting_id", MeetingId::new),
                Rows.text(row, "title"),
                Rows.instantOrNull(row, "due_at"),
                Rows.idOrNull(row, "assignee", UserId::new),
                Rows.word(row, "status", Status.class),
                Rows.text(row, "dedupe_key"),
                Rows.idOrNull(row, "done_by", UserId::new),
                Rows.instantOrNull(row, "done_at"),
                Rows.instant(row, "created_at"),
                row.getInt("row_version"));
    }
}
