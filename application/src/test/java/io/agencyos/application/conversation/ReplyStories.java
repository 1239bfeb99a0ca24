package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.conversation.rules.RuleClassifier;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows when a lead writes back. Source: content 4.1, 4.6, 7; outreach 2.6, 6.2. */
public abstract class ReplyStories extends ConversationStories {

    @Test // content 4.6 interested; outreach check 19
    void an_answer_stops_everything_at_once_and_becomes_a_task() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        InboundMail mail = scenario.writes(lead, "Thanks, this sounds great. Please tell me more.");
        scenario.outreach().runFor(Duration.ofDays(30));

        assertThat(scenario.sent(lead)).isEqualTo(1);
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.REPLIED);
        assertThat(scenario.outreach().reread(lead).history().lastReplyAt()).isEqualTo(mail.receivedAt());
        assertThat(scenario.replies(lead)).singleElement().satisfies(reply -> {
            assertThat(reply.intent()).isEqualTo(Intent.INTERESTED);
            assertThat(reply.handling()).isEqualTo(Reply.Handling.NEEDS_HUMAN);
            assertThat(reply.senderDiffers()).isFalse();
        });
        assertThat(scenario.tasks(lead)).extracting(TaskBoard.Task::kind).containsExactly("follow_up");
        assertThat(scenario.suppressions()).isEmpty();
    }

    @Test // content 4.8
    void question_and_answer_stand_in_one_thread_in_their_order() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "What does it cost per month?");

        ConversationThread thread = scenario.threads(lead).getFirst();
        assertThat(scenario.threads(lead)).hasSize(1);
        assertThat(thread.ours()).isEqualTo(1);
        assertThat(thread.theirs()).isEqualTo(1);
        assertThat(scenario.outreach().in(() -> scenario.stores().threads().messages(lead.clientId(), thread.id())))
                .extracting(Message::position, Message::direction)
                .containsExactly(tuple(1, Message.Direction.OUT), tuple(2, Message.Direction.IN));
        assertThat(scenario.tasks(lead)).extracting(TaskBoard.Task::kind).containsExactly("answer");
    }

    @Test // outreach 6.2 row 1, content 4.6 unsubscribe
    void an_opt_out_closes_the_person_for_the_client_and_in_the_pool() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "Please unsubscribe me from this list.");
        scenario.outreach().runFor(Duration.ofDays(30));

        assertThat(scenario.sent(lead)).isEqualTo(1);
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.STOPPED);
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("unsubscribed");
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.person(lead).status()).isEqualTo(PoolStatus.UNSUBSCRIBED);
        assertThat(scenario.person(lead).unsubscribed()).isTrue();
        assertThat(scenario.suppressions())
                .extracting(Suppression::keyType)
                .containsExactlyInAnyOrder(
                        SuppressionKeyType.PERSON, SuppressionKeyType.PERSON, SuppressionKeyType.EMAIL);
        assertThat(scenario.suppressions()).allSatisfy(entry -> {
            assertThat(entry.reason()).isEqualTo(SuppressionReason.UNSUBSCRIBED);
            assertThat(entry.expiresAt()).isNull();
        });
        assertThat(scenario.threads(lead))
                .extracting(ConversationThread::status, ConversationThread::outcome)
                .containsExactly(tuple(ThreadStatus.DEAD, ThreadOutcome.REJECTED));
        assertThat(scenario.tasks(lead)).isEmpty();
    }

    @Test // outreach 19.2: "all of us" offers the domain, which only a person closes
    void who_opts_out_for_everybody_makes_a_person_look_at_the_domain() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "Please unsubscribe all of us.");

        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.STOPPED);
        assertThat(scenario.tasks(lead)).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo("company_opt_out");
            assertThat(task.title()).contains(String.valueOf(lead.company().domain()));
        });
        assertThat(scenario.suppressions()).extracting(Suppression::keyType).doesNotContain(SuppressionKeyType.DOMAIN);
    }

    @Test // content 4.6 not_interested; outreach 6.2: 180 days
    void a_no_rests_for_180_days_and_gives_the_claim_back() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "Thanks, but we are not interested.");

        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("replied_not_interested");
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.NOT_INTERESTED);
        assertThat(scenario.person(lead).status()).isEqualTo(PoolStatus.COOLING);
        assertThat(scenario.person(lead).coolingUntil())
                .isEqualTo(scenario.outreach().now().plus(Duration.ofDays(180)));
        assertThat(scenario.isClaimed(lead)).isFalse();
        assertThat(scenario.blocked(lead)).isPresent();
        scenario.outreach().advance(Duration.ofDays(180));
        assertThat(scenario.blocked(lead)).isEmpty();
    }

    @Test // outreach 6.2: not_interested ends when the person writes again with a positive intent
    void a_no_ends_when_the_person_asks_for_a_meeting_after_all() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "Thanks, but we are not interested.");
        scenario.writes(lead, "Who are you again?");
        assertThat(scenario.blocked(lead)).isPresent();

        scenario.writes(lead, "We talked it over. Can we book a call on Tuesday at 10am?");

        assertThat(scenario.blocked(lead)).isEmpty();
        assertThat(scenario.suppressions()).isEmpty();
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.REPLIED);
    }

    @Test // content 4.6 angry_or_complaint
    void anger_closes_the_person_and_calls_for_somebody() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "This is spam. I will report you to the ACMA if you write to me again.");

        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("complained");
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.suppressions())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.reason()).isEqualTo(SuppressionReason.COMPLAINED));
        assertThat(scenario.tasks(lead)).extracting(TaskBoard.Task::kind).containsExactly("complaint");
        assertThat(scenario.replies(lead)).extracting(Reply::reviewRequired).containsExactly(true);
    }

    @Test // outreach 2.6 auto_reply: not counted, and the sequence goes on
    void a_machines_answer_lets_the_sequence_go_on() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(
                lead, "This is an automated response. Your message has been received and a ticket has been created.");
        assertThat(scenario.replies(lead)).extracting(Reply::intent).containsExactly(Intent.AUTO_REPLY);
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.IN_SEQUENCE);
        assertThat(scenario.outreach().reread(lead).history().lastReplyAt()).isNull();
        scenario.outreach().runFor(Duration.ofDays(20));

        assertThat(scenario.sent(lead)).isEqualTo(3);
    }

    @Test // outreach 2.6 out_of_office: return date plus one business day
    void an_absence_puts_the_sequence_off_until_the_return() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "I am out of the office and will return on 20 April 2026.");

        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.SNOOZED);
        scenario.outreach().runFor(Duration.ofDays(45));
        assertThat(scenario.sent(lead)).isEqualTo(1);
        scenario.outreach().runFor(Duration.ofDays(20));
        assertThat(scenario.sent(lead)).isGreaterThan(1);
    }

    @Test // content 7: two replies of one lead; a machine's note closes nothing that a person opened
    void a_machines_answer_after_a_persons_leaves_the_conversation_open() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "Sounds interesting, tell me more please.");
        scenario.writes(
                lead, "This is an automated response. Your message has been received and a ticket has been created.");
        scenario.outreach().runFor(Duration.ofDays(20));

        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        assertThat(scenario.sent(lead)).isEqualTo(1);
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.REPLIED);
    }

    @Test // content 7: opt-out wins whatever the order
    void an_opt_out_wins_whatever_is_said_before_or_after() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "Please unsubscribe me from this list.");
        scenario.writes(lead, "Thanks, this sounds great. Please tell me more.");

        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.blocked(lead)).isPresent();
        assertThat(scenario.threads(lead))
                .extracting(ConversationThread::status)
                .containsExactly(ThreadStatus.DEAD);
        assertThat(scenario.tasks(lead)).extracting(TaskBoard.Task::kind).containsExactly("reply_review");
    }

    @Test // content 4.1, api 10.1: pushed, pushed again and polled, it is one reply
    void the_same_answer_three_times_is_one_answer() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        InboundMail mail = scenario.answer(lead, "What does it cost per month?");
        scenario.shows(new MailEvent.Received(mail));
        scenario.arrives(new MailEvent.Received(mail));
        scenario.arrives(new MailEvent.Received(mail));
        scenario.process();
        PollReplies.Round round = scenario.useCases().pollReplies().poll(lead.clientId());
        scenario.process();

        assertThat(round).isEqualTo(new PollReplies.Round(1, 0, List.of()));
        assertThat(scenario.replies(lead)).hasSize(1);
        assertThat(scenario.threads(lead).getFirst().theirs()).isEqualTo(1);
        assertThat(scenario.tasks(lead)).hasSize(1);
    }

    @Test // outreach 4.5: an answer proves what nobody confirmed; it is never sent again
    void an_answer_to_what_was_never_confirmed_proves_that_it_was_sent() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.enrolled();
        loseNextAnswer();
        for (int i = 0; i < 600 && !unknown(scenario, lead); i++) {
            scenario.outreach().advance(Duration.ofMinutes(5));
            scenario.outreach().pass();
        }
        assertThat(unknown(scenario, lead)).isTrue();
        scenario.writes(lead, "What does it cost per month?");

        assertThat(scenario.outreach().touches(lead))
                .extracting(touch -> touch.state())
                .containsExactly(TouchState.SENT);
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        scenario.outreach().runFor(Duration.ofDays(20));
        assertThat(scenario.sent(lead)).isEqualTo(1);
        assertThat(scenario.threads(lead).getFirst().ours()).isEqualTo(1);
    }

    private static boolean unknown(ConversationScenario scenario, Lead lead) {
        return scenario.outreach().touches(lead).stream().anyMatch(touch -> touch.state() == TouchState.UNKNOWN);
    }

    @Test // content 4.1 row 2: only the writer's address is known
    void a_mail_without_any_reference_is_known_by_its_writer() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.arrives(new MailEvent.Received(scenario.mail(lead, null, "What does it cost per month?")));
        scenario.process();

        assertThat(scenario.replies(lead)).hasSize(1);
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
    }

    @Test // content 4.1 row 3: a colleague, always reviewed
    void a_colleague_of_the_only_lead_of_a_company_answers_for_it_and_is_reviewed() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.arrives(new MailEvent.Received(scenario.mail(colleague(), null, "Sounds great, tell me more.")));
        scenario.process();

        assertThat(scenario.replies(lead)).singleElement().satisfies(reply -> {
            assertThat(reply.senderDiffers()).isTrue();
            assertThat(reply.reviewRequired()).isTrue();
        });
        assertThat(scenario.tasks(lead)).extracting(TaskBoard.Task::kind).containsExactly("reply_review");
    }

    @Test // outreach 15: an ambiguous match goes to the unmatched inbox
    void a_colleague_of_two_leads_is_nobodys() {
        ConversationScenario scenario = scenario();
        Lead one = scenario.contacted();
        Lead other = scenario.contacted();
        scenario.outreach().runFor(Duration.ofDays(4));
        assertThat(scenario.sent(other)).isEqualTo(1);
        scenario.arrives(new MailEvent.Received(scenario.mail(colleague(), null, "Sounds great, tell me more.")));
        scenario.process();

        assertThat(scenario.replies(one)).isEmpty();
        assertThat(scenario.replies(other)).isEmpty();
        assertThat(scenario.events(WebhookInbox.State.UNMATCHED)).hasSize(1);
        assertThat(scenario.state(one)).isNotEqualTo(EnrolmentState.AWAITING_OUTCOME);
    }

    @Test // api 9.17: P/inbound-events/{id}/assign for unmatched replies; within the client that received it
    void staff_says_whose_an_unmatched_reply_is() {
        ConversationScenario scenario = scenario();
        Lead one = scenario.contacted();
        Lead other = scenario.contacted();
        scenario.outreach().runFor(Duration.ofDays(4));
        scenario.arrives(new MailEvent.Received(scenario.mail(colleague(), null, "Sounds great, tell me more.")));
        scenario.process();
        WebhookInbox.Key event =
                scenario.events(WebhookInbox.State.UNMATCHED).getFirst().key();
        List<AuditEntry> told = new ArrayList<>();
        InboxDesk desk = ConversationUseCases.inboxDesk(
                scenario.stores().inbox(),
                scenario.outreach().on().world().leads().leads(),
                told::add,
                scenario.outreach().on().units(),
                scenario.outreach()::now,
                UUID::randomUUID);
        UserId staff = new UserId(UUID.randomUUID());

        assertThat(desk.assign(staff, event, new LeadId(UUID.randomUUID()), Origin.NONE))
                .isEqualTo(InboxDesk.Assigned.NO_SUCH_LEAD);
        assertThat(desk.assign(staff, event, other.id(), Origin.NONE)).isEqualTo(InboxDesk.Assigned.DONE);
        assertThat(desk.assign(staff, event, one.id(), Origin.NONE))
                .as("it is on its way")
                .isEqualTo(InboxDesk.Assigned.NOT_UNMATCHED);
        scenario.process();

        assertThat(scenario.replies(one)).isEmpty();
        assertThat(scenario.replies(other))
                .singleElement()
                .satisfies(reply -> assertThat(reply.reviewRequired()).isTrue());
        assertThat(scenario.events(WebhookInbox.State.UNMATCHED)).isEmpty();
        assertThat(told)
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata())
                        .containsEntry("lead_id", other.id().text()));
    }

    @Test // outreach 6.2: opt-out of somebody who matches no lead
    void an_opt_out_of_a_stranger_closes_the_address_for_everybody() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.enrolled();
        InboundMail mail = scenario.mail(stranger(), null, "Please unsubscribe me from this list.");
        scenario.arrives(new MailEvent.Received(mail));
        scenario.process();

        Lead alike = Leadbook.with(lead, new ContactPoints(stranger(), EmailStatus.VERIFIED, null, null), null, null);
        assertThat(scenario.blocked(alike)).isPresent();
        assertThat(scenario.suppressions()).isEmpty();
        assertThat(scenario.events(WebhookInbox.State.UNMATCHED)).hasSize(1);
    }

    @Test // the text is fetched where a vendor only says that there is one
    void a_notice_without_text_fetches_the_mail() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.arrives(
                new MailEvent.ReplyNotice(scenario.key(), scenario.outreach().now(), ConversationScenario.email(lead)));
        scenario.process();
        assertThat(scenario.replies(lead)).isEmpty();

        scenario.shows(new MailEvent.Received(scenario.answer(lead, "What does it cost per month?")));
        scenario.outreach().advance(Duration.ofSeconds(10));
        scenario.process();
        assertThat(scenario.replies(lead)).hasSize(1);
        assertThat(scenario.events(WebhookInbox.State.DONE)).hasSize(2);
    }

    @Test // api 10.1 step 6: retried after 10 s, 1, 5, 15, 60 min, 6 h, then dead; everything stopped at once
    void a_reply_that_cannot_be_read_has_stopped_everything_and_is_dead_after_seven_attempts() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.readBy(reply -> {
            throw new IllegalStateException("broken");
        });
        scenario.writes(lead, "What does it cost per month?");
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        for (Duration wait : List.of(
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Duration.ofMinutes(60),
                Duration.ofHours(6))) {
            scenario.outreach().advance(wait.minusSeconds(1));
            assertThat(scenario.process().taken()).isZero();
            scenario.outreach().advance(Duration.ofSeconds(1));
            assertThat(scenario.process()).isEqualTo(new ProcessInbox.Batch(1, 1));
        }
        assertThat(scenario.events(WebhookInbox.State.DEAD))
                .singleElement()
                .satisfies(entry -> assertThat(entry.error()).contains("broken"));
        assertThat(scenario.replies(lead))
                .singleElement()
                .satisfies(reply -> assertThat(reply.reading()).isNull());
    }

    @Test // content 4.1: what the first unit kept is taken up where it was
    void a_break_between_keeping_and_reading_is_taken_up() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.readBy(reply -> {
            throw new IllegalStateException("broken");
        });
        scenario.writes(lead, "What does it cost per month?");
        scenario.readBy(new RuleClassifier()::classify);
        scenario.outreach().advance(Duration.ofSeconds(10));
        scenario.process();

        assertThat(scenario.replies(lead)).extracting(Reply::intent).containsExactly(Intent.QUESTION);
        assertThat(scenario.threads(lead).getFirst().theirs()).isEqualTo(1);
    }

    private static EmailAddress colleague() {
        return Leadbook.email("reception@harbourlane.example");
    }

    private static EmailAddress stranger() {
        return Leadbook.email("somebody@elsewhere.example");
    }
}
