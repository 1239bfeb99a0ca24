package io.agencyos.domain.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.client.ClientHealth.Facts;
import io.agencyos.domain.client.ClientHealth.Level;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClientHealthTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    private static ClientHealth health(Facts facts) {
        return ClientHealth.of(facts, NOW);
    }

    private static Instant ago(Duration time) {
        return NOW.minus(time);
    }

    @Test // api 9.17: all well → 100
    void a_client_with_whom_all_is_well_has_a_hundred() {
        ClientHealth well = health(new Facts(2, ago(Duration.ofHours(24)), 1_000, 20, SubscriptionStatus.ACTIVE));

        assertThat(well).isEqualTo(new ClientHealth(20, 20, 30, 15, 15));
        assertThat(well.score()).isEqualTo(100);
        assertThat(well.level()).isEqualTo(Level.HEALTHY);
    }

    @Test // api 9.17: past due, active campaign, last send 30 h, bounce 3 % → 25
    void one_that_does_not_pay_and_bounces_is_critical() {
        ClientHealth bad = health(new Facts(1, ago(Duration.ofHours(30)), 100, 3, SubscriptionStatus.PAST_DUE));

        assertThat(bad.score()).isEqualTo(25);
        assertThat(bad.level()).isEqualTo(Level.CRITICAL);
    }

    @Test // api 9.17: new trial, nothing yet → 50
    void a_new_trial_is_at_risk() {
        ClientHealth fresh = health(new Facts(0, null, 0, 0, SubscriptionStatus.TRIALING));

        assertThat(fresh.score()).isEqualTo(50);
        assertThat(fresh.level()).isEqualTo(Level.AT_RISK);
    }

    @Test // api 9.17: ≤2 % 15, ≤5 % 0, −15 above; last send ≤24 h 30, ≤48 h 15; clamp
    void the_steps_are_where_the_table_has_them() {
        assertThat(health(new Facts(0, null, 100, 2, null)).bounces()).isEqualTo(15);
        assertThat(health(new Facts(0, null, 1_000, 21, null)).bounces()).isZero();
        assertThat(health(new Facts(0, null, 100, 5, null)).bounces()).isZero();
        assertThat(health(new Facts(0, null, 1_000, 51, null)).bounces()).isEqualTo(-15);
        assertThat(health(new Facts(0, ago(Duration.ofHours(24).plusMillis(1)), 0, 0, null))
                        .recency())
                .isEqualTo(15);
        assertThat(health(new Facts(0, ago(Duration.ofHours(48)), 0, 0, null)).recency())
                .isEqualTo(15);
        assertThat(health(new Facts(0, ago(Duration.ofHours(48).plusMillis(1)), 0, 0, null))
                        .recency())
                .isZero();
        assertThat(health(new Facts(0, null, 10, 9, SubscriptionStatus.PAST_DUE))
                        .score())
                .isZero();
        assertThat(health(new Facts(0, null, 0, 0, SubscriptionStatus.PAUSED)).subscription())
                .isZero();
        assertThat(health(new Facts(1, ago(Duration.ZERO), 0, 0, SubscriptionStatus.PAST_DUE))
                        .level())
                .as("20 + 20 + 30 + 15 - 30")
                .isEqualTo(Level.AT_RISK);
    }
}
