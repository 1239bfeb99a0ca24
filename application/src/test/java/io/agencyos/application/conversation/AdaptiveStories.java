package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.domain.lead.Lead;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What openings do to the next step of a lead whose campaign wants that. Source: outreach 2.5. */
public abstract class AdaptiveStories extends ConversationStories {

    static Lead contacted(ConversationScenario scenario) {
        return scenario.contacted();
    }

    static Instant sentAt(ConversationScenario scenario, Lead lead) {
        return Optional.ofNullable(scenario.outreach().touches(lead).getLast().sentAt())
                .orElseThrow();
    }

    private static void adapts(OutreachScenario scenario) {
        scenario.in(() -> scenario.on().world().campaigns().update(Campaignbook.adaptive(scenario.campaign())));
    }

    private static MailEvent opened(ConversationScenario scenario, Lead lead, int hours) {
        Instant at = sentAt(scenario, lead).plus(Duration.ofHours(hours));
        return new MailEvent.Opened(scenario.key(), at, scenario.about(lead), "Thunderbird");
    }

    private static LocalDate nextDate(ConversationScenario scenario, Lead lead) {
        Instant due = Objects.requireNonNull(scenario.outreach().enrolment(lead).nextDueAt());
        return LocalDate.ofInstant(due, ZoneId.of("Australia/Sydney"));
    }

    @Test // outreach 2.5 opened_3x: the third opening of the last e-mail moves the next step one day, once
    void the_third_opening_brings_the_next_step_a_day_earlier_and_the_fourth_does_nothing() {
        ConversationScenario scenario = scenario();
        adapts(scenario.outreach());
        Lead lead = contacted(scenario);
        LocalDate planned = nextDate(scenario, lead);
        scenario.arrives(opened(scenario, lead, 1), opened(scenario, lead, 2));
        scenario.process();
        assertThat(nextDate(scenario, lead)).isEqualTo(planned);

        scenario.arrives(opened(scenario, lead, 3));
        scenario.process();
        assertThat(nextDate(scenario, lead)).isEqualTo(planned.minusDays(1));
        assertThat(planned.minusDays(1).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);

        scenario.arrives(opened(scenario, lead, 4));
        scenario.process();
        assertThat(nextDate(scenario, lead)).isEqualTo(planned.minusDays(1));
    }

    @Test // outreach 2.5: off for the sequence of 2.2; 8.7: machine events never count in adaptive rules
    void neither_machines_nor_campaigns_that_keep_their_days_move_a_step() {
        ConversationScenario keeping = scenario();
        Lead lead = contacted(keeping);
        LocalDate planned = nextDate(keeping, lead);
        keeping.arrives(opened(keeping, lead, 1), opened(keeping, lead, 2), opened(keeping, lead, 3));
        keeping.process();
        assertThat(nextDate(keeping, lead)).isEqualTo(planned);

        ConversationScenario adaptive = scenario();
        adapts(adaptive.outreach());
        Lead watched = contacted(adaptive);
        LocalDate before = nextDate(adaptive, watched);
        Instant sent = sentAt(adaptive, watched);
        for (int hours = 1; hours <= 3; hours++) {
            adaptive.arrives(new MailEvent.Opened(
                    adaptive.key(), sent.plus(Duration.ofHours(hours)), adaptive.about(watched), "GoogleImageProxy"));
        }
        adaptive.process();
        assertThat(nextDate(adaptive, watched)).isEqualTo(before);
    }
}
