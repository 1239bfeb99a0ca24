package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.NonDelivery;
import io.agencyos.domain.shared.ResourceId;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who hears that a STOP was understood, and which numbers carriers filter. Source: outreach 9.4, clicksend 4.4. */
public abstract class TextCareStories extends LetterStories {

    private static final String PRIYAS = "+61491570006";
    private static final String ANOTHER = "+61491570156";
    private static final String NOBODYS = "+61491570157";

    private ConversationScenario scenario;
    private ChannelTalk talk;

    private void begin() {
        scenario = scenario();
        talk = new ChannelTalk(scenario);
    }

    @Test // outreach 9.4: one confirmation, once per person per client, whoever it was
    void whoever_texts_stop_is_to_be_told_and_nobody_twice() {
        begin();
        talk.contacted(PRIYAS);
        talk.tells(talk.stop(PRIYAS));
        talk.tells(talk.texted(PRIYAS, "Stop."), talk.stop(NOBODYS), talk.texted(ANOTHER, "Who is this?"));

        assertThat(scenario.outreach()
                        .in(() -> scenario.stores()
                                .channels()
                                .stops()
                                .lockDue(
                                        scenario.outreach().client(),
                                        scenario.outreach().now(),
                                        10)))
                .extracting(
                        wanted -> wanted.theirs().e164(),
                        wanted -> wanted.ours().e164())
                .containsExactlyInAnyOrder(tuple(PRIYAS, ChannelTalk.OURS), tuple(NOBODYS, ChannelTalk.OURS));
    }

    @Test // clicksend 4.4 FILTERED: sender health event; 3 in a day rest the number; a receipt told twice counts once
    void a_number_whose_texts_carriers_filter_rests_after_the_third() {
        begin();
        ResourceId number = new ResourceId(UUID.randomUUID());
        for (int i = 1; i <= 3; i++) {
            Lead lead = talk.contacted(PRIYAS);
            String ref = talk.ref("sms-" + i);
            talk.sentFrom(lead, number, ref);
            talk.tells(talk.lost(ref, NonDelivery.FILTERED, true));
            talk.tells(talk.lost(ref, NonDelivery.FILTERED, true));
            assertThat(resting()).as("after %d", i).hasSize(i < 3 ? 0 : 1);
        }
        assertThat(resting()).containsExactly(number);
        scenario.outreach().advance(Duration.ofDays(7));
        assertThat(resting()).isEmpty();
    }

    private Set<ResourceId> resting() {
        return scenario.outreach()
                .in(() -> scenario.stores()
                        .channels()
                        .rests()
                        .resting(
                                scenario.outreach().client(),
                                scenario.outreach().now()));
    }
}
