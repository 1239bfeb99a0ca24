package io.agencyos.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Source: scoring B12. */
class VetoTest {

    private static final Instant NOW = Instant.parse("2026-03-04T00:00:00Z");

    private static Veto.Facts facts(@Nullable Duration age, int touches, int vetoed) {
        return new Veto.Facts(age == null ? null : NOW.minus(age), touches, vetoed, 1_250, NOW);
    }

    @Test // B12: within 48 h
    void a_lead_is_rejected_in_its_first_two_days_only() {
        assertThat(Veto.refusal(facts(Duration.ZERO, 0, 0))).isEmpty();
        assertThat(Veto.refusal(facts(Duration.ofHours(48).minusSeconds(1), 0, 0)))
                .isEmpty();
        assertThat(Veto.refusal(facts(Duration.ofHours(48), 0, 0))).contains(Veto.Refusal.TOO_LATE);
    }

    @Test // B12: at most 5 % of the quota; Ignition 62, Velocity 112, Dominance 225
    void a_twentieth_of_the_quota_is_rejected_at_most() {
        assertThat(Veto.most(1_250)).isEqualTo(62);
        assertThat(Veto.most(2_250)).isEqualTo(112);
        assertThat(Veto.most(4_500)).isEqualTo(225);
        assertThat(Veto.refusal(facts(Duration.ZERO, 0, 61))).isEmpty();
        assertThat(Veto.refusal(facts(Duration.ZERO, 0, 62))).contains(Veto.Refusal.TOO_MANY);
    }

    @Test // B12: assigned, untouched
    void what_is_not_from_the_pool_or_was_written_to_is_not_rejected() {
        assertThat(Veto.refusal(facts(null, 0, 0))).contains(Veto.Refusal.NOT_FROM_THE_POOL);
        assertThat(Veto.refusal(facts(Duration.ZERO, 1, 0))).contains(Veto.Refusal.TOUCHED);
    }
}
