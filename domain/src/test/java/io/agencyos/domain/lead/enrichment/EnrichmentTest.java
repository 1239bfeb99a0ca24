package io.agencyos.domain.lead.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.lead.enrichment.Enrichment.Credit;
import io.agencyos.domain.lead.enrichment.Enrichment.Refusal;
import io.agencyos.domain.lead.enrichment.Enrichment.State;
import io.agencyos.domain.scoring.DeepEnrichmentGate;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Source: content 1.1. */
class EnrichmentTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final DeepEnrichmentGate.Decision DEEP =
            new DeepEnrichmentGate.Decision(true, List.of(DeepEnrichmentGate.Trigger.EXECUTIVE));

    private static Enrichment claimed(Credit credit) {
        return Enrichment.claimed(null, new ClientId(new UUID(0, 1)), new LeadId(new UUID(0, 2)), credit, NOW);
    }

    private static Instant in(Duration later) {
        return NOW.plus(later);
    }

    @Test // content 1.1: claim expires after 15 min
    void a_look_that_broke_off_is_taken_up_after_a_quarter_of_an_hour() {
        Enrichment claimed = claimed(Credit.NONE);
        assertThat(Enrichment.refusal(null, false, NOW)).isEmpty();
        assertThat(Enrichment.refusal(claimed, true, in(Duration.ofMinutes(15).minusSeconds(1))))
                .contains(Refusal.UNDER_WAY);
        assertThat(Enrichment.refusal(claimed, false, in(Duration.ofMinutes(15))))
                .isEmpty();
    }

    @Test // api 9.6: already enriched and not forced; flows 2.6: once per lead per 24 h
    void a_completed_lead_is_looked_up_again_by_wish_and_once_a_day() {
        Enrichment done = claimed(Credit.NONE).completed("apollo", 1, 900, DEEP, NOW);
        assertThat(Enrichment.refusal(done, false, in(Duration.ofDays(400)))).contains(Refusal.ALREADY_ENRICHED);
        assertThat(Enrichment.refusal(done, true, in(Duration.ofHours(24).minusSeconds(1))))
                .contains(Refusal.TOO_SOON);
        assertThat(Enrichment.refusal(done, true, in(Duration.ofHours(24)))).isEmpty();
    }

    @Test // content 1.1: next try in 7 days, at most 3 attempts
    void whoever_is_not_found_is_tried_three_times_a_week_apart() {
        Enrichment missed = claimed(Credit.NONE).missed(State.NOT_FOUND, NOW);
        assertThat(Enrichment.refusal(missed, false, in(Duration.ofDays(7).minusSeconds(1))))
                .contains(Refusal.TOO_SOON);
        assertThat(Enrichment.refusal(missed, false, in(Duration.ofDays(7)))).isEmpty();
        Enrichment thrice = missed.missed(State.IDENTITY_MISMATCH, NOW).missed(State.NOT_FOUND, NOW);
        assertThat(Enrichment.refusal(thrice, false, in(Duration.ofDays(700)))).contains(Refusal.GIVEN_UP);
        assertThat(Enrichment.refusal(thrice, true, in(Duration.ofDays(1))))
                .as("a person may try all the same")
                .isEmpty();
        assertThat(thrice.completed("apollo", 1, 900, DEEP, NOW).misses()).isZero();
    }

    @Test // content 1.1: reserve -> settle (keep) or release
    void a_credit_is_put_aside_and_spent_only_when_somebody_is_found() {
        assertThat(claimed(Credit.RESERVED)
                        .completed("apollo", 1, 900, DEEP, NOW)
                        .credit())
                .isEqualTo(Credit.CHARGED);
        assertThat(claimed(Credit.RESERVED).missed(State.NOT_FOUND, NOW).credit())
                .isEqualTo(Credit.NONE);
        assertThat(claimed(Credit.NONE)
                        .completed(Enrichment.POOL, 0, 900, DEEP, NOW)
                        .credit())
                .isEqualTo(Credit.NONE);
        Enrichment charged = claimed(Credit.RESERVED).completed("apollo", 1, 900, DEEP, NOW);
        Enrichment again = Enrichment.claimed(charged, charged.clientId(), charged.lead(), Credit.NONE, NOW);
        assertThat(again.credit()).isEqualTo(Credit.CHARGED);
        assertThat(again.missed(State.NOT_FOUND, NOW).credit()).isEqualTo(Credit.CHARGED);
        assertThat(again.completed("apollo", 2, 900, DEEP, NOW).vendorCredits()).isEqualTo(3);
    }

    @Test
    void without_credits_or_with_the_vendor_away_nothing_is_counted() {
        Enrichment poor = claimed(Credit.NONE).missed(State.NO_CREDITS, NOW);
        assertThat(poor.misses()).isZero();
        assertThat(Enrichment.refusal(poor, false, NOW)).isEmpty();
        assertThat(Enrichment.refusal(claimed(Credit.NONE).missed(State.FAILED, NOW), false, NOW))
                .isEmpty();
    }
}
