package io.agencyos.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.outreach.gate.GateFacts;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoNotCallStandingTest {

    private static final LocalDate FIRST_OF_MARCH = LocalDate.parse("2026-03-01");

    @ParameterizedTest // outreach 6.5: washed on 1 March 2026
    @CsvSource({
        "2026-03-01, CLEAN",
        "2026-03-28, CLEAN",
        "2026-03-29, STALE",
        "2026-03-30, STALE",
        "2026-03-31, STALE",
        "2026-02-28, STALE"
    })
    void a_wash_is_relied_on_for_27_days(LocalDate callDate, GateFacts.Address.Register register) {
        assertThat(new DoNotCallStanding.Clean(FIRST_OF_MARCH, "w1").on(callDate, false))
                .isEqualTo(register);
    }

    @Test // outreach 6.5: fail closed
    void nothing_known_is_never_clean_not_even_with_consent() {
        assertThat(new DoNotCallStanding.Unknown().on(FIRST_OF_MARCH, true))
                .isEqualTo(GateFacts.Address.Register.UNAVAILABLE);
    }

    @Test // outreach 6.5: overrides
    void who_is_listed_is_called_with_express_consent_only() {
        DoNotCallStanding listed = new DoNotCallStanding.Listed(FIRST_OF_MARCH, "w1");
        assertThat(listed.on(FIRST_OF_MARCH, false)).isEqualTo(GateFacts.Address.Register.LISTED);
        assertThat(listed.on(FIRST_OF_MARCH, true)).isEqualTo(GateFacts.Address.Register.CLEAN);
    }
}
