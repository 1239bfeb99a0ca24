package io.agencyos.adapters.out.memory.platform;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.platform.Tasks;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.TaskId;
import java.util.Collection;
import java.util.List;

/** Open tasks, one per key. */
public final class MemoryTasks implements Tasks {

    private static final String OPEN = "uq_task_open";

    private final MemoryTable<TaskId, NewTask> table;

    public MemoryTasks(MemoryUnitOfWork units) {
        table = MemoryTable.<TaskId, NewTask>ofTenants("task", units, NewTask::clientId, NewTask::id)
                .unique(OPEN, task -> List.of(task.clientId(), task.dedupeKey()));
    }

    @Override
    public void open(Collection<NewTask> tasks) {
        tasks.stream()
                .filter(task -> table.findBy(OPEN, List.of(task.clientId(), task.dedupeKey()))
                        .isEmpty())
                .forEach(table::insert);
    }

    /** What is open, oldest first. */
    public List<NewTask> open(ClientId client) {
        return table.rows().filter(task -> task.clientId().equals(client)).toList();
    }
}
