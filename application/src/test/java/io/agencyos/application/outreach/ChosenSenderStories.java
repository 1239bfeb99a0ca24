package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Campaigns that chose what they send from. Source: data model 5.4 {@code campaign_resource}, api 9.4. */
public abstract class ChosenSenderStories {

    private final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);

    /** A world of its own on this clock, in which every e-mail arrives. */
    protected abstract OutreachScenario.World world(AtomicReference<Instant> time);

    private OutreachScenario autopilot() {
        return OutreachScenario.on(Course.MAIL, world(clock), clock);
    }

    private static long sent(OutreachScenario scenario, List<Lead> leads) {
        return leads.stream()
                .flatMap(lead -> scenario.touches(lead).stream())
                .filter(touch -> touch.state() == TouchState.SENT)
                .count();
    }

    private static Mailbox another(OutreachScenario scenario) {
        String address = "sam@" + UUID.randomUUID() + ".example";
        Mailbox mailbox = Campaignbook.mailbox(scenario.client(), address, scenario.now(), Duration.ofDays(60));
        scenario.in(() -> scenario.on().world().mailboxes().assign(mailbox));
        return mailbox;
    }

    private static CampaignSender choose(
            OutreachScenario scenario, ResourceId sender, @Nullable Integer limit, boolean active) {
        CampaignSender choice = new CampaignSender(
                UUID.randomUUID(),
                scenario.client(),
                scenario.campaign().id(),
                Channel.EMAIL,
                sender,
                limit,
                active,
                null,
                scenario.now());
        assertThat(scenario.in(() -> campaigns(scenario).addSender(choice))).isTrue();
        return choice;
    }

    private static Campaigns campaigns(OutreachScenario scenario) {
        return scenario.on().world().campaigns();
    }

    private static List<CampaignSender> chosen(OutreachScenario scenario) {
        return scenario.in(() -> campaigns(scenario)
                .senders(scenario.client(), scenario.campaign().id()));
    }

    @Test // api 9.4 resources: a campaign with resources of its own uses only these
    void a_campaign_that_chose_a_mailbox_begins_with_no_other() {
        OutreachScenario scenario = autopilot();
        Mailbox second = another(scenario);
        CampaignSender choice = choose(scenario, second.id(), null, true);
        List<Lead> leads = scenario.leads(4);

        scenario.runFor(Duration.ofDays(1));

        assertThat(leads)
                .flatExtracting(scenario::touches)
                .hasSize(4)
                .extracting(Touch::resourceId)
                .containsOnly(second.id());
        assertThat(chosen(scenario)).singleElement().satisfies(used -> {
            assertThat(used.lastUsedAt()).isNotNull();
            assertThat(used.with(null, true).sender()).isEqualTo(choice.sender());
        });
    }

    @Test // api 8 CampaignResource daily_limit
    void a_campaign_takes_no_more_of_a_mailbox_in_a_day_than_it_said() {
        OutreachScenario scenario = autopilot();
        choose(scenario, scenario.mailbox().id(), 1, true);
        List<Lead> leads = scenario.leads(3);

        scenario.runFor(Duration.ofHours(20));
        assertThat(sent(scenario, leads)).isEqualTo(1);

        scenario.runFor(Duration.ofDays(1));
        assertThat(sent(scenario, leads)).isEqualTo(2);
    }

    @Test // outreach check 29 no_resource_<channel>
    void a_campaign_whose_choices_are_all_put_aside_has_no_sender_until_one_is_used_again() {
        OutreachScenario scenario = autopilot();
        CampaignSender choice = choose(scenario, scenario.mailbox().id(), null, false);
        another(scenario);
        Lead lead = scenario.lead();

        scenario.runFor(Duration.ofHours(4));
        assertThat(sent(scenario, List.of(lead))).isZero();
        assertThat(scenario.reread(lead).block())
                .isNotNull()
                .satisfies(block -> assertThat(block.code()).isEqualTo("no_resource_email"));

        scenario.in(() -> campaigns(scenario).updateSender(choice.with(null, true)));
        scenario.runFor(Duration.ofDays(1));
        assertThat(scenario.touches(lead))
                .extracting(Touch::resourceId)
                .containsOnly(scenario.mailbox().id());
    }

    @Test // outreach 7: an enrolment keeps the sender that the lead knows
    void whoever_knows_a_mailbox_hears_from_it_whatever_the_campaign_chooses_later() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofHours(4));

        Mailbox second = another(scenario);
        CampaignSender choice = choose(scenario, second.id(), null, true);
        Lead late = scenario.lead();
        scenario.runFor(Duration.ofDays(20));

        assertThat(scenario.touches(lead))
                .extracting(Touch::resourceId)
                .hasSize(3)
                .containsOnly(scenario.mailbox().id());
        assertThat(scenario.touches(late)).extracting(Touch::resourceId).containsOnly(second.id());

        scenario.in(() -> campaigns(scenario).removeSender(choice));
        assertThat(chosen(scenario)).isEmpty();
    }

    @Test // data model 5.4: unique (client, campaign, resource)
    void a_mailbox_is_chosen_once() {
        OutreachScenario scenario = autopilot();
        choose(scenario, scenario.mailbox().id(), null, true);

        assertThatThrownBy(() -> choose(scenario, scenario.mailbox().id(), 3, true))
                .isInstanceOf(UniqueViolation.class);
    }
}
