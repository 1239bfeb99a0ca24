package io.agencyos.application.conversion;

import io.agencyos.application.conversation.TaskBoard;
import io.agencyos.application.lead.Cards;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.TaskId;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What people have to do, soonest due first, and that they did it. Source: api 9.11. */
@PrimaryPort
public interface WorkOnTasks {

    record Page(List<TaskBoard.Task> tasks, Cards cards, boolean more) {
        public Page {
            tasks = List.copyOf(tasks);
        }
    }

    /** What came of closing a task. */
    sealed interface Outcome {

        record Closed(TaskBoard.Task task, Cards cards) implements Outcome {}

        record NotFound() implements Outcome {}

        /** Somebody was first: {@code invalid_transition}. */
        record NotOpen(TaskBoard.Task task) implements Outcome {}

        /** A viewer closes nothing. */
        record Forbidden() implements Outcome {}
    }

    Page list(TenantScope scope, TaskBoard.Filter filter, TaskBoard.@Nullable After after, int limit);

    Optional<Page> find(TenantScope scope, TaskId id);

    /** It is done. */
    Outcome complete(TenantScope scope, TaskId id, Origin origin);

    /** It need not be done. */
    Outcome drop(TenantScope scope, TaskId id, Origin origin);
}
