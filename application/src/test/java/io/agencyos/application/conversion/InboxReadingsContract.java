package io.agencyos.application.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.conversation.store.Timeline;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.DeskUnderTest;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people read of the conversation with their leads, over real stores. */
public abstract class InboxReadingsContract extends DeskUnderTest {

    private InboxReadings readings() {
        return new InboxReadings(desk().inboxPorts(), desk().world().units(), clock()::get, ids());
    }

    private TenantScope viewer() {
        return as(ANN, Role.VIEWER);
    }

    private TenantScope stranger() {
        return new TenantScope(another().client(), BEN, Role.OWNER);
    }

    @Test // api 9.11
    void replies_are_shown_with_their_text_their_lead_and_their_campaign() {
        List<Lead> leads = contacted(2);
        Reply first = replied(leads.get(0), Intent.INTERESTED, "Sounds good.");
        scenario().advance(Duration.ofMinutes(1));
        replied(leads.get(1), Intent.QUESTION, "How much?");

        ReadReplies.Page page = readings().replies().list(viewer(), Replies.Filter.ALL, null, 1);
        assertThat(page.more()).isTrue();
        assertThat(page.lines()).singleElement().satisfies(line -> {
            assertThat(line.message()).isNotNull().extracting(Message::body).isEqualTo("How much?");
            assertThat(page.cards().campaign(line.campaign()))
                    .isEqualTo(scenario().campaign().name());
            assertThat(page.cards().lead(line.reply().leadId()))
                    .isNotNull()
                    .extracting(Lead::id)
                    .isEqualTo(leads.get(1).id());
        });
        assertThat(readings().replies().find(viewer(), first.id()))
                .hasValueSatisfying(detail -> assertThat(detail.messages())
                        .extracting(said -> said.message().direction())
                        .containsExactly(Message.Direction.OUT, Message.Direction.IN));
        assertThat(readings().replies().find(stranger(), first.id())).isEmpty();
    }

    @Test // api 9.11: idempotent; records who and when; someone else handled it meanwhile -> their name
    void the_first_who_handles_a_reply_is_remembered_until_it_is_put_back() {
        Reply reply = replied(contacted(), Intent.QUESTION, "How much?");
        MarkReplyHandled mark = readings().markReplyHandled();

        assertThat(mark.handle(viewer(), reply.id(), AuditEntry.Origin.NONE))
                .isInstanceOf(MarkReplyHandled.Outcome.Forbidden.class);
        Reply handled = marked(mark.handle(as(ANN, Role.MEMBER), reply.id(), AuditEntry.Origin.NONE));
        assertThat(handled.handledBy()).isEqualTo(ANN);
        assertThat(handled.handledAt()).isEqualTo(now());
        assertThat(marked(mark.handle(as(BEN, Role.MEMBER), reply.id(), AuditEntry.Origin.NONE)))
                .isEqualTo(handled);
        Reply back = marked(mark.unhandle(as(BEN, Role.MEMBER), reply.id(), AuditEntry.Origin.NONE));
        assertThat(back.handledAt()).isNull();
        assertThat(marked(mark.unhandle(as(ANN, Role.MEMBER), reply.id(), AuditEntry.Origin.NONE)))
                .isEqualTo(back);
        assertThat(mark.handle(stranger(), reply.id(), AuditEntry.Origin.NONE))
                .isInstanceOf(MarkReplyHandled.Outcome.NotFound.class);
        assertThat(mark.handle(as(ANN, Role.MEMBER), new ReplyId(ids().next()), AuditEntry.Origin.NONE))
                .isInstanceOf(MarkReplyHandled.Outcome.NotFound.class);
    }

    private static Reply marked(MarkReplyHandled.Outcome outcome) {
        if (outcome instanceof MarkReplyHandled.Outcome.Marked(Reply reply)) {
            return reply;
        }
        throw new AssertionError(outcome);
    }

    @Test // api 9.6 threads of a lead
    void a_leads_conversations_are_shown_with_their_messages() {
        Lead lead = contacted();
        Reply reply = replied(lead, Intent.INTERESTED, "Sounds good.");

        assertThat(readings().threads().ofLead(viewer(), lead.id()))
                .hasValueSatisfying(threads -> assertThat(threads)
                        .singleElement()
                        .satisfies(detail -> {
                            assertThat(detail.thread().id()).isEqualTo(reply.threadId());
                            assertThat(detail.thread().theirs()).isEqualTo(1);
                            assertThat(detail.messages())
                                    .as("api 9.11: what was read in what the lead wrote stands beside it")
                                    .extracting(Spoken::reply)
                                    .containsExactly(null, reply);
                        }));
        assertThat(readings().threads().find(viewer(), reply.threadId())).isPresent();
        assertThat(readings().threads().list(viewer(), null, null, null, 9).threads())
                .hasSize(1);
        assertThat(readings().threads().find(stranger(), reply.threadId())).isEmpty();
        assertThat(readings().threads().ofLead(stranger(), lead.id())).isEmpty();
    }

    @Test // api 9.11: PATCH sets assignee and due_at; filters assignee
    void a_task_is_given_to_somebody_by_another_day_while_it_is_open() {
        TaskBoard.Task task = new TaskBoard.Task(
                new TaskId(ids().next()),
                client(),
                "answer",
                null,
                null,
                null,
                "Answer the question.",
                now(),
                TaskBoard.Status.OPEN,
                "answer:2",
                null,
                null,
                now());
        scenario().in(() -> desk().tasks().open(List.of(task)));
        WorkOnTasks tasks = readings().tasks();
        WorkOnTasks.Plan bens = new WorkOnTasks.Plan(BEN, now().plus(Duration.ofDays(2)));

        assertThat(tasks.plan(viewer(), task.id(), before -> bens, AuditEntry.Origin.NONE))
                .isInstanceOf(WorkOnTasks.Outcome.Forbidden.class);
        assertThat(tasks.plan(stranger(), task.id(), before -> bens, AuditEntry.Origin.NONE))
                .isInstanceOf(WorkOnTasks.Outcome.NotFound.class);
        assertThat(tasks.plan(as(ANN, Role.MEMBER), task.id(), before -> bens, AuditEntry.Origin.NONE))
                .isInstanceOfSatisfying(WorkOnTasks.Outcome.Closed.class, planned -> {
                    assertThat(planned.task().assignee()).isEqualTo(BEN);
                    assertThat(planned.task().dueAt()).isEqualTo(bens.dueAt());
                });
        assertThat(tasks.list(viewer(), new TaskBoard.Filter(null, null, null, null, BEN), null, 9)
                        .tasks())
                .hasSize(1);
        assertThat(tasks.list(viewer(), new TaskBoard.Filter(null, null, null, null, ANN), null, 9)
                        .tasks())
                .isEmpty();
        assertThat(tasks.plan(
                        as(ANN, Role.MEMBER),
                        task.id(),
                        before -> new WorkOnTasks.Plan(null, before.dueAt()),
                        AuditEntry.Origin.NONE))
                .isInstanceOfSatisfying(WorkOnTasks.Outcome.Closed.class, planned -> {
                    assertThat(planned.task().assignee()).isNull();
                    assertThat(planned.task().dueAt()).isEqualTo(bens.dueAt());
                });
        tasks.drop(as(ANN, Role.MEMBER), task.id(), AuditEntry.Origin.NONE);
        assertThat(tasks.plan(as(ANN, Role.MEMBER), task.id(), before -> bens, AuditEntry.Origin.NONE))
                .isInstanceOf(WorkOnTasks.Outcome.NotOpen.class);
    }

    @Test // api 9.11: a second person's answer -> invalid_transition
    void a_task_is_completed_once() {
        TaskBoard.Task task = new TaskBoard.Task(
                new TaskId(ids().next()),
                client(),
                "answer",
                null,
                null,
                null,
                "Answer the question.",
                now(),
                TaskBoard.Status.OPEN,
                "answer:1",
                null,
                null,
                now());
        scenario().in(() -> desk().tasks().open(List.of(task)));
        WorkOnTasks tasks = readings().tasks();

        assertThat(tasks.complete(viewer(), task.id(), AuditEntry.Origin.NONE))
                .isInstanceOf(WorkOnTasks.Outcome.Forbidden.class);
        assertThat(tasks.complete(stranger(), task.id(), AuditEntry.Origin.NONE))
                .isInstanceOf(WorkOnTasks.Outcome.NotFound.class);
        assertThat(tasks.complete(as(ANN, Role.MEMBER), task.id(), AuditEntry.Origin.NONE))
                .isInstanceOfSatisfying(WorkOnTasks.Outcome.Closed.class, closed -> {
                    assertThat(closed.task().status()).isEqualTo(TaskBoard.Status.DONE);
                    assertThat(closed.task().doneBy()).isEqualTo(ANN);
                });
        assertThat(tasks.drop(as(BEN, Role.MEMBER), task.id(), AuditEntry.Origin.NONE))
                .isInstanceOf(WorkOnTasks.Outcome.NotOpen.class);
        TaskBoard.Filter open = new TaskBoard.Filter(Set.of(TaskBoard.Status.OPEN), null, null, null);
        assertThat(tasks.list(viewer(), open, null, 9).tasks()).isEmpty();
    }

    @Test // api 9.6 activities, 9.9 feed
    void what_was_sent_stands_in_the_timeline_and_in_the_feed() {
        List<Lead> leads = contacted(2);

        assertThat(readings().timeline().ofLead(viewer(), leads.getFirst().id(), null, 9))
                .hasValueSatisfying(page ->
                        assertThat(page.lines()).extracting(Activity::action).contains(ActivityAction.SENT));
        Timeline.Filter sent = new Timeline.Filter(null, null, null, Set.of(ActivityAction.SENT), null, null);
        ReadTimeline.Page feed = readings().timeline().list(viewer(), sent, null, 1);
        assertThat(feed.lines()).hasSize(1);
        assertThat(feed.more()).isTrue();
        Activity line = feed.lines().getFirst();
        assertThat(feed.numbers()).containsEntry(Objects.requireNonNull(line.touchId()), 1);
        assertThat(feed.touches())
                .as("api 8, Activity: what was said")
                .containsOnlyKeys(Objects.requireNonNull(line.touchId()))
                .allSatisfy((id, touch) -> assertThat(
                                Objects.requireNonNull(touch.content()).body())
                        .isNotBlank());
        assertThat(readings().timeline().ofLead(stranger(), leads.getFirst().id(), null, 9))
                .isEmpty();
    }

    @Test // api 8, Activity: intent and intent_confidence
    void a_line_that_tells_of_a_reply_knows_what_was_read_in_it() {
        Lead lead = contacted();
        Reply reply = replied(lead, Intent.QUESTION, "How much?");
        scenario().in(() -> desk().world().world().activities().append(told(lead, reply)));

        ReadTimeline.Page page =
                readings().timeline().ofLead(viewer(), lead.id(), null, 9).orElseThrow();

        assertThat(page.replies().values()).containsExactly(reply);
        assertThat(page.lines())
                .filteredOn(line -> page.replies().containsKey(line.id()))
                .extracting(Activity::action)
                .containsExactly(ActivityAction.REPLIED);
    }

    private static Activity told(Lead lead, Reply reply) {
        return new Activity(
                new ActivityId(UUID.randomUUID()),
                lead.clientId(),
                lead.id(),
                lead.campaignId(),
                ActivityAction.REPLIED,
                Channel.EMAIL,
                null,
                null,
                null,
                reply.receivedAt(),
                Activity.keyOf(reply.id()),
                "question",
                ActivityActor.LEAD);
    }

    @Test
    void touches_are_listed_by_lead_campaign_and_state() {
        Lead lead = contacted(2).getFirst();
        Touch touch = scenario().touches(lead).getFirst();

        assertThat(touches(new Touches.Filter(lead.id(), null, null))).containsExactly(touch);
        assertThat(touches(new Touches.Filter(null, scenario().campaign().id(), Set.of(TouchState.SENT))))
                .hasSize(2)
                .contains(touch);
        assertThat(touches(new Touches.Filter(lead.id(), null, Set.of(TouchState.FAILED))))
                .isEmpty();
        Touches.After after = new Touches.After(touch.scheduledAt(), touch.id());
        assertThat(readings()
                        .timeline()
                        .touches(viewer(), new Touches.Filter(lead.id(), null, null), after, 9)
                        .touches())
                .isEmpty();
        assertThat(readings()
                        .timeline()
                        .touches(stranger(), new Touches.Filter(lead.id(), null, null), null, 9)
                        .touches())
                .isEmpty();
    }

    private List<Touch> touches(Touches.Filter filter) {
        return readings().timeline().touches(viewer(), filter, null, 9).touches();
    }
}
