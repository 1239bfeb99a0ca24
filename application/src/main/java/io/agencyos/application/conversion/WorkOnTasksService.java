package io.agencyos.application.conversion;

import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TaskId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Of two people who close one task, the store lets one be first. */
final class WorkOnTasksService implements WorkOnTasks {

    private final InboxPorts ports;
    private final PeopleTrail trail;
    private final UnitOfWork units;

    WorkOnTasksService(InboxPorts ports, PeopleTrail trail, UnitOfWork units) {
        this.ports = ports;
        this.trail = trail;
        this.units = units;
    }

    @Override
    public Page list(TenantScope scope, TaskBoard.Filter filter, TaskBoard.@Nullable After after, int limit) {
        return units.inTenant(scope, () -> {
            List<TaskBoard.Task> found = ports.tasks().list(scope.clientId(), filter, after, limit + 1);
            List<TaskBoard.Task> shown = Pages.cut(found, limit);
            return new Page(shown, cards(scope.clientId(), shown), found.size() > limit);
        });
    }

    @Override
    public Optional<Page> find(TenantScope scope, TaskId id) {
        ClientId client = scope.clientId();
        return units.inTenant(
                scope,
                () -> ports.tasks()
                        .find(client, id)
                        .map(task -> new Page(List.of(task), cards(client, List.of(task)), false)));
    }

    @Override
    public Outcome plan(TenantScope scope, TaskId id, UnaryOperator<Plan> change, Origin origin) {
        if (!PeopleTrail.mayWrite(scope)) {
            return new Outcome.Forbidden();
        }
        ClientId client = scope.clientId();
        return units.inTenant(scope, () -> {
            TaskBoard.Task before = ports.tasks().find(client, id).orElse(null);
            if (before == null) {
                return new Outcome.NotFound();
            }
            Plan now = change.apply(new Plan(before.assignee(), before.dueAt()));
            if (!ports.tasks().plan(client, id, now.assignee(), now.dueAt())) {
                return new Outcome.NotOpen(before);
            }
            TaskBoard.Task after = ports.tasks().find(client, id).orElseThrow();
            trail.updated(
                    scope,
                    "task",
                    id.value(),
                    Map.of(
                            "assignee", new Change(text(before.assignee()), text(after.assignee())),
                            "due_at", new Change(text(before.dueAt()), text(after.dueAt()))),
                    origin);
            return new Outcome.Closed(after, cards(client, List.of(after)));
        });
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public Outcome complete(TenantScope scope, TaskId id, Origin origin) {
        return close(scope, id, TaskBoard.Status.DONE, origin);
    }

    @Override
    public Outcome drop(TenantScope scope, TaskId id, Origin origin) {
        return close(scope, id, TaskBoard.Status.DROPPED, origin);
    }

    private Outcome close(TenantScope scope, TaskId id, TaskBoard.Status as, Origin origin) {
        if (!PeopleTrail.mayWrite(scope)) {
            return new Outcome.Forbidden();
        }
        ClientId client = scope.clientId();
        return units.inTenant(scope, () -> {
            boolean closed = ports.tasks()
                    .close(client, id, as, scope.userId(), trail.clock().now());
            TaskBoard.Task task = ports.tasks().find(client, id).orElse(null);
            if (task == null) {
                return new Outcome.NotFound();
            }
            if (!closed) {
                return new Outcome.NotOpen(task);
            }
            Change change = new Change(TaskBoard.Status.OPEN.wire(), as.wire());
            trail.updated(scope, "task", id.value(), Map.of("status", change), origin);
            return new Outcome.Closed(task, cards(client, List.of(task)));
        });
    }

    private Cards cards(ClientId client, List<TaskBoard.Task> tasks) {
        return Cards.of(
                ports.leads(),
                ports.campaigns(),
                client,
                tasks.stream().map(TaskBoard.Task::lead).toList());
    }
}
