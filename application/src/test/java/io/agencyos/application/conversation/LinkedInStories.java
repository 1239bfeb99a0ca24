package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.resource.seat.SeatConnections;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.resource.seat.ConnectionRequest;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes back on LinkedIn. Source: outreach 11.4, 15; unipile 9; api 10.1. */
public abstract class LinkedInStories extends ConversationStories {

    private static final String NUMBER = "+61491570006";
    private static final String MEMBER = "ACoAAB22";
    private static final String CHAT = "ch_9";

    private ConversationScenario scenario;
    private ChannelTalk talk;
    private Lead lead;
    private String slug;

    private void begin() {
        scenario = scenario();
        talk = new ChannelTalk(scenario);
        slug = "priya-" + UUID.randomUUID();
        lead = talk.known(scenario.contacted(), NUMBER, slug);
    }

    private Optional<SeatConnection> connection() {
        return Optional.ofNullable(scenario.outreach()
                .in(() -> scenario.ground().connections().ofLeads(lead.clientId(), List.of(lead.id())))
                .get(lead.id()));
    }

    private void invited(Seat seat, ConnectionState state) {
        scenario.outreach()
                .in(() -> scenario.ground()
                        .connections()
                        .save(new SeatConnection(
                                UUID.randomUUID(),
                                lead.clientId(),
                                lead.id(),
                                seat.id(),
                                null,
                                state,
                                ConnectionRequest.sent(
                                        "inv_1", scenario.outreach().now()),
                                null,
                                null)));
    }

    @Test // outreach 11.4 PENDING accepted; unipile 9 new_relation
    void an_invited_person_who_accepts_is_connected() {
        begin();
        Seat seat = talk.seat();
        invited(seat, ConnectionState.PENDING);
        ChannelEvent.Connected event = talk.connected(MEMBER, slug);
        talk.tells(ChannelTalk.NETWORK, event);
        talk.tells(ChannelTalk.NETWORK, event);

        assertThat(connection()).hasValueSatisfying(connection -> {
            assertThat(connection.state()).isEqualTo(ConnectionState.ACCEPTED);
            assertThat(connection.request().respondedAt())
                    .isEqualTo(scenario.outreach().now());
        });
        assertThat(scenario.events(WebhookInbox.State.DONE)).hasSize(1);
    }

    @Test // outreach 11.4: FOLLOW_UP message 3 to 5 days later, any instant of them alike
    void who_accepts_is_to_be_written_to_in_three_to_five_days() {
        begin();
        invited(talk.seat(), ConnectionState.PENDING);
        talk.tells(ChannelTalk.NETWORK, talk.connected(MEMBER, slug));

        Instant due = scenario.outreach()
                .in(() -> scenario.ground().connections().followUps(lead.clientId(), List.of(lead.id())))
                .get(lead.id());
        assertThat(Duration.between(scenario.outreach().now(), due)).isBetween(Duration.ofDays(3), Duration.ofDays(5));
        assertThat(scenario.outreach().in(() -> {
                    SeatConnections stored = scenario.ground().connections();
                    return List.of(
                            stored.followUpsDue(lead.clientId(), due.minusSeconds(1), 10),
                            stored.followUpsDue(lead.clientId(), due, 10));
                }))
                .containsExactly(Map.of(), Map.of(lead.id(), due));
        scenario.outreach()
                .in(() -> scenario.ground()
                        .connections()
                        .putFollowUps(lead.clientId(), Map.of(lead.id(), Optional.empty())));
        assertThat(scenario.outreach()
                        .in(() -> scenario.ground().connections().followUps(lead.clientId(), List.of(lead.id()))))
                .isEmpty();
    }

    @Test // outreach 11.4 WITHDRAWN accepted
    void an_acceptance_that_crosses_the_withdrawal_counts() {
        begin();
        invited(talk.seat(), ConnectionState.WITHDRAWN);
        talk.tells(ChannelTalk.NETWORK, talk.connected(MEMBER, slug));

        assertThat(connection().map(SeatConnection::state)).contains(ConnectionState.ACCEPTED);
    }

    @Test // outreach 4.5: the acceptance proves the invitation
    void an_acceptance_proves_the_invitation_of_which_nobody_knew_whether_it_left() {
        begin();
        talk.seat();
        Touch invitation = talk.begun(lead, TouchKind.LI_INVITE);
        talk.tells(ChannelTalk.NETWORK, talk.connected(MEMBER, slug));

        assertThat(talk.reread(invitation).state()).isEqualTo(TouchState.SENT);
        assertThat(connection().map(SeatConnection::state)).contains(ConnectionState.ACCEPTED);
    }

    @Test // unipile 9: for others: ignored
    void a_new_connection_of_somebody_who_was_not_invited_concerns_nobody() {
        begin();
        talk.seat();
        talk.tells(ChannelTalk.NETWORK, talk.connected(MEMBER, slug), talk.connected("ACoAAC33", "somebody-else"));

        assertThat(connection()).isEmpty();
        assertThat(scenario.events(WebhookInbox.State.IGNORED)).hasSize(2);
    }

    @Test // unipile 9: sender = seat, text known to us → proof for the touch
    void our_own_words_coming_back_prove_the_message() {
        begin();
        invited(talk.seat(), ConnectionState.PENDING);
        talk.tells(ChannelTalk.NETWORK, talk.connected(MEMBER, slug));
        Touch message = talk.begun(lead, TouchKind.LI_MESSAGE);
        String words = Objects.requireNonNull(message.content()).body();
        talk.tells(ChannelTalk.NETWORK, talk.ours(talk.ref("msg_1"), MEMBER, CHAT, "  " + words + "\n"));

        assertThat(talk.reread(message).state()).isEqualTo(TouchState.SENT);
        assertThat(talk.reread(message).vendorRef()).isEqualTo(talk.ref("msg_1"));
    }

    @Test // content 4.1; outreach 15 correlation by chat and member
    void a_message_in_a_chat_that_is_known_is_the_leads_reply_and_stops_the_e_mails() {
        begin();
        Touch message = talk.sent(lead, TouchKind.LI_MESSAGE, talk.ref("msg_1"));
        talk.tells(ChannelTalk.NETWORK, talk.ours(talk.ref("msg_1"), MEMBER, CHAT, "whatever was said"));
        talk.tells(ChannelTalk.NETWORK, talk.wrote(MEMBER, CHAT, "Sounds great, please tell me more."));

        assertThat(talk.reread(message).state()).isEqualTo(TouchState.SENT);
        assertThat(scenario.replies(lead))
                .extracting(Reply::channel, Reply::intent, Reply::senderDiffers)
                .containsExactly(tuple(Channel.LINKEDIN, Intent.INTERESTED, false));
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
    }

    @Test // unipile 9: message from nobody we know
    void a_message_of_nobody_we_know_waits_for_a_person() {
        begin();
        talk.tells(ChannelTalk.NETWORK, talk.wrote("ACoAAZ99", "ch_1", "Are you hiring?"));

        assertThat(scenario.events(WebhookInbox.State.UNMATCHED)).hasSize(1);
    }

    @Test // outreach 6.2, 15: a stop counts whatever channel it comes by
    void a_stop_of_somebody_who_was_reached_by_e_mail_alone_counts() {
        begin();
        scenario.network().has(MEMBER, slug);
        talk.tells(ChannelTalk.NETWORK, talk.wrote(MEMBER, CHAT, "Remove me, please."));

        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("unsubscribed");
        assertThat(scenario.blocked(lead)).isPresent();
        talk.tells(ChannelTalk.NETWORK, talk.wrote(MEMBER, CHAT, "Thanks."));
        assertThat(scenario.network().asked())
                .as("who is known is not asked about")
                .isOne();
    }

    @Test // outreach 15: what the vendor cannot say now is asked again, and then a person is
    void whose_message_it_is_is_asked_again_where_the_vendor_is_away() {
        begin();
        scenario.network().has(MEMBER, slug);
        scenario.network()
                .fails(new VendorFailure.Unavailable(VendorFailure.Details.of(ChannelTalk.NETWORK, "resolve", "down")));
        talk.tells(ChannelTalk.NETWORK, talk.wrote(MEMBER, CHAT, "Please stop writing to me."));
        assertThat(scenario.events(WebhookInbox.State.RECEIVED)).hasSize(1);

        scenario.network().fails(null);
        scenario.outreach().advance(Duration.ofMinutes(1));
        scenario.process();
        assertThat(scenario.events(WebhookInbox.State.DONE)).hasSize(1);
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("unsubscribed");
    }

    @Test // content 4.1 row 5: where the network shows no page a person finds out
    void who_has_no_page_waits_for_a_person() {
        begin();
        scenario.network()
                .fails(new VendorFailure.NotFound(
                        VendorFailure.Details.of(ChannelTalk.NETWORK, "resolve", "no such person")));
        talk.tells(ChannelTalk.NETWORK, talk.wrote(MEMBER, CHAT, "Are you hiring?"));

        assertThat(scenario.events(WebhookInbox.State.UNMATCHED)).hasSize(1);
    }

    @Test // api 10.1 opt-out first: a reply that starts with remove me
    void remove_me_is_granted_before_anybody_reads_on() {
        begin();
        talk.sent(lead, TouchKind.LI_MESSAGE, talk.ref("msg_1"));
        talk.tells(ChannelTalk.NETWORK, talk.ours(talk.ref("msg_1"), MEMBER, CHAT, "hello"));
        scenario.readBy(reply -> {
            throw new IllegalStateException("nobody reads today");
        });
        talk.tells(ChannelTalk.NETWORK, talk.wrote(MEMBER, CHAT, "Remove me, please."));

        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("unsubscribed");
        assertThat(scenario.blocked(lead)).isPresent();
    }

    @Test // unipile 9: sender = seat, text unknown → manual
    void words_written_by_hand_stand_in_the_thread_and_are_no_touch_of_ours() {
        begin();
        talk.sent(lead, TouchKind.LI_MESSAGE, talk.ref("msg_1"));
        talk.tells(ChannelTalk.NETWORK, talk.ours(talk.ref("msg_1"), MEMBER, CHAT, "hello"));
        ChannelEvent.OwnMessage byHand = talk.ours(talk.ref("msg_2"), MEMBER, CHAT, "Great to meet you at the fair!");
        talk.tells(ChannelTalk.NETWORK, byHand);
        talk.tells(ChannelTalk.NETWORK, byHand);

        ConversationThread thread = scenario.threads(lead).stream()
                .filter(one -> one.channel() == Channel.LINKEDIN)
                .findFirst()
                .orElseThrow();
        assertThat(thread.ours()).isEqualTo(2);
        assertThat(scenario.outreach().in(() -> scenario.stores().threads().messages(lead.clientId(), thread.id())))
                .extracting(Message::direction)
                .containsExactly(Message.Direction.OUT, Message.Direction.OUT);
        assertThat(scenario.sent(lead)).as("touches").isEqualTo(2);
    }
}
