package io.agencyos.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.outreach.gate.GateClass;
import io.agencyos.domain.outreach.gate.GateReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** POOL-15: each predicate of the table is a check of the gate, with the act that the table names. */
class PoolPredicatesTest {

    @ParameterizedTest // POOL-15: skip step (S), defer (D), stop sequence (X)
    @CsvSource({
        "owned, NOT_ASSIGNED, STOP",
        "contactable, UNSUBSCRIBED_GLOBALLY, STOP",
        "contactable, SUPPRESSED, STOP",
        "contactable, POOL_STATUS, STOP",
        "score alive, ALS_DEAD, STOP",
        "score alive while unscored, NOT_SCORED, DEFER",
        "channel allowed, CHANNEL_TIER, SKIP",
        "address usable, UNVERIFIED_EMAIL, SKIP",
        "address usable, INVALID_EMAIL, SKIP",
        "address usable, EMAIL_MISSING, SKIP",
        "address usable, PHONE_MISSING, SKIP",
        "address usable, LINKEDIN_URL_MISSING, SKIP",
        "address usable, ADDRESS_MISSING, SKIP",
        "register, DNCR_LISTED, SKIP",
        "register washed too long ago, DNCR_STALE, DEFER",
        "register that four washes could not reach, DNCR_UNAVAILABLE, SKIP",
        "touch limits, MAX_TOUCHES_REACHED, STOP",
        "spacing since any touch, TOO_RECENT, DEFER",
        "spacing on the same channel, CHANNEL_COOLDOWN, DEFER",
        "resource healthy, RESOURCE_UNHEALTHY, DEFER",
        "resource with quota, RATE_LIMIT, DEFER"
    })
    void a_predicate_that_fails_acts_as_the_table_says(String predicate, GateReason reason, GateClass act) {
        assertThat(reason.classes()).as(predicate).containsExactly(act);
        assertThat(reason.check()).as(predicate).isPositive();
    }
}
