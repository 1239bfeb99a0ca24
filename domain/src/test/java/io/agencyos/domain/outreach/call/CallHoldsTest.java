package io.agencyos.domain.outreach.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallHoldsTest {

    private static final PhoneNumber FROM = new PhoneNumber("+61255500110");
    private static final PhoneNumber OTHER = new PhoneNumber("+61255500111");
    private static final CampaignId CAMPAIGN = new CampaignId(new UUID(0, 1));
    private static final Instant FAILED = Instant.parse("2026-03-03T02:00:00Z");

    private static CallHolds after(CallTrouble why, Duration time) {
        return CallHolds.of(List.of(new CallHolds.Failed(CAMPAIGN, FROM, why, FAILED)), FAILED.plus(time));
    }

    @ParameterizedTest // vapi 5.1: hold for the number; to the next UTC day (22 hours later)
    @CsvSource({"CARRIER_RIGHTS, PT24H", "NUMBER_SETUP, PT24H", "NUMBER_SPENT, PT22H"})
    void a_number_rests_and_the_others_call(CallTrouble why, Duration time) {
        CallHolds before = after(why, time.minusSeconds(1));
        assertThat(before.rests(FROM)).isTrue();
        assertThat(before.rests(OTHER)).isFalse();
        assertThat(after(why, time).rests(FROM)).isFalse();
    }

    @ParameterizedTest // vapi 5.1: hold 60 s; vendor hold; the tenant's voice channel is held
    @CsvSource({"RATE_LIMITED, PT60S", "OUT_OF_CREDITS, PT15M", "FRAUD_CHECK, PT24H"})
    void nobody_of_the_client_is_called(CallTrouble why, Duration time) {
        assertThat(after(why, time.minusSeconds(1)).rests(OTHER)).isTrue();
        assertThat(after(why, time)).isEqualTo(CallHolds.NONE);
    }

    @Test // vapi 5.1: the campaign's voice step held
    void an_assistant_that_does_not_work_silences_its_campaign_alone() {
        CallHolds before = after(CallTrouble.ASSISTANT_SETUP, Duration.ofDays(1).minusSeconds(1));
        assertThat(before.rests(CAMPAIGN)).isTrue();
        assertThat(before.rests(new CampaignId(new UUID(0, 2)))).isFalse();
        assertThat(before.rests(FROM)).isFalse();
        assertThat(after(CallTrouble.ASSISTANT_SETUP, Duration.ofDays(1))).isEqualTo(CallHolds.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"LINE", "MISDIALLED", "UNKNOWN_END_REASON"})
    void what_lies_with_neither_holds_neither(CallTrouble why) {
        assertThat(after(why, Duration.ZERO)).isEqualTo(CallHolds.NONE);
    }

    @Test
    void a_number_that_is_gone_holds_nobody() {
        assertThat(CallHolds.of(
                        List.of(new CallHolds.Failed(CAMPAIGN, null, CallTrouble.NUMBER_SETUP, FAILED)),
                        FAILED.plusSeconds(1)))
                .isEqualTo(CallHolds.NONE);
    }
}
