package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.MailEvent.BounceClass;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DeliveryStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A vendor that never tells of deliveries, and what silence means then. Source: outreach 8.7, conversion intelligence 2. */
public abstract class ImpliedDeliveryStories extends AdaptiveStories {

    private static int imply(ConversationScenario scenario) {
        return scenario.useCases().implyDeliveries().imply(scenario.outreach().client());
    }

    private static void bounces(ConversationScenario scenario, Lead lead, BounceClass kind) {
        scenario.arrives(new MailEvent.Bounced(
                scenario.key(), scenario.outreach().now(), scenario.about(lead), kind, "it came back"));
        scenario.process();
    }

    private void afterADay(ConversationScenario scenario, Lead lead) {
        scenario.outreach().advance(Duration.ofHours(24));
        assertThat(imply(scenario)).isEqualTo(1);
        assertThat(delivery(scenario, lead)).isEqualTo(DeliveryStatus.DELIVERED);
    }

    @Test // outreach 8.7: no bounce 24 h after SENT is delivered, implied
    void what_did_not_come_back_for_a_day_is_delivered() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.enrolled();
        sendFirst(scenario, lead);
        scenario.outreach().advance(Duration.ofHours(23));
        assertThat(imply(scenario)).as("23 hours are no day").isZero();
        assertThat(delivery(scenario, lead)).isEqualTo(DeliveryStatus.ACCEPTED);
        scenario.outreach().advance(Duration.ofHours(1));
        assertThat(imply(scenario)).isEqualTo(1);
        assertThat(delivery(scenario, lead)).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(imply(scenario)).as("once").isZero();
    }

    @Test // outreach 8.7, 4.1: a late bounce takes it back, the soft ones as well, as nobody told of the delivery
    void a_late_bounce_takes_the_silence_back() {
        for (BounceClass kind : new BounceClass[] {BounceClass.HARD, BounceClass.SOFT}) {
            ConversationScenario scenario = scenario();
            Lead lead = scenario.enrolled();
            sendFirst(scenario, lead);
            afterADay(scenario, lead);
            bounces(scenario, lead, kind);
            assertThat(delivery(scenario, lead))
                    .isEqualTo(kind == BounceClass.HARD ? DeliveryStatus.BOUNCED : DeliveryStatus.UNDELIVERED);
            assertThat(imply(scenario)).as("and it stays so").isZero();
        }
    }

    @Test // outreach 4.1: what a vendor told of stands above a later soft bounce
    void a_delivery_that_was_told_stands() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.enrolled();
        sendFirst(scenario, lead);
        afterADay(scenario, lead);
        scenario.arrives(
                new MailEvent.Delivered(scenario.key(), scenario.outreach().now(), scenario.about(lead)));
        scenario.process();
        bounces(scenario, lead, BounceClass.SOFT);
        assertThat(delivery(scenario, lead)).isEqualTo(DeliveryStatus.DELIVERED);
    }

    private static void sendFirst(ConversationScenario scenario, Lead lead) {
        for (int i = 0; i < 500 && scenario.sent(lead) == 0; i++) {
            scenario.outreach().advance(Duration.ofMinutes(10));
            scenario.outreach().pass();
        }
        assertThat(scenario.sent(lead)).isEqualTo(1);
    }

    /** What is known of the delivery of the lead's newest touch. */
    protected abstract DeliveryStatus delivery(ConversationScenario scenario, Lead lead);
}
