package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.channel.LinkedInCommand;
import io.agencyos.application.outreach.engine.VendorLines;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Seats that LinkedIn does not answer, beside others that it answers. */
public abstract class SilentSeatStories extends FollowUpStories {

    /** An act that reached a person, looks included. */
    public record Done(Instant at, LinkedInCommand act) {}

    /** Everything that reached a person, oldest first. */
    protected abstract List<Done> acts();

    final List<Done> acts(TouchKind kind) {
        return acts().stream().filter(done -> done.act().kind() == kind).toList();
    }

    @Test // unipile Beyond "same-person guard": by the lasting id, because public names change
    void one_person_under_two_names_is_invited_by_one_seat_of_a_client() {
        OutreachScenario scenario = autopilot();
        Lead known = scenario.lead();
        scenario.on().linkedIn().strangers();
        Lead twin = scenario.leads(1).getFirst();
        scenario.in(() -> {
            scenario.on()
                    .linkedIn()
                    .ports()
                    .refs()
                    .remember(
                            scenario.client(),
                            Channel.LINKEDIN,
                            "person/" + LinkedInBook.page(twin).slug(),
                            known.id(),
                            scenario.now());
            return twin;
        });
        scenario.runFor(Duration.ofDays(2));

        assertThat(acts(TouchKind.LI_INVITE))
                .singleElement()
                .satisfies(done -> assertThat(done.act().profile()).isEqualTo(LinkedInBook.page(known)));
        assertThat(scenario.on().linkedIn().isInvalid(twin)).isTrue();
    }

    @Test // unipile 1 "breaker key", check 37: a seat that LinkedIn does not answer waits alone
    void while_one_seat_is_silent_another_one_goes_on() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        String[] silent = {LinkedInBook.ACCOUNT};
        VendorLines lines = (client, line) ->
                silent[0].equals(line.member()) ? Optional.of(Duration.ofMinutes(4)) : Optional.empty();
        OutreachUseCases behind = new OutreachUseCases(
                scenario.on().stores(),
                scenario.on().world().over(lines),
                scenario.on().outlets(),
                scenario.on().units(),
                clock::get,
                UUID::randomUUID,
                () -> 0L);
        aMorning(behind, scenario);
        assertThat(acts()).isEmpty();
        assertThat(scenario.in(() -> scenario.on().world().leads().leads().find(scenario.client(), lead.id()))
                        .orElseThrow()
                        .block())
                .extracting(Lead.Block::code)
                .isEqualTo("vendor_unavailable");

        silent[0] = "acc_of_somebody_else";
        aMorning(behind, scenario);
        assertThat(acts(TouchKind.LI_INVITE)).hasSize(1);
    }

    private static void aMorning(OutreachUseCases outreach, OutreachScenario scenario) {
        for (int quarter = 0; quarter < 16; quarter++) {
            outreach.plan().run(scenario.client(), 50);
            outreach.draft().run(scenario.client(), 50);
            outreach.commit().run(scenario.client(), 50);
            outreach.dispatch().run(scenario.client(), 50);
            scenario.advance(Duration.ofMinutes(15));
        }
    }
}
