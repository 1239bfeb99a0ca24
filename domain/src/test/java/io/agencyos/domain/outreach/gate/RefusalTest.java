package io.agencyos.domain.outreach.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.enrolment.EnrolmentHold;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever waits hears until when, or what ends it, and what to do. Source: outreach 3.4 "never silent". */
class RefusalTest {

    private static final Instant NOON = Instant.parse("2026-03-02T01:00:00Z");

    private static String wire(GateReason reason) {
        return Set.of(GateReason.NO_RESOURCE, GateReason.RATE_LIMIT).contains(reason)
                ? reason.wire() + "_email"
                : reason.wire();
    }

    private static boolean waits(GateReason reason) {
        return reason.classes().contains(GateClass.HOLD) || reason.classes().contains(GateClass.DEFER);
    }

    @ParameterizedTest // outreach 3.4: code, class, until-when and what to do
    @EnumSource
    void every_reason_that_waits_names_what_ends_it(GateReason reason) {
        assertThat(reason.whatToDo()).hasSizeBetween(10, 120);
        if (waits(reason)) {
            assertThat(reason.endedBy()).matches("[a-z]+([._][a-z]+)+");
            assertThat(Refusal.of(wire(reason), null, null).untilEvent()).isEqualTo(reason.endedBy());
            assertThat(Refusal.of(wire(reason), NOON, null).untilEvent())
                    .as("the instant says it")
                    .isNull();
        }
    }

    @Test // api 9.19, the example
    void a_paused_client_waits_for_an_admin_who_resumes_it() {
        assertThat(Refusal.of("client_paused", null, null))
                .isEqualTo(new Refusal(
                        "client_paused", 4, GateClass.HOLD, null, "outreach.resumed", "Resume outreach (admin)"));
    }

    @ParameterizedTest // outreach 2.6, vocabulary 17 enrolment holds
    @EnumSource
    void every_hold_of_an_enrolment_names_what_ends_it(EnrolmentHold hold) {
        Refusal told = Refusal.of(hold.wire(), null, "Confirm that this lead is still worth it, then resume.");
        assertThat(told.untilEvent()).isNotBlank();
        assertThat(told.whatToDo()).startsWith("Confirm");
        assertThat(Refusal.of(hold.wire(), null, null).whatToDo()).isNotBlank();
    }

    @Test // outreach 3.4: a hold speaks before a stop, and an instant makes it a deferral
    void a_reason_with_two_classes_is_told_by_the_one_that_waits() {
        assertThat(Refusal.of("campaign_inactive", null, null).gateClass()).isEqualTo(GateClass.HOLD);
        assertThat(Refusal.of("too_recent", NOON, null).gateClass()).isEqualTo(GateClass.DEFER);
        assertThat(Refusal.of("too_recent", NOON, null).until()).isEqualTo(NOON);
        assertThat(Refusal.of("suppressed_competitor", null, null).gateClass()).isEqualTo(GateClass.STOP);
    }
}
