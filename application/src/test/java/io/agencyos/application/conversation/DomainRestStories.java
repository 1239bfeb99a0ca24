package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.MailEvent.BounceClass;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several addresses of one company that bounce within a week. Source: outreach 6.2. */
public abstract class DomainRestStories extends ConversationStories {

    private static void bounce(ConversationScenario scenario, Lead lead, BounceClass of) {
        scenario.arrives(new MailEvent.Bounced(
                scenario.key(), scenario.outreach().now(), scenario.about(lead), of, "550 5.1.1 no such user"));
        scenario.process();
    }

    private static List<Suppression> rests(ConversationScenario scenario) {
        return scenario.suppressions().stream()
                .filter(entry -> entry.keyType() == SuppressionKeyType.DOMAIN)
                .toList();
    }

    @Test // outreach 6.2: three hard bounces at one domain in 7 days: review task; e-mail to the domain DEFER 7 days
    void the_third_dead_address_of_a_company_rests_the_others_for_a_week() {
        ConversationScenario scenario = scenario();
        List<Lead> written = Stream.generate(scenario::enrolled).limit(3).toList();
        scenario.outreach().runFor(Duration.ofHours(4));
        bounce(scenario, written.get(0), BounceClass.HARD);
        bounce(scenario, written.get(1), BounceClass.HARD);
        assertThat(rests(scenario)).isEmpty();

        bounce(scenario, written.get(2), BounceClass.HARD);
        Instant until = scenario.outreach().now().plus(Duration.ofDays(7));
        assertThat(rests(scenario)).singleElement().satisfies(entry -> {
            assertThat(entry.key()).isEqualTo("harbourlane.example");
            assertThat(entry.expiresAt()).isEqualTo(until);
            assertThat(entry.closesAddressOnly()).isTrue();
        });
        assertThat(scenario.tasks(written.get(2)))
                .extracting(TaskBoard.Task::kind)
                .contains("bounces_at_domain");

        Lead neighbour = scenario.enrolled();
        scenario.outreach().runFor(Duration.ofDays(6));
        assertThat(scenario.sent(neighbour)).isZero();
        assertThat(scenario.state(neighbour)).as("put off, not ended").isEqualTo(EnrolmentState.PENDING);
        scenario.outreach().runFor(Duration.ofDays(5));
        assertThat(scenario.sent(neighbour)).isPositive();
    }

    @Test // outreach 6.2: hard ones; a block says nothing about an address
    void blocks_and_full_mailboxes_rest_no_company() {
        ConversationScenario scenario = scenario();
        List<Lead> written = Stream.generate(scenario::enrolled).limit(3).toList();
        scenario.outreach().runFor(Duration.ofHours(4));
        bounce(scenario, written.get(0), BounceClass.POLICY);
        bounce(scenario, written.get(1), BounceClass.SOFT);
        bounce(scenario, written.get(2), BounceClass.HARD);

        assertThat(rests(scenario)).isEmpty();
    }
}
