package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging.Position;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.LeadCard;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.conversion.InboxReadings;
import io.agencyos.application.conversion.WorkOnTasks;
import io.agencyos.application.lead.store.Cards;
import io.agencyos.application.shared.Stamp;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TaskId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What only a person can settle. Source: api 9.11. */
public final class TaskRoutes implements RouteGroup {

    private static final String TAG = "Tasks";
    private static final String ALL = Route.C + "/tasks";
    private static final String ONE = ALL + "/{id}";
    private static final String NEVER = "";

    private final WorkOnTasks tasks;
    private final People people;
    private final Moments moments;

    public TaskRoutes(InboxReadings readings, People people, Moments moments) {
        tasks = readings.tasks();
        this.people = people;
        this.moments = moments;
    }

    /**
     * A task. Source: api 8 Task.
     *
     * @param kind what is to be done, such as answering a reply or a call to make
     * @param title what is to be done, in a line
     * @param dueAt when it should be done; null for any time
     * @param status whether somebody still has to do it; {@code dropped} is one that was no longer needed
     */
    public record TaskView(
            UUID id,
            UUID clientId,
            String kind,
            String title,
            @Nullable LeadCard lead,
            @Nullable UUID replyId,
            @Nullable UUID touchId,
            @Nullable UUID meetingId,
            @Nullable Instant dueAt,
            People.@Nullable UserCard assignee,
            TaskBoard.Status status,
            People.@Nullable UserCard doneBy,
            @Nullable Instant doneAt,
            Instant createdAt,
            Instant updatedAt,
            int version) {

        static final TaskView EXAMPLE = new TaskView(
                UUID.fromString("019baaaa-0000-7000-8000-000000000091"),
                UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                "rebook",
                "The meeting was called off: find another time.",
                LeadCard.EXAMPLE,
                null,
                null,
                UUID.fromString("019baaaa-0000-7000-8000-000000000041"),
                Instant.parse("2026-03-13T01:00:00Z"),
                People.UserCard.EXAMPLE,
                TaskBoard.Status.DONE,
                People.UserCard.EXAMPLE,
                Instant.parse("2026-03-12T01:00:00Z"),
                Instant.parse("2026-03-12T00:00:00Z"),
                Instant.parse("2026-03-12T01:00:00Z"),
                1);

        static TaskView of(TaskBoard.Task task, Cards cards, People.Names names, Stamp stamp) {
            return new TaskView(
                    task.id().value(),
                    task.clientId().value(),
                    task.kind(),
                    task.title(),
                    LeadCard.of(cards.lead(task.lead())),
                    value(task.reply()),
                    value(task.touch()),
                    value(task.meeting()),
                    task.dueAt(),
                    names.card(task.assignee()),
                    task.status(),
                    names.card(task.doneBy()),
                    task.doneAt(),
                    task.createdAt(),
                    stamp.updatedAt(),
                    task.version());
        }

        private static @Nullable UUID value(@Nullable EntityId id) {
            return id == null ? null : id.value();
        }
    }

    /**
     * What of it changes.
     *
     * @param dueAt when it should be done; null for any time
     */
    public record PlanChange(Change<@Nullable UUID> assignee, Change<@Nullable Instant> dueAt) {

        static final PlanChange EXAMPLE = new PlanChange(
                Change.to(UUID.fromString("019baaaa-0000-7000-8000-000000000002")),
                Change.to(Instant.parse("2026-03-16T01:00:00Z")));
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "What people have to do, soonest due first; the open ones unless others are asked for")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.text("kind", "Such as book_meeting."),
                                Param.words("status", TaskBoard.Status.class),
                                Params.oneId("lead_id"),
                                Params.oneId("assignee"),
                                Param.instant("due_to", "Due before this moment."))
                        .lists(TaskView.class, Sorting.of("due_at"), TaskView.EXAMPLE)
                        .handledBy(this::list),
                Route.get(ONE, "One task")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(TaskView.class, TaskView.EXAMPLE)
                        .handledBy(this::show),
                Route.patch(ONE, "Give it to somebody, or another date; null takes either away")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.REPLIES_WRITE)
                        .body(PlanChange.class, PlanChange.EXAMPLE)
                        .answers(TaskView.class, TaskView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(this::plan),
                Route.post(ONE + "/complete", "It is done")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.REPLIES_WRITE)
                        .answers(TaskView.class, TaskView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call ->
                                closed(call, tasks.complete(call.scope(), call.id("id", TaskId::new), call.origin()))),
                Route.post(ONE + "/drop", "It need not be done")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.REPLIES_WRITE)
                        .answers(TaskView.class, TaskView.EXAMPLE)
                        .problems(ProblemCode.INVALID_TRANSITION)
                        .handledBy(call ->
                                closed(call, tasks.drop(call.scope(), call.id("id", TaskId::new), call.origin()))));
    }

    private Reply<Page<TaskView>> list(Call<None> call) {
        Set<TaskBoard.Status> statuses = Params.words(call.query(), "status", TaskBoard.Status.class);
        TaskBoard.Filter filter = new TaskBoard.Filter(
                statuses == null ? Set.of(TaskBoard.Status.OPEN) : statuses,
                call.query().text("kind").orElse(null),
                Params.id(call.query(), "lead_id", LeadId::new),
                Params.instant(call.query(), "due_to"),
                Params.id(call.query(), "assignee", UserId::new));
        WorkOnTasks.Page page = tasks.list(
                call.scope(),
                filter,
                call.paging().after().map(TaskRoutes::after).orElse(null),
                call.paging().limit());
        List<TaskView> views = views(call, page.tasks(), page.cards());
        return Reply.ok(new Page<>(views, page.more() ? Optional.of(end(views.getLast())) : Optional.empty()));
    }

    private static TaskBoard.After after(Position position) {
        String due = position.keys().getFirst();
        return new TaskBoard.After(due.equals(NEVER) ? null : Instant.parse(due), new TaskId(position.id()));
    }

    private static Position end(TaskView last) {
        return new Position(List.of(last.dueAt() == null ? NEVER : last.dueAt().toString()), last.id());
    }

    private List<TaskView> views(Call<?> call, List<TaskBoard.Task> shown, Cards cards) {
        People.Names names = people.named(
                call.scope().clientId(),
                shown.stream()
                        .flatMap(task -> Stream.of(task.doneBy(), task.assignee()))
                        .toList());
        Moments.Known stamps = moments.ofAll(
                call.scope(), Kind.TASK, shown.stream().map(TaskBoard.Task::id).toList());
        return shown.stream()
                .map(task -> TaskView.of(task, cards, names, stamps.of(task.id())))
                .toList();
    }

    private static Reply<TaskView> tagged(TaskView view) {
        return Reply.ok(view).version(view.version());
    }

    private Reply<TaskView> show(Call<None> call) {
        return tasks.find(call.scope(), call.id("id", TaskId::new))
                .<Reply<TaskView>>map(
                        page -> tagged(views(call, page.tasks(), page.cards()).getFirst()))
                .orElseGet(Reply::notFound);
    }

    private Reply<TaskView> plan(Call<PlanChange> call) {
        UserId wanted = call.body().assignee().map(UserId::new).orElse(null);
        if (wanted != null
                && !people.named(call.scope().clientId(), List.of(wanted))
                        .names()
                        .containsKey(wanted)) {
            return Reply.refused(
                    Problem.invalid(List.of(FieldError.of("/assignee", "not_a_member", "A member of the client."))));
        }
        return closed(
                call,
                tasks.plan(
                        call.scope(),
                        call.id("id", TaskId::new),
                        now -> new WorkOnTasks.Plan(
                                call.body().assignee().mentioned() ? wanted : now.assignee(),
                                call.body().dueAt().orElse(now.dueAt())),
                        call.origin()));
    }

    private Reply<TaskView> closed(Call<?> call, WorkOnTasks.Outcome outcome) {
        return switch (outcome) {
            case WorkOnTasks.Outcome.Closed(TaskBoard.Task task, Cards cards) ->
                tagged(views(call, List.of(task), cards).getFirst());
            case WorkOnTasks.Outcome.NotFound missing -> Reply.notFound();
            case WorkOnTasks.Outcome.NotOpen(TaskBoard.Task task) ->
                Reply.refused(Problem.of(ProblemCode.INVALID_TRANSITION, "Somebody was first.")
                        .with("from", task.status().wire()));
            case WorkOnTasks.Outcome.Forbidden refused ->
                Reply.refused(Problem.roleRequired(
                        Role.MEMBER.wire(), call.scope().role().wire()));
        };
    }
}
