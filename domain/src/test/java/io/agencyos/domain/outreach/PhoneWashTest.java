package io.agencyos.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.outreach.PhoneWash.Answer;
import io.agencyos.domain.outreach.gate.GateFacts.Address.Register;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneWashTest {

    private static final PhoneNumber PRIYA = new PhoneNumber("+61491570006");
    private static final LocalDate FIRST_OF_MARCH = LocalDate.parse("2026-03-01");
    private static final Instant NOON = Instant.parse("2026-03-01T01:00:00Z");

    private static final PhoneWash NEVER = PhoneWash.never(PRIYA);

    @ParameterizedTest // outreach 6.5: washed on 1 March 2026
    @CsvSource({"2026-03-01, CLEAN", "2026-03-28, CLEAN", "2026-03-29, STALE", "2026-03-30, STALE", "2026-03-31, STALE"
    })
    void a_wash_is_relied_on_for_27_days_and_then_asked_for_again(LocalDate callDate, Register register) {
        assertThat(NEVER.answered(Answer.CLEAN, FIRST_OF_MARCH, "w1").on(callDate, false))
                .isEqualTo(register);
    }

    @Test // outreach check 23: wash now, 4 failures skip
    void an_unwashed_number_waits_for_four_tries_and_no_longer() {
        PhoneWash one = NEVER;
        for (int tries = 0; tries < 4; tries++) {
            assertThat(one.on(FIRST_OF_MARCH, false))
                    .as("after %d tries", tries)
                    .isEqualTo(Register.STALE);
            one = one.missed();
        }
        assertThat(one.on(FIRST_OF_MARCH, false)).isEqualTo(Register.UNAVAILABLE);
        assertThat(one.missed().failures()).as("no more are counted").isEqualTo(4);
    }

    @Test // outreach 6.5: fail closed; a listed number with express consent
    void consent_opens_a_listed_number_and_not_an_unwashed_one() {
        PhoneWash listed = NEVER.answered(Answer.LISTED, FIRST_OF_MARCH, "w1");
        assertThat(listed.on(FIRST_OF_MARCH, false)).isEqualTo(Register.LISTED);
        assertThat(listed.on(FIRST_OF_MARCH, true)).isEqualTo(Register.CLEAN);
        assertThat(NEVER.on(FIRST_OF_MARCH, true)).isEqualTo(Register.STALE);
    }

    @ParameterizedTest // vendors/dncr 3, outreach 6.3: +64 is no matter of the register, six digits cannot be washed
    @CsvSource({"+64211234567, NOT_APPLICABLE", "+61131234, UNAVAILABLE", "+611300123456, STALE"})
    void the_register_is_asked_about_numbers_that_it_can_know(String number, Register register) {
        assertThat(PhoneWash.never(new PhoneNumber(number)).on(FIRST_OF_MARCH, false))
                .isEqualTo(register);
    }

    @Test // vendors/dncr 1: flagged invalid, not resubmitted for 90 days
    void an_invalid_number_is_closed_and_left_out_for_ninety_days() {
        PhoneWash invalid = NEVER.needed(NOON)
                .out("w1")
                .answered(Answer.INVALID, FIRST_OF_MARCH, "w1")
                .needed(NOON);
        assertThat(invalid.on(FIRST_OF_MARCH, true)).isEqualTo(Register.UNAVAILABLE);
        assertThat(invalid.isDue(FIRST_OF_MARCH.plusDays(89))).isFalse();
        assertThat(invalid.isDue(FIRST_OF_MARCH.plusDays(90))).isTrue();
        assertThat(invalid.on(FIRST_OF_MARCH.plusDays(90), false)).isEqualTo(Register.STALE);
    }

    @Test // vendors/dncr 4: numbers already in an open batch are not submitted
    void a_number_is_in_one_wash_at_a_time() {
        PhoneWash needed = NEVER.needed(NOON);
        assertThat(NEVER.isDue(FIRST_OF_MARCH)).as("nobody needs it").isFalse();
        assertThat(needed.isDue(FIRST_OF_MARCH)).isTrue();
        assertThat(needed.out("w1").isDue(FIRST_OF_MARCH)).isFalse();
        assertThat(needed.out("w1").unanswered().isDue(FIRST_OF_MARCH)).isTrue();
        assertThat(needed.out("w1").answered(Answer.CLEAN, FIRST_OF_MARCH, "w1").isDue(FIRST_OF_MARCH))
                .isFalse();
    }

    @Test
    void an_earlier_need_stays() {
        assertThat(NEVER.needed(NOON).needed(NOON.plusSeconds(60)).neededAt()).isEqualTo(NOON);
        assertThat(NEVER.needed(NOON).needed(NOON.minusSeconds(60)).neededAt()).isEqualTo(NOON.minusSeconds(60));
    }

    @Test // vendors/dncr 5: rejected if older than 24 h
    void a_result_counts_once_and_within_a_day() {
        Wash wash = Wash.sent("w1", 3, NOON);
        Instant next = NOON.plusSeconds(86_400);
        assertThat(wash.refuses(NOON.plusSeconds(60), next)).isNull();
        assertThat(wash.refuses(NOON, next.plusSeconds(1))).isEqualTo(Wash.Refusal.WRONG_TIME);
        assertThat(wash.refuses(NOON.minusSeconds(1), next))
                .as("before it left")
                .isEqualTo(Wash.Refusal.WRONG_TIME);
        assertThat(wash.refuses(next.plusSeconds(1), next)).as("not yet").isEqualTo(Wash.Refusal.WRONG_TIME);
        assertThat(wash.done(NOON, 1, 1).refuses(NOON, next)).isEqualTo(Wash.Refusal.NOT_OPEN);
        assertThat(wash.failed().refuses(NOON, next)).isEqualTo(Wash.Refusal.NOT_OPEN);
    }
}
