package io.agencyos.adapters.out.memory.conversation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.platform.Tasks;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TaskId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tasks as people see them, on the table into which every context puts its own. */
public final class MemoryTaskBoard implements TaskBoard {

    private static final Comparator<Instant> SOONEST_FIRST = nullsLast(naturalOrder());

    private final MemoryTasks tasks;

    public MemoryTaskBoard(MemoryTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void open(Collection<Task> opened) {
        opened.forEach(task -> tasks.add(new MemoryTasks.Row(
                new Tasks.NewTask(
                        task.id(),
                        task.clientId(),
                        task.kind(),
                        task.lead(),
                        task.touch(),
                        task.title(),
                        task.dueAt(),
                        task.dedupeKey()),
                task.reply(),
                task.meeting(),
                task.status().wire(),
                task.doneBy(),
                task.doneAt(),
                task.createdAt())));
    }

    @Override
    public Optional<Task> find(ClientId client, TaskId id) {
        return tasks.table()
                .find(id)
                .filter(row -> row.task().clientId().equals(client))
                .map(MemoryTaskBoard::shown);
    }

    @Override
    public List<Task> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        return tasks.table()
                .rows()
                .filter(row -> row.task().clientId().equals(client))
                .map(MemoryTaskBoard::shown)
                .filter(task -> shows(filter, task))
                .sorted(comparing(Task::dueAt, SOONEST_FIRST).thenComparing(ById.ascending(Task::id)))
                .filter(task -> after == null || isBehind(task, after))
                .limit(limit)
                .toList();
    }

    private static boolean shows(Filter filter, Task task) {
        return (filter.statuses() == null || filter.statuses().contains(task.status()))
                && (filter.kind() == null || filter.kind().equals(task.kind()))
                && (filter.lead() == null || filter.lead().equals(task.lead()))
                && (filter.assignee() == null || filter.assignee().equals(task.assignee()))
                && (filter.dueBefore() == null
                        || task.dueAt() != null && task.dueAt().isBefore(filter.dueBefore()));
    }

    private static boolean isBehind(Task task, After after) {
        int order = SOONEST_FIRST.compare(task.dueAt(), after.dueAt());
        return order > 0 || order == 0 && task.id().text().compareTo(after.id().text()) > 0;
    }

    @Override
    public boolean plan(ClientId client, TaskId id, @Nullable UserId assignee, @Nullable Instant dueAt) {
        return tasks.table()
                .find(id)
                .filter(row -> row.task().clientId().equals(client) && row.isOpen())
                .map(row -> {
                    tasks.table().put(row.planned(assignee, dueAt));
                    return true;
                })
                .orElse(false);
    }

    @Override
    public boolean close(ClientId client, TaskId id, Status as, @Nullable UserId by, Instant at) {
        return tasks.table()
                .find(id)
                .filter(row -> row.task().clientId().equals(client) && row.isOpen())
                .map(row -> {
                    tasks.table().put(row.closed(as.wire(), by, at));
                    return true;
                })
                .orElse(false);
    }

    private static Task shown(MemoryTasks.Row row) {
        return new Task(
                row.task().id(),
                row.task().clientId(),
                row.task().kind(),
                row.task().lead(),
                row.task().touch(),
                row.reply(),
                row.meeting(),
                row.task().title(),
                row.task().dueAt(),
                row.assignee(),
                Vocabulary.parse(Status.class, row.status()).orElseThrow(),
                row.task().dedupeKey(),
                row.doneBy(),
                row.doneAt(),
                row.createdAt(),
                row.version());
    }
}
