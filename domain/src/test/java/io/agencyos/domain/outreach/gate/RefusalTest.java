package io.agencyos.domain.outreach.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.campaign.enrolment.EnrolmentHold;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** Every code that a gate can answer, families with each of their words. */
    private static Stream<String> codes() {
        return Arrays.stream(GateReason.values())
                .flatMap(reason -> Stream.concat(Stream.of(""), WORDS.stream().map(word -> "_" + word))
                        .map(reason.wire()::concat))
                .filter(code -> GateCode.parse(code).isPresent())
                .distinct();
    }

    private static final List<String> WORDS = Stream.<Vocabulary[]>of(
                    Channel.values(),
                    SuppressionReason.values(),
                    LeadStatus.values(),
                    PoolStatus.values(),
                    Intent.values())
            .flatMap(Arrays::stream)
            .map(Vocabulary::wire)
            .distinct()
            .toList();

    @ParameterizedTest // outreach 3.4: one sentence with the action that lifts it
    @MethodSource("codes")
    void every_code_says_in_one_sentence_what_to_do(String code) {
        Refusal told = Refusal.of(code, null, null);
        assertThat(told.code()).isEqualTo(code);
        assertThat(told.whatToDo())
                .hasSizeBetween(15, 120)
                .matches("[A-Z].*[.)]")
                .doesNotContain("_");
        if (told.gateClass() == GateClass.HOLD || told.gateClass() == GateClass.DEFER) {
            assertThat(told.untilEvent()).isNotNull();
        }
    }

    @ParameterizedTest // outreach 6.2, removal: nobody is sent to take back what stays
    @EnumSource
    void an_entry_is_to_be_removed_where_its_reader_may_remove_it(SuppressionReason reason) {
        String told = GateCode.suppressed(reason).whatToDo();
        assertThat(told.startsWith("Remove the entry"))
                .isEqualTo(SuppressionReason.REMOVABLE_BY_CLIENTS.contains(reason));
        assertThat(told.startsWith("This stays")).isEqualTo(reason.isForGood());
    }

    @ParameterizedTest // outreach 2.6: a run that has ended says what follows from it, each reason its own
    @EnumSource
    void every_end_of_a_run_says_what_follows(StopReason.Plain reason) {
        assertThat(EndedRun.whatToDo(reason.wire())).hasSizeBetween(15, 120).endsWith(".");
        assertThat(Refusal.of(reason.wire(), null, null).gateClass()).isEqualTo(GateClass.STOP);
        assertThat(Refusal.of(reason.wire(), null, null).untilEvent()).isNull();
        assertThat(EndedRun.whatToDo("suppressed_competitor")).startsWith("Remove the entry");
        assertThat(EndedRun.whatToDo("meeting_booked")).isEqualTo(GateReason.MEETING_BOOKED.whatToDo());
    }

    @Test // outreach 3.5: an address of which nothing is known is verified and tried a day later
    void an_address_that_is_being_verified_waits_and_is_not_passed_over() {
        assertThat(Refusal.of("unverified_email", NOON, null).gateClass()).isEqualTo(GateClass.DEFER);
        assertThat(Refusal.of("unverified_email", null, null).gateClass()).isEqualTo(GateClass.SKIP);
        assertThat(Refusal.of("bounced_globally", NOON, null).until()).isEqualTo(NOON);
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
