package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.SmsFrom;
import io.agencyos.application.outreach.phone.TextPorts;
import io.agencyos.application.outreach.stop.ConfirmStops;
import io.agencyos.application.outreach.store.NumberRests;
import io.agencyos.application.outreach.store.StopConfirmations;
import io.agencyos.domain.content.SmsLength;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What happens after a STOP, and to numbers that carriers filter. Source: outreach 9.4, clicksend 4.4. */
public abstract class StopTextStories extends VendorTroubleStories {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final PhoneNumber THEIRS = new PhoneNumber("+61491570156");

    /** Who is to be told, in the world that was made last. */
    protected abstract StopConfirmations stops();

    protected abstract NumberRests rests();

    /** Everything that reached a person, oldest first. */
    protected abstract List<SmsCommand> texts();

    private static Instant sydney(String local) {
        return LocalDateTime.parse(local).atZone(SYDNEY).toInstant();
    }

    private OutreachScenario stopped(String local) {
        OutreachScenario scenario = autopilot();
        scenario.in(() -> Objects.requireNonNull(scenario.on().texts()).number(scenario.client()));
        clock.set(sydney(local));
        want(scenario);
        return scenario;
    }

    private void want(OutreachScenario scenario) {
        scenario.in(() ->
                stops().want(new StopConfirmations.Wanted(scenario.client(), TextBook.OURS, THEIRS, scenario.now())));
    }

    private ConfirmStops confirm(OutreachScenario scenario) {
        TextPorts ports = Objects.requireNonNull(scenario.on().texts()).ports();
        return scenario.useCases().confirmStops(scenario.on().units(), ports, stops());
    }

    private int at(OutreachScenario scenario, String local) {
        clock.set(sydney(local));
        if (!confirm(scenario).due().contains(scenario.client())) {
            return 0;
        }
        return confirm(scenario).confirm(scenario.client(), 10);
    }

    @Test // outreach 9.4: one confirmation SMS, once per person per client
    void whoever_texts_stop_is_told_once_that_it_was_understood() {
        OutreachScenario scenario = stopped("2026-03-02T14:00");
        assertThat(at(scenario, "2026-03-02T14:01")).isEqualTo(1);
        assertThat(texts()).singleElement().satisfies(text -> {
            assertThat(text.to()).isEqualTo(THEIRS);
            assertThat(text.from()).isEqualTo(new SmsFrom.Dedicated(TextBook.OURS));
            assertThat(text.text()).startsWith("Northlight").contains("no more messages");
            assertThat(SmsLength.of(text.text()).segments()).isEqualTo(1);
        });
        want(scenario);
        assertThat(at(scenario, "2026-03-02T15:00")).as("a second STOP").isZero();
        assertThat(texts()).hasSize(1);
    }

    @Test // outreach 9.4, 5.1, 5.2: only inside the legal envelope, which must hold in every zone of a mobile
    void nobody_is_told_outside_the_hours_of_the_law() {
        OutreachScenario scenario = stopped("2026-03-02T09:05");
        assertThat(at(scenario, "2026-03-02T09:06")).isEqualTo(1);
        assertThat(texts()).as("06:06 in Perth").isEmpty();
        assertThat(at(scenario, "2026-03-02T11:59")).isZero();
        assertThat(at(scenario, "2026-03-02T12:00")).isEqualTo(1);
        assertThat(texts()).hasSize(1);
    }

    @Test // outreach 5.2: never on a Sunday; a confirmation that would come days later is not sent
    void what_was_asked_on_a_weekend_waits_for_monday_and_not_longer_than_three_days() {
        OutreachScenario weekend = stopped("2026-03-07T18:00");
        at(weekend, "2026-03-07T18:01");
        at(weekend, "2026-03-08T13:00");
        assertThat(texts()).isEmpty();
        at(weekend, "2026-03-09T12:00");
        assertThat(texts()).hasSize(1);

        OutreachScenario down = stopped("2026-03-02T14:00");
        assertThat(at(down, "2026-03-06T14:00"))
                .as("nobody looked for four days")
                .isEqualTo(1);
        assertThat(texts()).isEmpty();
        assertThat(at(down, "2026-03-06T15:00")).isZero();
    }

    @Test // outreach 4: when in doubt, do not resend
    void a_confirmation_of_which_nobody_knows_is_never_sent_again() {
        OutreachScenario scenario = stopped("2026-03-02T14:00");
        failNext(Fault.REQUEST_LOST);
        at(scenario, "2026-03-02T14:01");
        assertThat(at(scenario, "2026-03-02T16:00")).isZero();
        assertThat(texts()).isEmpty();
    }

    @Test // outreach 4.7: certainly not taken, so tried again; 1.5: a pause keeps it
    void a_confirmation_that_was_certainly_not_taken_is_tried_again() {
        OutreachScenario scenario = stopped("2026-03-02T14:00");
        failNext(Fault.UNREACHABLE);
        at(scenario, "2026-03-02T14:01");
        assertThat(texts()).isEmpty();
        assertThat(at(scenario, "2026-03-02T14:10")).isZero();
        assertThat(at(scenario, "2026-03-02T14:16")).isEqualTo(1);
        assertThat(texts()).hasSize(1);
    }

    @Test // clicksend 4.4: FILTERED: 3 in a day rest the number; number health: 7 days; outreach 3.3 check 30
    void a_number_that_carriers_filter_three_times_in_a_day_rests_for_a_week() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        LocalDate today = LocalDate.of(2026, 3, 2);
        var number = Objects.requireNonNull(scenario.on().texts())
                .number(scenario.client())
                .id();
        assertThat(scenario.in(() -> List.of(
                        rests().filtered(scenario.client(), number, today.minusDays(1)),
                        rests().filtered(scenario.client(), number, today),
                        rests().filtered(scenario.client(), number, today),
                        rests().filtered(scenario.client(), number, today))))
                .containsExactly(1, 1, 2, NumberRests.ENOUGH);
        Instant until = scenario.now().plus(NumberRests.REST);
        scenario.in(() -> rests().rest(scenario.client(), number, today, until));
        scenario.runFor(Duration.ofDays(5));

        assertThat(texts()).isEmpty();
        assertThat(Objects.requireNonNull(scenario.reread(lead).block()).code()).isEqualTo("resource_unhealthy");
        scenario.runFor(Duration.ofDays(5));
        assertThat(texts()).isNotEmpty();
        assertThat(scenario.touches(lead))
                .filteredOn(touch -> touch.sentAt() != null)
                .allSatisfy(touch -> assertThat(touch.sentAt()).isAfter(until));
    }
}
