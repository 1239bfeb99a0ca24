package io.agencyos.application.conversion;

import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.TaskId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

    /** What came of changing or closing a task. */
    sealed interface Outcome {

        /** As it is now. */
        record Closed(TaskBoard.Task task, Cards cards) implements Outcome {}

        record NotFound() implements Outcome {}

        /** Somebody was first: {@code invalid_transition}. */
        record NotOpen(TaskBoard.Task task) implements Outcome {}

        /** A viewer closes nothing. */
        record Forbidden() implements Outcome {}
    }

    Page list(TenantScope scope, TaskBoard.Filter filter, TaskBoard.@Nullable After after, int limit);

    Optional<Page> find(TenantScope scope, TaskId id);

    /**
     * Gives it to somebody and by another date.
     *
     * @param plan what to change of what it is now
     */
    Outcome plan(TenantScope scope, TaskId id, UnaryOperator<Plan> plan, Origin origin);

    /** Whose task it is and by when, null for nobody and no date. */
    record Plan(@Nullable UserId assignee, @Nullable Instant dueAt) {}

    /** It is done. */
    Outcome complete(TenantScope scope, TaskId id, Origin origin);

    /** It need not be done. */
    Outcome drop(TenantScope scope, TaskId id, Origin origin);
}
