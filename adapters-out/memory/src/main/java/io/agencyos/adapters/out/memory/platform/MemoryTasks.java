package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.Tasks;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.MeetingId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.TaskId;
import io.agencyos.domain.shared.id.UserId;
import io.agencyos.domain.shared.id.UuidV7;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks, at most one open per key; the board of the conversation stands on the same table. */
public final class MemoryTasks implements Tasks {

    private static final String UNIQUE = "uq_task_open";
    private static final String IS_OPEN = "open";

    /** A task with what only the board knows of it. */
    public record Row(
            NewTask task,
            @Nullable ReplyId reply,
            @Nullable MeetingId meeting,
            String status,
            @Nullable UserId doneBy,
            @Nullable Instant doneAt,
            Instant createdAt,
            @Nullable UserId assignee,
            int version) {

        public Row(
                NewTask task,
                @Nullable ReplyId reply,
                @Nullable MeetingId meeting,
                String status,
                @Nullable UserId doneBy,
                @Nullable Instant doneAt,
                Instant createdAt) {
            this(task, reply, meeting, status, doneBy, doneAt, createdAt, null, 0);
        }

        /** Of somebody, by another date. */
        public Row planned(@Nullable UserId by, @Nullable Instant dueAt) {
            NewTask moved = new NewTask(
                    task.id(),
                    task.clientId(),
                    task.kind(),
                    task.lead(),
                    task.touch(),
                    task.title(),
                    dueAt,
                    task.dedupeKey());
            return new Row(moved, reply, meeting, status, doneBy, doneAt, createdAt, by, version + 1);
        }

        public boolean isOpen() {
            return status.equals(IS_OPEN);
        }

        public Row closed(String as, @Nullable UserId by, Instant at) {
            return new Row(task, reply, meeting, as, by, at, createdAt, assignee, version + 1);
        }
    }

    private final MemoryTable<TaskId, Row> table;

    public MemoryTasks(MemoryUnitOfWork units) {
        table = MemoryTable.<TaskId, Row>ofTenants(
                        "task",
                        units,
                        row -> row.task().clientId(),
                        row -> row.task().id())
                .stamped(row -> row.task().id().value())
                .unique(UNIQUE, row -> row.isOpen() ? key(row.task()) : null);
    }

    private static Object key(NewTask task) {
        return List.of(task.clientId(), task.dedupeKey());
    }

    @Override
    public void open(Collection<NewTask> tasks) {
        tasks.forEach(task -> add(new Row(
                task,
                null,
                null,
                IS_OPEN,
                null,
                null,
                UuidV7.instantOf(task.id().value()))));
    }

    /** Opens it unless its key has an open task. */
    public void add(Row row) {
        if (table.findBy(UNIQUE, key(row.task())).isEmpty()) {
            table.insert(row);
        }
    }

    /** The table; its rows are written by every member but a viewer. */
    public MemoryTable<TaskId, Row> table() {
        return table;
    }

    /** What is open, oldest first. */
    public List<NewTask> open(ClientId client) {
        return table.rows()
                .filter(row -> row.isOpen() && row.task().clientId().equals(client))
                .map(Row::task)
                .toList();
    }
}
