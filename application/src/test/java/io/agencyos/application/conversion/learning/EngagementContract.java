package io.agencyos.application.conversion.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.store.TouchOutcomes;
import io.agencyos.application.conversation.store.TouchOutcomes.Fact;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversion.detect.Conversations;
import io.agencyos.domain.conversion.detect.Conversations.Wait;
import io.agencyos.domain.conversion.detect.Engagement;
import io.agencyos.domain.conversion.detect.Engagement.Group;
import io.agencyos.domain.conversion.detect.Engagement.Minutes;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Openings, clicks and conversations, counted on whatever stores. */
public abstract class EngagementContract extends LearningDesk {

    protected abstract TouchOutcomes touchOutcomes();

    private Touch first(Lead lead) {
        return scenario().touches(lead).getFirst();
    }

    private Fact opened(Lead lead, int minutes, int seconds) {
        return new Fact.Opened(first(lead).id(), at(lead, minutes).plusSeconds(seconds));
    }

    private Fact clicked(Lead lead, int minutes) {
        return new Fact.Clicked(first(lead).id(), at(lead, minutes));
    }

    private Instant at(Lead lead, int minutes) {
        return Objects.requireNonNull(first(lead).sentAt()).plus(Duration.ofMinutes(minutes));
    }

    private Engagement engagement() {
        scenario().advance(Duration.ofDays(45));
        mature();
        return in(() -> learning().engagement().engagement(client(), ever()));
    }

    @Test // CIS 8, 9.1: human events only, counted once per touch and in whole minutes
    void openings_and_clicks_are_counted_per_e_mail_with_the_time_they_took() {
        List<Lead> leads = contacted(5);
        List<Fact> facts = new ArrayList<>(List.of(
                opened(leads.get(0), 10, 59),
                opened(leads.get(0), 400, 0),
                opened(leads.get(1), 30, 0),
                clicked(leads.get(1), 45),
                clicked(leads.get(2), 5)));
        in(() -> {
            touchOutcomes().fold(client(), facts);
            return null;
        });
        booked(leads.get(1));
        Engagement engagement = engagement();
        assertThat(engagement.groups())
                .containsExactlyInAnyOrder(
                        new Group(true, false, false, 1, 2),
                        new Group(true, true, true, 1, 1),
                        new Group(true, true, false, 1, 0),
                        new Group(false, false, false, 2, 0));
        assertThat(engagement.times())
                .isEqualTo(new Engagement.Times(
                        new Minutes(3, 45, 10, 30),
                        new Minutes(2, 50, 5, 45),
                        new Minutes(2, 15, 0, 15),
                        new Minutes(1, 30, 30, 30),
                        new Minutes(1, 45, 45, 45)));
    }

    @Test // CIS 2.3: what did not arrive, and what is not old enough, is no unit
    void only_what_is_a_fact_is_described() {
        contacted(2);
        assertThat(in(() -> learning().engagement().engagement(client(), ever())))
                .isEqualTo(Engagement.NONE);
        assertThat(engagement().groups()).containsExactly(new Group(false, false, false, 2, 0));
    }

    private void answered(Lead lead, Duration later) {
        scenario().advance(later);
        scenario().in(() -> {
            ConversationThread thread = desk().threads()
                    .findForUpdate(client(), lead.id(), Channel.EMAIL)
                    .orElseThrow();
            desk().threads()
                    .append(new Message(
                            new MessageId(ids().next()),
                            client(),
                            thread.id(),
                            lead.id(),
                            Message.Direction.OUT,
                            Channel.EMAIL,
                            "Re: Re: Quick idea",
                            "With pleasure.",
                            thread.ours() + thread.theirs() + 1,
                            now()));
        });
    }

    @Test // CIS 9.1, 18: conversations by channel and by how long the lead's first word waited; machines answer for
    // nobody
    void conversations_are_described_by_channel_and_by_our_reaction() {
        List<Lead> leads = contacted(4);
        long waited = Duration.between(at(leads.get(0), 0), now()).toMinutes();
        replied(leads.get(0), Intent.INTERESTED, "Tell me more.");
        answered(leads.get(0), Duration.ofMinutes(20));
        replied(leads.get(1), Intent.OUT_OF_OFFICE, "I am away.");
        Conversations told = in(() -> learning().engagement().conversations(client(), everNow()));
        assertThat(told.channels())
                .containsExactly(new Conversations.OnChannel("email", 1, 3, 1, 1, waited, 0, Map.of("positive", 1L)));
        assertThat(told.reactions()).containsExactly(new Conversations.Reaction(Wait.UNDER_30_MINUTES, 1, 0));
    }

    private LearningFacts.Span everNow() {
        return new LearningFacts.Span(Instant.EPOCH, now().plusSeconds(1));
    }
}
