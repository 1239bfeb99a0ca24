package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.MailEvent.BounceClass;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Mailbox;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What bounces and complaints do to the domain that the mail came from. Source: scoring RES-10, outreach 7. */
public abstract class DomainHealthStories extends ConversationStories {

    private static Mailbox mailbox(ConversationScenario scenario) {
        return scenario.outreach()
                .in(() -> scenario.outreach()
                        .on()
                        .world()
                        .mailboxes()
                        .ofClient(scenario.outreach().client())
                        .getFirst());
    }

    private static int limit(ConversationScenario scenario) {
        return DailyLimit.of(mailbox(scenario), scenario.outreach().now()).total();
    }

    private static void complain(ConversationScenario scenario, Lead lead) {
        scenario.arrives(
                new MailEvent.Complained(scenario.key(), scenario.outreach().now(), scenario.about(lead)));
        scenario.process();
    }

    private static void bounce(ConversationScenario scenario, Lead lead, BounceClass of) {
        scenario.arrives(new MailEvent.Bounced(
                scenario.key(), scenario.outreach().now(), scenario.about(lead), of, "550 5.7.1 refused"));
        scenario.process();
    }

    @Test // RES-10: 49/0/1 warning, 49/0/2 critical; at once
    void the_first_complaint_slows_a_domain_and_the_second_one_stops_it() {
        ConversationScenario scenario = scenario();
        List<Lead> written = Stream.generate(scenario::enrolled).limit(2).toList();
        scenario.outreach().runFor(Duration.ofHours(4));
        assertThat(limit(scenario)).isEqualTo(50);

        complain(scenario, written.getFirst());
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.WARNING);
        assertThat(limit(scenario)).isEqualTo(35);

        complain(scenario, written.getLast());
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.CRITICAL);
        Lead next = scenario.enrolled();
        scenario.outreach().runFor(Duration.ofDays(3));
        assertThat(scenario.sent(next)).isZero();
    }

    @Test // RES-10: re-evaluated daily, recovers by itself
    void a_domain_recovers_when_its_bad_days_are_thirty_days_old() {
        ConversationScenario scenario = scenario();
        List<Lead> written = Stream.generate(scenario::enrolled).limit(2).toList();
        scenario.outreach().runFor(Duration.ofHours(4));
        written.forEach(lead -> complain(scenario, lead));

        scenario.outreach().advance(Duration.ofDays(29));
        assertThat(scenario.judgeDomains()).isZero();
        scenario.outreach().advance(Duration.ofDays(2));
        assertThat(scenario.judgeDomains()).isEqualTo(1);
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.GOOD);
        assertThat(scenario.judgeDomains()).isZero();
        Lead next = scenario.enrolled();
        scenario.outreach().runFor(Duration.ofDays(7));
        assertThat(scenario.sent(next)).isPositive();
    }

    @Test // outreach 7: bounces = hard + policy blocks; 49/3/0 warning
    void a_full_mailbox_is_not_the_domains_fault_and_a_block_is() {
        ConversationScenario scenario = scenario();
        List<Lead> written = Stream.generate(scenario::enrolled).limit(6).toList();
        scenario.outreach().runFor(Duration.ofHours(4));

        written.subList(0, 3).forEach(lead -> bounce(scenario, lead, BounceClass.SOFT));
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.GOOD);
        bounce(scenario, written.get(3), BounceClass.POLICY);
        bounce(scenario, written.get(4), BounceClass.HARD);
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.GOOD);
        bounce(scenario, written.get(5), BounceClass.POLICY);
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.WARNING);
    }
}
