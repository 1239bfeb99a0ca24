package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.DeliveryReport;
import io.agencyos.domain.outreach.NonDelivery;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes back by text. Source: outreach 4.5, 6.2, 9.4, 9.5, 15; clicksend 4.4, 5.2; api 10.1. */
public abstract class TextStories extends TextCareStories {

    private static final String PRIYAS = "+61491570006";
    private static final String ANOTHER = "+61491570156";
    private static final String NOBODYS = "+61491570157";

    private ConversationScenario scenario;
    private ChannelTalk talk;

    private void begin() {
        scenario = scenario();
        talk = new ChannelTalk(scenario);
    }

    private Map<LeadId, ChannelAddresses.Standing> addresses(Lead lead, Channel channel) {
        return scenario.outreach()
                .in(() -> scenario.stores().channels().addresses().of(lead.clientId(), channel, List.of(lead.id())));
    }

    @Test // outreach 4.5 evidence, 9.5, clicksend 12 row 17: before the send answered
    void a_receipt_proves_a_text_of_which_nobody_knew_whether_it_left() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        Touch text = talk.begun(lead, TouchKind.SMS);

        ChannelEvent.About named = talk.text(talk.ref("sms-1"), text.idempotencyKey(), PRIYAS);
        talk.tells(
                new ChannelEvent.Delivered(talk.key(), scenario.outreach().now(), named),
                new ChannelEvent.Sent(talk.key(), scenario.outreach().now(), named));

        assertThat(talk.reread(text).state()).isEqualTo(TouchState.SENT);
        assertThat(talk.reread(text).vendorRef()).isEqualTo(talk.ref("sms-1"));
        assertThat(activities(lead, ActivityAction.SENT)).hasSize(2);
        assertThat(activities(lead, ActivityAction.DELIVERED)).singleElement().satisfies(line -> {
            assertThat(line.channel()).isEqualTo(Channel.SMS);
            assertThat(line.touchId()).isEqualTo(text.id());
        });
        assertThat(scenario.events(WebhookInbox.State.DONE)).hasSize(2);
    }

    @Test // scoring 1.1: a phone is verified where an earlier text was delivered; another number of the lead is not
    void a_text_that_arrived_verifies_the_number_it_went_to() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        Touch text = talk.texted(lead, PRIYAS);
        ChannelEvent.About named = talk.text(talk.ref("sms-1"), text.idempotencyKey(), PRIYAS);
        talk.tells(new ChannelEvent.Sent(talk.key(), scenario.outreach().now(), named));
        assertThat(scenario.reached()).isEmpty();

        talk.tells(new ChannelEvent.Delivered(talk.key(), scenario.outreach().now(), named));
        talk.tells(new ChannelEvent.Delivered(talk.key(), scenario.outreach().now(), named));

        assertThat(scenario.reached()).as("news once").containsExactly(lead.id());
        Lead now = scenario.outreach().reread(lead);
        assertThat(now.signals().verifies(now.contact().phone())).isTrue();
        assertThat(now.signals().verifies(new PhoneNumber("+61491570157"))).isFalse();
    }

    @Test // api 10.1: a race with our own commit, then kept
    void a_receipt_of_a_text_that_is_not_committed_yet_waits_for_it() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        talk.tells(new ChannelEvent.Delivered(
                talk.key(), scenario.outreach().now(), talk.text(talk.ref("sms-7"), null, PRIYAS)));
        assertThat(scenario.events(WebhookInbox.State.UNMATCHED)).hasSize(1);

        talk.sent(lead, TouchKind.SMS, talk.ref("sms-7"));
        scenario.outreach().advance(Duration.ofSeconds(11));
        scenario.process();

        assertThat(scenario.events(WebhookInbox.State.UNMATCHED)).isEmpty();
        assertThat(activities(lead, ActivityAction.DELIVERED)).hasSize(1);
    }

    @Test // outreach 6.2 row 1, 9.4; content 4.6 unsubscribe
    void stop_ends_every_channel_for_the_person_and_stands_in_the_thread() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        talk.sent(lead, TouchKind.SMS, talk.ref("sms-1"));
        talk.tells(talk.stop(PRIYAS));
        scenario.outreach().runFor(Duration.ofDays(30));

        assertThat(scenario.sent(lead)).as("one e-mail and one text").isEqualTo(2);
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("unsubscribed");
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.person(lead).status()).isEqualTo(PoolStatus.UNSUBSCRIBED);
        assertThat(scenario.suppressions())
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.reason()).isEqualTo(SuppressionReason.UNSUBSCRIBED);
                    assertThat(entry.source()).isEqualTo(SuppressionSource.SMS_KEYWORD);
                    assertThat(entry.expiresAt()).isNull();
                })
                .extracting(Suppression::keyType)
                .contains(SuppressionKeyType.PERSON, SuppressionKeyType.EMAIL, SuppressionKeyType.PHONE);
        assertThat(scenario.replies(lead)).singleElement().satisfies(reply -> {
            assertThat(reply.channel()).isEqualTo(Channel.SMS);
            assertThat(reply.intent()).isEqualTo(Intent.UNSUBSCRIBE);
            assertThat(reply.handling()).isEqualTo(Reply.Handling.NO_ANSWER);
        });
        assertThat(scenario.threads(lead))
                .filteredOn(thread -> thread.channel() == Channel.SMS)
                .extracting(ConversationThread::status, ConversationThread::outcome)
                .containsExactly(tuple(ThreadStatus.DEAD, ThreadOutcome.REJECTED));
        assertThat(activities(lead, ActivityAction.UNSUBSCRIBED))
                .extracting(Activity::channel)
                .containsExactly(Channel.SMS);
    }

    @Test // outreach 9.4: needs no classifier and comes before it
    void stop_counts_though_no_classifier_answers() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        scenario.readBy(reply -> {
            throw new IllegalStateException("nobody reads today");
        });
        talk.tells(talk.texted(PRIYAS, "Stop."));

        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("unsubscribed");
        assertThat(scenario.replies(lead)).extracting(Reply::intent).containsExactly(Intent.UNSUBSCRIBE);
    }

    @Test // outreach 6.2: the wish is about the number, whoever of the client's leads has it
    void stop_closes_every_lead_with_the_number() {
        begin();
        Lead first = talk.contacted(PRIYAS);
        Lead second = talk.known(scenario.enrolled(), PRIYAS, null);
        talk.tells(talk.stop(PRIYAS));

        assertThat(List.of(first, second)).allSatisfy(lead -> {
            assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
            assertThat(scenario.person(lead).unsubscribed()).isTrue();
            assertThat(scenario.blocked(lead)).isPresent();
        });
        assertThat(scenario.replies(first)).as("whom we wrote to").hasSize(1);
        assertThat(scenario.replies(second)).isEmpty();
    }

    @Test // outreach 6.2: from a number that matches no lead; api 10.1
    void stop_from_a_number_that_nobody_has_closes_it_for_everybody_at_once() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        PoolPersonId inPool = inPool(NOBODYS);
        talk.tells(talk.stop(NOBODYS));

        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.IN_SEQUENCE);
        assertThat(scenario.suppressions()).isEmpty();
        Lead later = talk.known(scenario.enrolled(), NOBODYS, null);
        assertThat(scenario.blocked(later)).hasValueSatisfying(entry -> {
            assertThat(entry.clientId()).isNull();
            assertThat(entry.keyType()).isEqualTo(SuppressionKeyType.PHONE);
        });
        assertThat(scenario.outreach()
                        .in(() -> scenario.outreach()
                                .on()
                                .world()
                                .leads()
                                .people()
                                .findAll(List.of(inPool))
                                .getFirst()
                                .unsubscribed()))
                .isTrue();
    }

    private PoolPersonId inPool(String number) {
        PoolPersonId id = new PoolPersonId(UUID.randomUUID());
        ContactPoints contact = new ContactPoints(
                Leadbook.email("pool" + UUID.randomUUID() + "@harbourlane.example"),
                EmailStatus.VERIFIED,
                new PhoneNumber(number),
                null);
        scenario.outreach()
                .on()
                .units()
                .onPlatform(() -> scenario.outreach()
                        .on()
                        .world()
                        .leads()
                        .people()
                        .insertAll(Map.of(Leadbook.poolPerson(id, contact, "Noor"), List.of())));
        return id;
    }

    @Test // outreach 4.1, 15: the order of arrival means nothing
    void stop_before_the_receipts_of_its_text_leaves_nothing_open() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        Touch text = talk.begun(lead, TouchKind.SMS);
        talk.tells(talk.stop(PRIYAS));
        talk.tells(new ChannelEvent.Delivered(
                talk.key(), scenario.outreach().now(), talk.text(talk.ref("sms-1"), text.idempotencyKey(), PRIYAS)));
        scenario.outreach().runFor(Duration.ofDays(10));

        assertThat(talk.reread(text).state()).isEqualTo(TouchState.SENT);
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("unsubscribed");
        assertThat(scenario.sent(lead)).isEqualTo(2);
    }

    @Test // content 7: the same webhook twice or together with polling
    void what_was_pushed_and_is_polled_again_is_one_reply() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        ChannelEvent.Received text = talk.texted(PRIYAS, "What does it cost per month?");
        talk.tells(text);
        talk.tells(text);
        scenario.shows(text);
        scenario.shows(talk.texted(PRIYAS, "And do you do video?"));

        PollReplies.Round round =
                scenario.useCases().pollReplies().poll(scenario.outreach().client());
        scenario.process();

        assertThat(round.read()).isEqualTo(2);
        assertThat(round.fresh()).isEqualTo(1);
        assertThat(scenario.replies(lead)).hasSize(2);
    }

    @Test // content 4.1 row 2, 4.6; outreach 2.6: a reply on any channel stops all of them
    void a_text_is_a_reply_in_a_thread_of_its_own_and_stops_the_e_mails() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        talk.tells(talk.texted(PRIYAS, "Thanks, this sounds great. Please tell me more."));
        scenario.outreach().runFor(Duration.ofDays(30));

        assertThat(scenario.sent(lead)).isEqualTo(1);
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.REPLIED);
        assertThat(scenario.replies(lead)).singleElement().satisfies(reply -> {
            assertThat(reply.channel()).isEqualTo(Channel.SMS);
            assertThat(reply.intent()).isEqualTo(Intent.INTERESTED);
            assertThat(reply.senderDiffers()).isFalse();
        });
        assertThat(scenario.tasks(lead)).extracting(TaskBoard.Task::kind).containsExactly("follow_up");
        ConversationThread thread = scenario.threads(lead).stream()
                .filter(one -> one.channel() == Channel.SMS)
                .findFirst()
                .orElseThrow();
        assertThat(scenario.outreach().in(() -> scenario.stores().threads().messages(lead.clientId(), thread.id())))
                .extracting(Message::direction, Message::channel, Message::body)
                .containsExactly(
                        tuple(Message.Direction.IN, Channel.SMS, "Thanks, this sounds great. Please tell me more."));
    }

    @Test // outreach 9.5: several leads with one number
    void of_two_leads_with_one_number_it_is_the_one_we_wrote_to_last() {
        begin();
        Lead first = talk.contacted(PRIYAS);
        Lead second = talk.contacted(PRIYAS);
        talk.sent(first, TouchKind.SMS, talk.ref("sms-1"));
        scenario.outreach().advance(Duration.ofMinutes(5));
        talk.sent(second, TouchKind.SMS, talk.ref("sms-2"));
        scenario.outreach().advance(Duration.ofMinutes(5));
        talk.tells(talk.texted(PRIYAS, "What does it cost per month?"));

        assertThat(scenario.replies(first)).isEmpty();
        assertThat(scenario.replies(second)).hasSize(1);
        talk.tells(talk.texted(talk.text(talk.ref("sms-1"), null, PRIYAS), "And who are you?"));
        assertThat(scenario.replies(first)).as("who is answered by name").hasSize(1);
    }

    @Test // content 4.1: another's number under a message of ours is always reviewed
    void a_text_from_another_number_in_answer_to_ours_is_the_leads_and_is_reviewed() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        talk.sent(lead, TouchKind.SMS, talk.ref("sms-1"));
        talk.tells(talk.texted(talk.text(talk.ref("sms-1"), null, ANOTHER), "Sounds great, tell me more."));
        talk.tells(talk.texted(ANOTHER, "Hello? Can we book a call on Tuesday at 10am?"));

        assertThat(scenario.replies(lead)).hasSize(2).allSatisfy(reply -> {
            assertThat(reply.senderDiffers()).isTrue();
            assertThat(reply.reviewRequired()).isTrue();
        });
        assertThat(scenario.tasks(lead)).extracting(TaskBoard.Task::kind).containsOnly("reply_review");
    }

    @Test // content 4.1 row 5
    void a_text_of_nobody_we_know_waits_for_a_person() {
        begin();
        talk.contacted(PRIYAS);
        talk.tells(talk.texted(NOBODYS, "What does it cost per month?"));

        assertThat(scenario.events(WebhookInbox.State.UNMATCHED))
                .extracting(WebhookInbox.Entry::type)
                .containsExactly("sms_received");
    }

    @Test // outreach 6.2 wrong number, content 4.6 wrong_person
    void a_wrong_number_clears_the_phone_and_the_rest_goes_on() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        talk.tells(talk.texted(PRIYAS, "Sorry, you have the wrong number."));

        assertThat(scenario.outreach().reread(lead).contact().phone()).isNull();
        assertThat(scenario.suppressions())
                .extracting(Suppression::keyType, Suppression::reason)
                .containsExactly(tuple(SuppressionKeyType.PHONE, SuppressionReason.WRONG_PERSON));
        assertThat(scenario.state(lead).maySend()).isTrue();
    }

    @Test // clicksend 5.2: a pushed receipt is confirmed before it makes a number invalid
    void what_anybody_could_have_pushed_closes_no_number_until_the_sender_says_so() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        Touch text = talk.sent(lead, TouchKind.SMS, talk.ref("sms-1"));
        scenario.deliveries().breakDown();
        talk.tells(talk.lost(talk.ref("sms-1"), NonDelivery.INVALID_NUMBER, false));
        assertThat(addresses(lead, Channel.SMS)).isEmpty();

        scenario.deliveries()
                .say(new DeliveryReport.Undelivered(scenario.outreach().now(), NonDelivery.INVALID_NUMBER));
        scenario.outreach().advance(Duration.ofSeconds(11));
        scenario.process();

        assertThat(List.of(Channel.SMS, Channel.VOICE))
                .allSatisfy(channel -> assertThat(addresses(lead, channel).get(lead.id()))
                        .satisfies(standing -> {
                            assertThat(standing.state()).isEqualTo(AddressState.INVALID);
                            assertThat(standing.address()).isEqualTo(PRIYAS);
                        }));
        assertThat(activities(lead, ActivityAction.FAILED))
                .singleElement()
                .satisfies(line -> assertThat(line.touchId()).isEqualTo(text.id()));
        assertThat(scenario.suppressions())
                .as("an address state, not a suppression")
                .isEmpty();
        assertThat(scenario.state(lead).maySend()).as("e-mail goes on").isTrue();
    }

    @Test // clicksend 5.2
    void what_the_sender_denies_changes_nothing() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        talk.sent(lead, TouchKind.SMS, talk.ref("sms-1"));
        scenario.deliveries()
                .say(new DeliveryReport.Delivered(scenario.outreach().now()));
        talk.tells(talk.lost(talk.ref("sms-1"), NonDelivery.INVALID_NUMBER, false));

        assertThat(addresses(lead, Channel.SMS)).isEmpty();
        assertThat(activities(lead, ActivityAction.FAILED)).isEmpty();
        assertThat(scenario.events(WebhookInbox.State.DONE)).hasSize(1);
    }

    @Test // clicksend 4.4, outreach 9.5: temporary → no resend, nothing closed
    void a_full_handset_closes_nothing_and_nobody_is_asked() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        talk.sent(lead, TouchKind.SMS, talk.ref("sms-1"));
        talk.tells(talk.lost(talk.ref("sms-1"), NonDelivery.HANDSET_FULL, false));

        assertThat(scenario.deliveries().asked()).isZero();
        assertThat(addresses(lead, Channel.SMS)).isEmpty();
        assertThat(activities(lead, ActivityAction.FAILED)).hasSize(1);
    }

    @Test // clicksend 4.4: this line takes no texts
    void a_line_without_texts_is_closed_for_texts_only() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        talk.sent(lead, TouchKind.SMS, talk.ref("sms-1"));
        talk.tells(talk.lost(talk.ref("sms-1"), NonDelivery.UNSUPPORTED, true));

        assertThat(addresses(lead, Channel.SMS)).hasSize(1);
        assertThat(addresses(lead, Channel.VOICE)).isEmpty();
    }

    @Test // clicksend 4.4 CancelledAfterReview
    void words_that_the_vendors_staff_refuse_become_a_task() {
        begin();
        Lead lead = talk.contacted(PRIYAS);
        talk.sent(lead, TouchKind.SMS, talk.ref("sms-1"));
        talk.tells(talk.lost(talk.ref("sms-1"), NonDelivery.CONTENT_REJECTED, true));

        assertThat(scenario.tasks(lead)).extracting(TaskBoard.Task::kind).containsExactly("content_review");
    }

    private List<Activity> activities(Lead lead, ActivityAction action) {
        return activities(scenario, lead, action);
    }
}
