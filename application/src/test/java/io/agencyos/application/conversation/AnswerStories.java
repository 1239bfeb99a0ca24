package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.AnswerPolicy;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.outreach.touch.ByHand;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ThreadId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People answer, and write of their own accord. Source: content 4.7, outreach 3.3, 4, 8.4; api 9.6, 9.11. */
public abstract class AnswerStories extends ConversationStories {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final UserId SAM = new UserId(UUID.fromString("019baaaa-0000-7000-8000-0000000000aa"));
    private static final String QUESTION = "What does it cost per month?";
    private static final String WORDS = "Thanks for asking. It depends on what you need: can I call you on Tuesday?";

    private final List<AuditEntry> audited = new ArrayList<>();

    /** What reached a reader, oldest first. */
    protected abstract List<EmailCommand> delivered();

    private AnswerReply use(ConversationScenario scenario) {
        return scenario.useCases().answerReply(scenario.outreach().useCases().writtenByHand(), audited::add);
    }

    private static TenantScope sam(Lead lead, Role role) {
        return new TenantScope(lead.clientId(), SAM, role);
    }

    private static Reply newest(ConversationScenario scenario, Lead lead) {
        return scenario.replies(lead).getFirst();
    }

    private AnswerReply.Outcome answers(ConversationScenario scenario, Lead lead, String words) {
        return use(scenario)
                .answer(sam(lead, Role.MEMBER), newest(scenario, lead).id(), words, Origin.NONE);
    }

    private Touch queued(ConversationScenario scenario, Lead lead, String words) {
        AnswerReply.Outcome outcome = answers(scenario, lead, words);
        assertThat(outcome).isInstanceOf(AnswerReply.Outcome.Queued.class);
        return ((AnswerReply.Outcome.Queued) outcome).answer();
    }

    private static Lead asked(ConversationScenario scenario) {
        Lead lead = scenario.contacted();
        scenario.writes(lead, QUESTION);
        return lead;
    }

    private static Touch reread(ConversationScenario scenario, Touch touch) {
        return scenario.outreach()
                .in(() -> scenario.outreach().on().stores().touches().findAll(touch.clientId(), List.of(touch.id())))
                .getFirst();
    }

    private static List<String> kinds(ConversationScenario scenario, Lead lead) {
        return scenario.tasks(lead).stream().map(TaskBoard.Task::kind).toList();
    }

    @Test // content 4.7, outreach 8.4, api 9.11 responses
    void an_answer_leaves_in_the_thread_from_the_mailbox_that_had_the_contact_after_a_human_delay() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        InboundMail question = scenario.writes(lead, QUESTION);
        Reply reply = newest(scenario, lead);
        Touch answer = queued(scenario, lead, WORDS);

        Duration delay =
                AnswerPolicy.delay(reply.id().text(), reply.receivedAt().atZone(SYDNEY));
        assertThat(answer.scheduledAt()).isEqualTo(reply.receivedAt().plus(delay));
        scenario.outreach().pass();
        assertThat(delivered()).as("not within the second").hasSize(1);
        scenario.outreach().runFor(delay.plusMinutes(1));

        EmailCommand mail = delivered().getLast();
        assertThat(delivered()).hasSize(2);
        assertThat(mail.mailbox().id())
                .isEqualTo(delivered().getFirst().mailbox().id());
        assertThat(mail.origin()).isEqualTo(TouchOrigin.REPLY);
        assertThat(mail.inReplyTo()).isEqualTo(question.key());
        assertThat(mail.references()).containsExactly(delivered().getFirst().messageId(), question.key());
        assertThat(mail.subject()).isEqualTo("Re: hello");
        assertThat(mail.textBody()).startsWith(WORDS).contains("\n-- \nSam").contains("\nUnsubscribe: ");
        assertThat(mail.to()).isEqualTo(lead.contact().email());
        assertThat(reread(scenario, answer).state()).isEqualTo(TouchState.SENT);
        assertThat(newest(scenario, lead).handledBy()).isEqualTo(SAM);
        assertThat(scenario.threads(lead).getFirst().ours()).isEqualTo(2);
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        assertThat(scenario.outreach().conservation().closes()).isTrue();
        assertThat(audited).singleElement().satisfies(entry -> {
            assertThat(entry.resourceType()).isEqualTo("response");
            assertThat(entry.toString()).doesNotContain(WORDS);
        });
    }

    @Test // content 4.7, salesforge: where the vendor threads, its own reference of the mail is what is answered
    void the_vendors_reference_of_what_is_answered_goes_with_the_call() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        InboundMail mail = scenario.answer(lead, QUESTION);
        scenario.arrives(new MailEvent.Received(new InboundMail(
                "mail-77",
                mail.mailbox(),
                mail.from(),
                null,
                mail.subject(),
                mail.text(),
                mail.receivedAt(),
                mail.inReplyTo(),
                null,
                false,
                "thread-1/mailbox-2/mail-77")));
        scenario.process();
        queued(scenario, lead, WORDS);
        scenario.outreach().runFor(Duration.ofHours(1));

        assertThat(delivered().getLast().answerTo()).isEqualTo("thread-1/mailbox-2/mail-77");
        assertThat(delivered().getLast().inReplyTo())
                .as("no Message-ID is known")
                .isNull();
    }

    @Test // outreach 3.3 checks 10 to 12, 4.6: suppression always wins; what was not sent is said
    void whoever_opts_out_between_writing_and_sending_is_not_answered() {
        ConversationScenario scenario = scenario();
        Lead lead = asked(scenario);
        Touch answer = queued(scenario, lead, WORDS);
        scenario.writes(lead, "Please unsubscribe me.");
        scenario.outreach().runFor(Duration.ofDays(2));

        assertThat(delivered()).hasSize(1);
        assertThat(reread(scenario, answer).state()).isEqualTo(TouchState.CANCELLED);
        assertThat(kinds(scenario, lead)).contains("held_touch");
        assertThat(answers(scenario, lead, "But wait, there is more to say about it."))
                .isInstanceOfSatisfying(
                        AnswerReply.Outcome.Blocked.class,
                        blocked -> assertThat(blocked.reasons())
                                .extracting(refused -> refused.code().reason())
                                .contains(GateReason.UNSUBSCRIBED_GLOBALLY, GateReason.SUPPRESSED));
    }

    @Test // outreach 4.3 T7 at gate C: a client's own entry made while the answer is queued
    void an_entry_of_the_client_keeps_a_queued_answer_back() {
        ConversationScenario scenario = scenario();
        Lead lead = asked(scenario);
        Touch answer = queued(scenario, lead, WORDS);
        scenario.outreach().advance(Duration.ofHours(1));
        scenario.outreach().useCases().commit().run(lead.clientId(), 10);
        assertThat(reread(scenario, answer).state()).isEqualTo(TouchState.QUEUED);
        scenario.arrives(
                new MailEvent.OptedOut(scenario.key(), scenario.outreach().now(), scenario.about(lead)));
        scenario.process();
        scenario.outreach().runFor(Duration.ofDays(1));

        assertThat(delivered()).hasSize(1);
        assertThat(reread(scenario, answer).state()).isEqualTo(TouchState.CANCELLED);
    }

    @Test // content 4.7: a new inbound cancels anything not yet dispatching
    void whoever_writes_again_is_not_sent_the_answer_to_what_was_before() {
        ConversationScenario scenario = scenario();
        Lead lead = asked(scenario);
        Touch answer = queued(scenario, lead, WORDS);
        scenario.outreach().advance(Duration.ofMinutes(1));
        scenario.writes(lead, "And is there a setup fee?");
        scenario.outreach().runFor(Duration.ofDays(1));

        assertThat(delivered()).hasSize(1);
        assertThat(reread(scenario, answer).code()).isEqualTo("replied");
        assertThat(kinds(scenario, lead)).contains("held_touch");
    }

    @Test // api 9.11: DELETE until it leaves; content 4.7: another answer takes its place
    void an_answer_can_be_taken_back_and_replaced_until_it_leaves() {
        ConversationScenario scenario = scenario();
        Lead lead = asked(scenario);
        Reply reply = newest(scenario, lead);
        Touch first = queued(scenario, lead, WORDS);
        assertThat(queued(scenario, lead, WORDS).id())
                .as("the same order again")
                .isEqualTo(first.id());
        Touch second = queued(scenario, lead, "It is 900 dollars a month, and you can stop whenever you like.");
        assertThat(reread(scenario, first).code()).isEqualTo(WrittenByHand.REPLACED);
        AnswerReply use = use(scenario);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(use.withdraw(sam(lead, Role.MEMBER), reply.id(), second.id()))
                    .get()
                    .isInstanceOf(WrittenByHand.Withdrawal.Withdrawn.class);
        }
        Touch third = queued(scenario, lead, "Let me look that up and write again tomorrow morning.");
        scenario.outreach().runFor(Duration.ofHours(1));

        assertThat(delivered()).hasSize(2);
        assertThat(use.withdraw(sam(lead, Role.MEMBER), reply.id(), third.id()))
                .get()
                .isInstanceOf(WrittenByHand.Withdrawal.TooLate.class);
        assertThat(use.answers(sam(lead, Role.VIEWER), reply.id()))
                .extracting(Touch::attemptNo)
                .containsExactly(1, 2, 3);
        assertThat(kinds(scenario, lead)).doesNotContain("held_touch");
        assertThat(use.withdraw(
                        sam(lead, Role.MEMBER),
                        reply.id(),
                        scenario.outreach().touches(lead).getFirst().id()))
                .as("a step of the sequence is no answer")
                .isEmpty();
    }

    @Test // outreach 5.3: REPLY by e-mail from 07:00 to 21:00 on the lead's clock, any day
    void an_answer_at_night_waits_for_the_morning() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        Instant night =
                OutreachScenario.MONDAY_MORNING.plus(Duration.ofHours(12).plusMinutes(30));
        scenario.outreach().advance(Duration.between(scenario.outreach().now(), night));
        scenario.writes(lead, QUESTION);
        Touch answer = queued(scenario, lead, WORDS);
        scenario.outreach().runFor(Duration.ofHours(12));

        assertThat(LocalTime.ofInstant(answer.scheduledAt(), SYDNEY)).isEqualTo(LocalTime.of(7, 0));
        assertThat(delivered()).hasSize(2);
    }

    @Test // outreach 4.5, 4.7: what is not sure is asked for, and what was not taken is tried again; AWAITING is no
    // stop
    void a_lost_answer_of_the_vendor_sends_nobody_the_same_twice() {
        ConversationScenario scenario = scenario();
        Lead lead = asked(scenario);
        Touch answer = queued(scenario, lead, WORDS);
        loseNextAnswer();
        scenario.outreach().runFor(Duration.ofDays(1));

        assertThat(delivered()).hasSize(2);
        assertThat(reread(scenario, answer).state()).isEqualTo(TouchState.SENT);
        assertThat(reread(scenario, answer).dispatchCount()).isEqualTo(1);
    }

    @Test // content 4.6 referral: stopped, and thanked all the same
    void whoever_names_somebody_else_can_be_thanked() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.writes(lead, "Please talk to Jo Chen, jo@acme.example, she looks after this.");
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("referral");
        queued(scenario, lead, "Thank you for the pointer, I will write to her instead of you.");
        scenario.outreach().runFor(Duration.ofHours(1));

        assertThat(delivered()).hasSize(2);
        assertThat(scenario.outreach().enrolment(lead).state()).isEqualTo(EnrolmentState.STOPPED);
    }

    @Test // content 3.8, api 4
    void words_that_do_not_pass_and_people_who_may_not_write_queue_nothing() {
        ConversationScenario scenario = scenario();
        Lead lead = asked(scenario);
        assertThat(answers(scenario, lead, "Hi {{first_name}}, it costs {price} a month."))
                .isInstanceOfSatisfying(
                        AnswerReply.Outcome.Unfit.class,
                        unfit -> assertThat(unfit.codes()).contains("placeholder_in_body"));
        assertThat(use(scenario)
                        .answer(sam(lead, Role.VIEWER), newest(scenario, lead).id(), WORDS, Origin.NONE))
                .isInstanceOf(AnswerReply.Outcome.Forbidden.class);
        scenario.outreach().runFor(Duration.ofDays(1));
        assertThat(delivered()).hasSize(1);
    }

    private static WrittenByHand.Outcome says(
            ConversationScenario scenario,
            Lead lead,
            @org.jspecify.annotations.Nullable String override,
            GateReason... overridden) {
        return scenario.outreach()
                .useCases()
                .writtenByHand()
                .message(
                        sam(lead, Role.MEMBER),
                        new WrittenByHand.Message(
                                lead.id(),
                                Channel.EMAIL,
                                "One more thing for you",
                                "Hi Priya, I forgot to say that the audit is ours to give, whatever you decide.",
                                new ByHand(SAM, override, null),
                                Set.of(overridden)));
    }

    private static List<GateReason> reasons(WrittenByHand.Outcome outcome) {
        assertThat(outcome).isInstanceOf(WrittenByHand.Outcome.Blocked.class);
        return ((WrittenByHand.Outcome.Blocked) outcome)
                .reasons().stream()
                        .map(GateAnswer.Refused::code)
                        .map(code -> code.reason())
                        .toList();
    }

    @Test // api 9.6 messages: every reason; outreach 3.3: MANUAL overrides 26 to 28 and the window of 25 with a reason
    // only
    void a_message_of_ones_own_is_told_of_every_reason_and_leaves_in_spite_of_gaps_where_one_is_given() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        assertThat(reasons(says(scenario, lead, null)))
                .containsExactly(GateReason.OUTSIDE_WINDOW, GateReason.TOO_RECENT, GateReason.CHANNEL_COOLDOWN);
        assertThat(reasons(says(scenario, lead, "agreed on the phone", GateReason.TOO_RECENT)))
                .as("only what is named is overridden")
                .containsExactly(GateReason.OUTSIDE_WINDOW, GateReason.CHANNEL_COOLDOWN);
        WrittenByHand.Outcome sent = says(
                scenario,
                lead,
                "agreed on the phone",
                GateReason.OUTSIDE_WINDOW,
                GateReason.TOO_RECENT,
                GateReason.CHANNEL_COOLDOWN);
        assertThat(sent).isInstanceOf(WrittenByHand.Outcome.Queued.class);
        scenario.outreach().pass();

        EmailCommand mail = delivered().getLast();
        assertThat(delivered()).hasSize(2);
        assertThat(mail.origin()).isEqualTo(TouchOrigin.MANUAL);
        assertThat(mail.subject()).isEqualTo("One more thing for you");
        assertThat(mail.inReplyTo()).isNull();
        Touch touch = reread(scenario, ((WrittenByHand.Outcome.Queued) sent).touch());
        assertThat(touch.state()).isEqualTo(TouchState.SENT);
        assertThat(touch.byHand()).isEqualTo(new ByHand(SAM, "agreed on the phone", null));
        assertThat(scenario.outreach().enrolment(lead).nextStep())
                .as("no step of the sequence")
                .isEqualTo(2);
        assertThat(scenario.outreach().conservation().closes()).isTrue();
        assertThat(says(scenario, lead, "agreed on the phone", GateReason.OUTSIDE_WINDOW))
                .as("the same words within a day are the same order")
                .isEqualTo(new WrittenByHand.Outcome.Queued(touch));
    }

    @Test // outreach 3.3: MANUAL never overrides 1 to 15
    void no_reason_writes_to_somebody_whose_answer_is_open_or_who_opted_out() {
        ConversationScenario scenario = scenario();
        Lead lead = asked(scenario);
        GateReason[] all = WrittenByHand.OVERRIDABLE.toArray(GateReason[]::new);
        assertThat(reasons(says(scenario, lead, "it is urgent", all))).containsExactly(GateReason.REPLY_OPEN);
        scenario.writes(lead, "Please unsubscribe me.");
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(reasons(says(scenario, lead, "it is urgent", all))).contains(GateReason.UNSUBSCRIBED_GLOBALLY);
        scenario.outreach().runFor(Duration.ofDays(2));
        assertThat(delivered()).hasSize(1);
    }

    @Test // content 4.8: what we answered stands in the thread in its place
    void question_and_answer_alternate_in_the_thread() {
        ConversationScenario scenario = scenario();
        Lead lead = asked(scenario);
        queued(scenario, lead, WORDS);
        scenario.outreach().runFor(Duration.ofHours(1));

        ThreadId thread = scenario.threads(lead).getFirst().id();
        assertThat(scenario.outreach().in(() -> scenario.stores().threads().messages(lead.clientId(), thread)))
                .extracting(Message::direction)
                .containsExactly(Message.Direction.OUT, Message.Direction.IN, Message.Direction.OUT);
    }
}
