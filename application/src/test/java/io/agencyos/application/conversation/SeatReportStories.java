package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox.Entry;
import io.agencyos.application.conversation.inbox.WebhookInbox.State;
import io.agencyos.application.resource.seat.LinkSeat;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the service of seats tells goes to whoever keeps them. Source: outreach 11.1; api 10.2. */
public abstract class SeatReportStories extends ConversationStories {

    private static final VendorFailure.Details DETAILS = VendorFailure.Details.of("links", "confirm", "no");

    private static ChannelEvent.About about(@Nullable String account) {
        return new ChannelEvent.About(Channel.LINKEDIN, null, null, account, null);
    }

    private static ConversationScenario linked(ConversationScenario scenario, LinkSeat.Linked answer) {
        scenario.seats().answer = answer;
        scenario.arrives(
                "links",
                new ChannelEvent.SeatLinked(scenario.key(), scenario.outreach().now(), about("acc-1"), "tok"));
        scenario.process();
        return scenario;
    }

    @Test
    void an_account_that_stands_otherwise_is_told_to_its_seat_once_however_often_it_is_pushed() {
        ConversationScenario scenario = scenario();
        ChannelEvent event = new ChannelEvent.SeatChanged(
                scenario.key(), scenario.outreach().now(), about("acc-1"), SeatSignal.CREDENTIALS_REQUIRED);
        scenario.arrives("links", event, event);
        scenario.process();
        scenario.arrives("links", event);
        scenario.process();
        assertThat(scenario.seats().told).containsExactly("acc-1 CREDENTIALS_REQUIRED");
        assertThat(scenario.events(State.DONE)).hasSize(1);
    }

    @Test // unipile 13 row 4: refused, and not tried again
    void a_link_that_the_service_refuses_is_over() {
        ConversationScenario scenario = linked(
                scenario(), new LinkSeat.Linked.VendorFailed(new VendorFailure.Invalid(DETAILS, "token", "unknown")));
        assertThat(scenario.events(State.IGNORED)).hasSize(1);
        scenario.outreach().advance(Duration.ofHours(1));
        scenario.process();
        assertThat(scenario.seats().told).containsExactly("acc-1 by tok");
    }

    @Test // api 10.1: 10 s, then 1 min
    void a_link_that_could_not_be_asked_about_is_asked_about_again() {
        ConversationScenario scenario =
                linked(scenario(), new LinkSeat.Linked.VendorFailed(new VendorFailure.Unavailable(DETAILS)));
        assertThat(scenario.events(State.RECEIVED))
                .singleElement()
                .extracting(Entry::nextAttempt)
                .isEqualTo(scenario.outreach().now().plusSeconds(10));
        scenario.seats().answer = new LinkSeat.Linked.NoSeat();
        scenario.outreach().advance(Duration.ofSeconds(10));
        scenario.process();
        assertThat(scenario.events(State.IGNORED)).hasSize(1);
        assertThat(scenario.seats().told).hasSize(2);
    }
}
