package io.agencyos.application.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.testing.DeskUnderTest;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.TaskId;
import io.agencyos.domain.shared.id.ThreadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of threads, replies, tasks and timelines keeps. */
public abstract class ConversationStoresContract extends DeskUnderTest {

    private <T> T in(Supplier<T> work) {
        return scenario().in(work);
    }

    private <T> T seenBy(ClientId other, Supplier<T> work) {
        return desk().world()
                .units()
                .inTenant(new io.agencyos.application.shared.TenantScope(other, BEN, Role.OWNER), work);
    }

    private ConversationThread thread(LeadId lead, Channel channel, ThreadStatus status, @Nullable Instant theirs) {
        return new ConversationThread(
                new ThreadId(ids().next()),
                client(),
                lead,
                scenario().campaign().id(),
                channel,
                status,
                ThreadOutcome.ONGOING,
                "external-" + ids().next(),
                0,
                theirs == null ? 0 : 1,
                now(),
                null,
                theirs,
                0);
    }

    @Test // content 4.8: at most one is active or stale
    void a_lead_has_one_live_thread_per_channel_and_it_is_found_before_those_that_ended() {
        Lead lead = scenario().lead();
        ConversationThread ended = thread(lead.id(), Channel.SMS, ThreadStatus.DEAD, now().plusSeconds(60));
        ConversationThread live = thread(lead.id(), Channel.SMS, ThreadStatus.STALE, null);
        scenario().in(() -> {
            desk().threads().insert(ended);
            desk().threads().insert(live);
        });

        assertThat(in(() -> desk().threads().findForUpdate(client(), lead.id(), Channel.SMS)))
                .contains(live);
        assertThat(in(() -> desk().threads().findForUpdate(client(), lead.id(), Channel.VOICE)))
                .isEmpty();
        assertThatThrownBy(() -> scenario()
                        .in(() -> desk().threads().insert(thread(lead.id(), Channel.SMS, ThreadStatus.ACTIVE, null))))
                .isInstanceOfSatisfying(
                        UniqueViolation.class,
                        violation -> assertThat(violation.constraint()).isEqualTo("uq_conversation_thread_live"));
        scenario().in(() -> desk().threads().update(live.ended(ThreadStatus.RESOLVED, ThreadOutcome.REJECTED)));
        assertThat(in(() -> desk().threads().findForUpdate(client(), lead.id(), Channel.SMS)))
                .as("the one that was spoken in last")
                .contains(ended);
    }

    @Test // content 4.8
    void a_message_and_the_thread_that_it_leaves_are_written_together_or_not_at_all() {
        Lead lead = scenario().lead();
        ConversationThread first = thread(lead.id(), Channel.SMS, ThreadStatus.ACTIVE, null);
        scenario().in(() -> desk().threads().insert(first));
        Message said = said(first, 1);

        ConversationThread second =
                in(() -> desk().threads().append(said, first.spoken(Message.Direction.IN, said.at())));

        assertThat(in(() -> desk().threads().find(client(), first.id()))).contains(second);
        assertThat(second.theirs()).isEqualTo(1);
        assertThatThrownBy(() -> in(
                        () -> desk().threads().append(said(first, 2), first.spoken(Message.Direction.IN, said.at()))))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(in(() -> desk().threads().messages(client(), first.id()))).containsExactly(said);
    }

    private Message said(ConversationThread thread, int position) {
        return new Message(
                new MessageId(ids().next()),
                client(),
                thread.id(),
                thread.leadId(),
                Message.Direction.IN,
                Channel.SMS,
                null,
                "Tell me more.",
                position,
                now(),
                "+61491570006");
    }

    @Test // api 1.6
    void a_thread_is_written_by_who_saw_its_latest_version() {
        Lead lead = scenario().lead();
        ConversationThread first = thread(lead.id(), Channel.SMS, ThreadStatus.ACTIVE, null);
        scenario().in(() -> desk().threads().insert(first));

        ConversationThread second =
                in(() -> desk().threads().update(first.ended(ThreadStatus.RESOLVED, ThreadOutcome.REFERRAL)));

        assertThat(second.version()).isEqualTo(1);
        assertThat(in(() -> desk().threads().find(client(), first.id()))).contains(second);
        assertThat(in(() -> desk().threads().findAll(client(), List.of(first.id(), new ThreadId(ids().next())))))
                .containsExactly(second);
        assertThatThrownBy(() -> scenario().in(() -> desk().threads().update(first)))
                .isInstanceOf(ConcurrentUpdate.class);
        scenario().in(() -> desk().threads().escalate(client(), first.id(), "complaint", now()));
        assertThat(in(() -> desk().threads().find(client(), first.id())))
                .as("an escalation is no new version")
                .contains(second);
    }

    @Test
    void threads_are_listed_last_spoken_first_page_by_page() {
        List<ConversationThread> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(thread(scenario().lead().id(), Channel.SMS, ThreadStatus.ACTIVE, now().plusSeconds(i)));
        }
        ConversationThread dead =
                thread(made.getFirst().leadId(), Channel.VOICE, ThreadStatus.DEAD, now().minusSeconds(9));
        scenario().in(() -> {
            made.forEach(desk().threads()::insert);
            desk().threads().insert(dead);
        });

        assertThat(in(() -> desk().threads().list(client(), ThreadStatus.ACTIVE, null, null, 2)))
                .containsExactly(made.get(2), made.get(1));
        Threads.After after =
                new Threads.After(made.get(1).lastAt(), made.get(1).id());
        assertThat(in(() -> desk().threads().list(client(), null, null, after, 9)))
                .containsExactly(made.getFirst(), dead);
        assertThat(in(() -> desk().threads().list(client(), null, dead.leadId(), null, 9)))
                .containsExactly(made.getFirst(), dead);
        ClientId other = another().client();
        assertThat(seenBy(other, () -> desk().threads().list(client(), null, null, null, 9)))
                .isEmpty();
        assertThat(seenBy(other, () -> desk().threads().find(client(), dead.id())))
                .isEmpty();
    }

    @Test // data model 5.7: the only place where text stands
    void messages_come_in_order_and_one_by_one() {
        Lead lead = contacted();
        Reply reply = replied(lead, Intent.INTERESTED, "Sounds good.");

        List<Message> messages = in(() -> desk().threads().messages(client(), reply.threadId()));

        assertThat(messages)
                .extracting(Message::direction)
                .containsExactly(Message.Direction.OUT, Message.Direction.IN);
        assertThat(messages.getLast().body()).isEqualTo("Sounds good.");
        assertThat(in(() -> desk().threads().messages(client(), List.of(reply.threadId()), List.of(reply.messageId()))))
                .containsExactly(messages.getLast());
        ClientId other = another().client();
        assertThat(seenBy(other, () -> desk().threads().messages(client(), reply.threadId())))
                .isEmpty();
    }

    @Test
    void a_reply_is_read_back_as_it_was_written_and_known_by_its_providers_id() {
        List<Lead> leads = contacted(2);
        Reply read = replied(leads.get(0), Intent.QUESTION, "How much?");
        Reply unread = replied(leads.get(1), null, "…");

        assertThat(in(() -> desk().replies().find(client(), read.id()))).contains(read);
        assertThat(in(() -> desk().replies().find(client(), unread.id()))).contains(unread);
        assertThat(in(() -> desk().replies().findByProviderMessage(client(), "fake", read.providerMessageId())))
                .contains(read);
        assertThat(in(() -> desk().replies()
                        .findAll(client(), List.of(read.id(), new ReplyId(new UUID(0, 4711)), read.id()))))
                .containsExactly(read);
        assertThat(in(() -> desk().replies().findByProviderMessage(client(), "other", read.providerMessageId())))
                .isEmpty();
        assertThatThrownBy(() -> scenario().in(() -> desk().replies().insert(again(read))))
                .isInstanceOfSatisfying(
                        UniqueViolation.class,
                        violation -> assertThat(violation.constraint()).isEqualTo("uq_reply_provider_message"));
        ClientId other = another().client();
        assertThat(seenBy(other, () -> desk().replies().find(client(), read.id())))
                .isEmpty();
    }

    private Reply again(Reply reply) {
        return new Reply(
                new io.agencyos.domain.shared.id.ReplyId(ids().next()),
                reply.clientId(),
                reply.threadId(),
                reply.leadId(),
                reply.messageId(),
                reply.channel(),
                reply.provider(),
                reply.providerMessageId(),
                reply.answerRef(),
                reply.receivedAt(),
                reply.senderDiffers(),
                reply.reading(),
                reply.correctedIntent(),
                reply.handling(),
                reply.handledAt(),
                reply.handledBy(),
                reply.reviewRequired(),
                0);
    }

    @Test // api 1.6
    void a_reply_is_written_by_who_saw_its_latest_version() {
        Reply reply = replied(contacted(), null, "…");

        Reply read = in(() ->
                desk().replies().update(reply.classified(reading(Intent.REFERRAL), Reply.Handling.NO_ANSWER, true)));
        Reply corrected = in(() -> desk().replies()
                .update(read.corrected(Intent.WRONG_PERSON, Reply.Handling.NEEDS_HUMAN)
                        .handled(BEN, now())));

        assertThat(in(() -> desk().replies().find(client(), reply.id()))).contains(corrected);
        assertThat(corrected.version()).isEqualTo(2);
        assertThatThrownBy(() -> scenario().in(() -> desk().replies().update(read)))
                .isInstanceOf(ConcurrentUpdate.class);
    }

    @Test // api 9.11: filters and sort of replies
    void replies_are_listed_newest_first_by_what_they_mean_now() {
        List<Lead> leads = contacted(3);
        Reply first = replied(leads.get(0), Intent.INTERESTED, "one");
        scenario().advance(Duration.ofMinutes(1));
        Reply second = replied(leads.get(1), Intent.AUTO_REPLY, "two");
        scenario().advance(Duration.ofMinutes(1));
        Reply third = replied(leads.get(2), null, "three");
        Reply corrected =
                in(() -> desk().replies().update(second.corrected(Intent.INTERESTED, Reply.Handling.NEEDS_HUMAN)));
        Reply handled = in(() -> desk().replies().update(third.handled(ANN, now())));

        assertThat(list(Replies.Filter.ALL, null, 9)).containsExactly(handled, corrected, first);
        assertThat(list(Replies.Filter.ALL, new Replies.After(corrected.receivedAt(), corrected.id()), 9))
                .containsExactly(first);
        assertThat(list(Replies.Filter.ALL, null, 1)).containsExactly(handled);
        assertThat(list(new Replies.Filter(Set.of(Intent.INTERESTED), null, null, null, null), null, 9))
                .containsExactly(corrected, first);
        assertThat(list(new Replies.Filter(null, Set.of(Channel.EMAIL), false, false, null), null, 9))
                .containsExactly(corrected, first);
        assertThat(list(new Replies.Filter(null, null, null, null, third.leadId()), null, 9))
                .containsExactly(handled);
        assertThat(list(new Replies.Filter(null, Set.of(Channel.SMS, Channel.VOICE), null, null, null), null, 9))
                .isEmpty();
        assertThat(list(came(first.receivedAt(), third.receivedAt(), null), null, 9))
                .containsExactly(corrected, first);
        assertThat(list(came(third.receivedAt(), null, null), null, 9)).containsExactly(handled);
        assertThat(list(came(null, null, leads.get(1).campaignId()), null, 9)).contains(corrected);
        assertThat(list(came(null, null, new CampaignId(new UUID(0, 4711))), null, 9))
                .isEmpty();
    }

    private static Replies.Filter came(@Nullable Instant from, @Nullable Instant until, @Nullable CampaignId campaign) {
        return new Replies.Filter(null, null, null, null, null, from, until, campaign);
    }

    private List<Reply> list(Replies.Filter filter, Replies.@Nullable After after, int limit) {
        return in(() -> desk().replies().list(client(), filter, after, limit));
    }

    private TaskBoard.Task task(String kind, @Nullable LeadId lead, @Nullable Instant due, String key) {
        return new TaskBoard.Task(
                new TaskId(ids().next()),
                client(),
                kind,
                lead,
                null,
                null,
                "Look at this.",
                due,
                TaskBoard.Status.OPEN,
                key,
                null,
                null,
                now());
    }

    @Test // data model 5.7: uq_task_open
    void a_task_is_opened_once_while_it_is_open_and_closed_once() {
        TaskBoard.Task first = task("answer", null, now(), "answer:1");
        TaskBoard.Task same = task("answer", null, now(), "answer:1");
        scenario().in(() -> desk().tasks().open(List.of(first, same)));

        assertThat(in(() -> desk().tasks().find(client(), same.id()))).isEmpty();
        assertThat(in(() -> desk().tasks().close(client(), first.id(), TaskBoard.Status.DONE, ANN, now())))
                .isTrue();
        assertThat(in(() -> desk().tasks().close(client(), first.id(), TaskBoard.Status.DROPPED, BEN, now())))
                .isFalse();
        assertThat(in(() -> desk().tasks().find(client(), first.id()))).hasValueSatisfying(done -> {
            assertThat(done.status()).isEqualTo(TaskBoard.Status.DONE);
            assertThat(done.doneBy()).isEqualTo(ANN);
            assertThat(done.doneAt()).isEqualTo(now());
        });
        scenario().in(() -> desk().tasks().open(List.of(same)));
        assertThat(in(() -> desk().tasks().find(client(), same.id()))).contains(same);
    }

    @Test // api 9.11: sort due_at, filters kind, status, lead_id, due_to
    void tasks_are_listed_soonest_due_first_and_those_without_a_date_last() {
        LeadId lead = scenario().lead().id();
        TaskBoard.Task never = task("answer", lead, null, "k1");
        TaskBoard.Task late = task("answer", null, now().plusSeconds(60), "k2");
        TaskBoard.Task soon = task("rebook", lead, now(), "k3");
        TaskBoard.Task neverEither = task("rebook", null, null, "k4");
        scenario().in(() -> desk().tasks().open(List.of(never, late, soon, neverEither)));

        assertThat(in(() -> desk().tasks().list(client(), TaskBoard.Status.OPEN, null, 9)))
                .containsExactly(soon, late, never, neverEither);
        assertThat(tasks(new TaskBoard.Filter(null, null, null, null), late)).containsExactly(never, neverEither);
        assertThat(tasks(new TaskBoard.Filter(null, null, null, null), never)).containsExactly(neverEither);
        assertThat(tasks(new TaskBoard.Filter(null, "rebook", null, null), null))
                .containsExactly(soon, neverEither);
        assertThat(tasks(new TaskBoard.Filter(null, null, lead, null), null)).containsExactly(soon, never);
        assertThat(tasks(new TaskBoard.Filter(null, null, null, now().plusSeconds(60)), null))
                .containsExactly(soon);
        assertThat(tasks(new TaskBoard.Filter(Set.of(TaskBoard.Status.DONE), null, null, null), null))
                .isEmpty();
        ClientId other = another().client();
        assertThat(seenBy(other, () -> desk().tasks().list(client(), TaskBoard.Status.OPEN, null, 9)))
                .isEmpty();
    }

    private List<TaskBoard.Task> tasks(TaskBoard.Filter filter, TaskBoard.@Nullable Task behind) {
        TaskBoard.After after = behind == null ? null : new TaskBoard.After(behind.dueAt(), behind.id());
        return in(() -> desk().tasks().list(client(), filter, after, 9));
    }

    @Test // outreach 14: newest first
    void a_timeline_is_read_newest_first_page_by_page() {
        LeadId lead = scenario().lead().id();
        List<Activity> lines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            lines.add(note(lead, now().plusSeconds(i), ActivityAction.NOTE));
        }
        lines.add(note(scenario().lead().id(), now().plusSeconds(3), ActivityAction.RESEARCHED));
        scenario().in(() -> desk().world().world().activities().append(lines));

        assertThat(in(() -> desk().timeline().of(client(), lead, null, 2))).containsExactly(lines.get(2), lines.get(1));
        Timeline.After after =
                new Timeline.After(lines.get(1).occurredAt(), lines.get(1).id());
        assertThat(in(() -> desk().timeline().of(client(), lead, after, 9))).containsExactly(lines.get(0));
        assertThat(in(() -> desk().timeline()
                        .list(
                                client(),
                                new Timeline.Filter(
                                        null,
                                        scenario().campaign().id(),
                                        Set.of(Channel.EMAIL),
                                        null,
                                        now().plusSeconds(2),
                                        now().plusSeconds(4)),
                                null,
                                9)))
                .containsExactly(lines.get(3), lines.get(2));
        assertThat(in(() -> desk().timeline()
                        .list(
                                client(),
                                new Timeline.Filter(null, null, null, Set.of(ActivityAction.RESEARCHED), null, null),
                                null,
                                9)))
                .containsExactly(lines.get(3));
        ClientId other = another().client();
        assertThat(seenBy(other, () -> desk().timeline().of(client(), lead, null, 9)))
                .isEmpty();
    }

    @Test // api 8, Activity touch_number; outreach 14: without looks at profiles
    void touches_are_numbered_by_lead_in_the_order_in_which_they_left() {
        LeadId one = scenario().lead().id();
        LeadId two = scenario().lead().id();
        TouchId late = new TouchId(ids().next());
        TouchId early = new TouchId(ids().next());
        TouchId others = new TouchId(ids().next());
        TouchId never = new TouchId(ids().next());
        TouchId looked = new TouchId(ids().next());
        List<Activity> lines = List.of(
                line(one, now().plusSeconds(2), ActivityAction.SENT, late),
                line(one, now().plusSeconds(3), ActivityAction.OPENED, early),
                line(one, now().plusSeconds(1), ActivityAction.SENT, early),
                line(one, now(), ActivityAction.PROFILE_VIEWED, looked),
                line(one, now(), ActivityAction.SKIPPED, never),
                line(two, now(), ActivityAction.SENT, others));
        scenario().in(() -> desk().world().world().activities().append(lines));

        assertThat(in(() -> desk().timeline().touchNumbers(client(), List.of(one, two))))
                .isEqualTo(Map.of(early, 1, late, 2, others, 1));
        ClientId other = another().client();
        assertThat(seenBy(other, () -> desk().timeline().touchNumbers(client(), List.of(one))))
                .isEmpty();
    }

    private Activity note(LeadId lead, Instant at, ActivityAction action) {
        return line(lead, at, action, null);
    }

    private Activity line(LeadId lead, Instant at, ActivityAction action, @Nullable TouchId touch) {
        return new Activity(
                new ActivityId(ids().next()),
                client(),
                lead,
                scenario().campaign().id(),
                action,
                Channel.EMAIL,
                null,
                touch,
                1,
                at,
                null,
                "Called back.",
                ActivityActor.USER);
    }
}
