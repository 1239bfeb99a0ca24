package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.post.PostPieces;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the post office tells of letters. Source: outreach 12, 4.5; vendors/direct-mail 5. */
public abstract class LetterStories extends ConversationStories {

    private ConversationScenario scenario;
    private ChannelTalk talk;

    private void begin() {
        scenario = scenario();
        talk = new ChannelTalk(scenario);
    }

    private void tells(Touch letter, @Nullable String ref, PostSender.State... states) {
        for (PostSender.State state : states) {
            talk.tells(
                    ChannelTalk.POST,
                    new ChannelEvent.PieceMoved(
                            talk.key(),
                            scenario.outreach().now(),
                            new ChannelEvent.About(Channel.MAIL, ref, letter.idempotencyKey(), null, null),
                            state));
        }
    }

    private List<PostPieces.Piece> pieces(Lead lead) {
        return scenario.outreach()
                .in(() -> scenario.stores().channels().pieces().list(lead.clientId(), lead.id(), null, 10));
    }

    private long lines(Lead lead, ActivityAction action) {
        return scenario
                .outreach()
                .in(() -> scenario.ground().timeline().of(lead.clientId(), lead.id(), null, 100))
                .stream()
                .filter(line -> line.channel() == Channel.MAIL && line.action() == action)
                .count();
    }

    @Test // outreach 4.5 evidence, 12 states: queued, printed, dispatched, delivered
    void an_order_that_the_office_names_was_made_and_is_followed_to_its_house() {
        begin();
        Lead lead = scenario.contacted();
        Touch letter = talk.letter(lead);
        String ref = talk.ref("piece-1");
        assertThat(pieces(lead)).isEmpty();

        tells(letter, ref, PostSender.State.QUEUED);
        assertThat(talk.reread(letter).state()).isEqualTo(TouchState.SENT);
        assertThat(pieces(lead)).singleElement().satisfies(piece -> {
            assertThat(piece.vendorRef()).isEqualTo(ref);
            assertThat(piece.state()).isEqualTo(PostSender.State.QUEUED);
            assertThat(piece.recall()).isNull();
        });
        tells(letter, ref, PostSender.State.PRINTED, PostSender.State.DISPATCHED, PostSender.State.DELIVERED);

        assertThat(pieces(lead)).extracting(PostPieces.Piece::state).containsExactly(PostSender.State.DELIVERED);
        assertThat(lines(lead, ActivityAction.SENT)).isEqualTo(1);
        assertThat(lines(lead, ActivityAction.DELIVERED)).isEqualTo(1);
    }

    @Test // direct-mail 5 dedup: order id + status; outreach 15: resolved by state, not by arrival
    void what_comes_late_or_twice_moves_nothing_back() {
        begin();
        Lead lead = scenario.contacted();
        Touch letter = talk.letter(lead);
        String ref = talk.ref("piece-1");
        tells(letter, ref, PostSender.State.DELIVERED, PostSender.State.PRINTED, PostSender.State.DELIVERED);

        assertThat(pieces(lead)).extracting(PostPieces.Piece::state).containsExactly(PostSender.State.DELIVERED);
        assertThat(lines(lead, ActivityAction.DELIVERED)).isEqualTo(1);
    }

    @Test // outreach 12: returned → address INVALID; 6.2: other channels continue
    void a_letter_that_comes_back_closes_the_house_and_nothing_else() {
        begin();
        Lead lead = scenario.contacted();
        Touch letter = talk.letter(lead);
        Instant then = scenario.outreach().now();
        tells(letter, talk.ref("piece-1"), PostSender.State.RETURNED, PostSender.State.RETURNED);

        assertThat(lines(lead, ActivityAction.RETURNED)).isEqualTo(1);
        assertThat(scenario.outreach()
                        .in(() -> scenario.stores()
                                .channels()
                                .addresses()
                                .of(lead.clientId(), Channel.MAIL, List.of(lead.id())))
                        .get(lead.id()))
                .isEqualTo(new ChannelAddresses.Standing(
                        lead.id(), Channel.MAIL, ChannelTalk.HOUSE, AddressState.INVALID, "returned", then));
        assertThat(scenario.outreach().enrolment(lead).state()).isEqualTo(EnrolmentState.ACTIVE);
        assertThat(scenario.suppressions()).isEmpty();
    }

    @Test // direct-mail 4: a second order found with the same reference is deleted at once
    void a_second_order_that_was_taken_back_says_nothing_of_the_first() {
        begin();
        Lead lead = scenario.contacted();
        Touch letter = talk.letter(lead);
        tells(letter, talk.ref("piece-1"), PostSender.State.QUEUED);
        tells(letter, talk.ref("piece-2"), PostSender.State.CANCELLED);

        assertThat(pieces(lead)).singleElement().satisfies(piece -> {
            assertThat(piece.vendorRef()).isEqualTo(talk.ref("piece-1"));
            assertThat(piece.state()).isEqualTo(PostSender.State.QUEUED);
        });
    }

    @Test // api 10.1: nothing that we know
    void a_piece_of_somebody_elses_is_kept_aside() {
        begin();
        Lead lead = scenario.contacted();
        talk.tells(
                ChannelTalk.POST,
                new ChannelEvent.PieceMoved(
                        talk.key(),
                        scenario.outreach().now(),
                        new ChannelEvent.About(Channel.MAIL, talk.ref("piece-9"), "aos1-unknown", null, null),
                        PostSender.State.RETURNED));

        assertThat(scenario.events(WebhookInbox.State.UNMATCHED)).hasSize(1);
        assertThat(pieces(lead)).isEmpty();
    }
}
