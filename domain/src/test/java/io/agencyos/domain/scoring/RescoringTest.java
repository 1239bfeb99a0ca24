package io.agencyos.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.scoring.LeadFacts.Seo;
import io.agencyos.domain.scoring.weight.WeightsSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ALS-16, ALS-17 and the pure part of ALS-20. */
class RescoringTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private static long daysUntilNext(Lead lead) {
        return Rescoring.nextRescoreOn(lead.facts(), Contexts.platform())
                        .orElseThrow()
                        .toEpochDay()
                - Lead.TODAY.toEpochDay();
    }

    // ALS-16
    @Test
    void a_role_is_rescored_when_it_begins_and_at_180_and_360_days() {
        assertThat(daysUntilNext(Lead.unknown().role(-5))).isEqualTo(5);
        assertThat(daysUntilNext(Lead.unknown().role(0))).isEqualTo(180);
        assertThat(daysUntilNext(Lead.unknown().role(179))).isEqualTo(1);
        assertThat(daysUntilNext(Lead.unknown().role(180))).isEqualTo(180);
        assertThat(Rescoring.nextRescoreOn(Lead.unknown().role(360).facts(), Contexts.platform()))
                .isEmpty();
    }

    // ALS-16
    @Test
    void funding_posts_and_search_figures_age_as_well_and_the_earliest_counts() {
        assertThat(daysUntilNext(Lead.unknown().funded(360))).isEqualTo(360);
        assertThat(daysUntilNext(Lead.unknown().activity(List.of(90, 12), 0, 0, 0)))
                .isEqualTo(19);
        assertThat(daysUntilNext(Lead.unknown().seo(1, "1", 1, 1))).isEqualTo(90);
        assertThat(daysUntilNext(Lead.reference().seo(1, "1", 1, 1).activity(List.of(30), 0, 0, 0)))
                .isEqualTo(1);
        assertThat(Rescoring.nextRescoreOn(Lead.settled().facts(), Contexts.platform()))
                .isEmpty();
        assertThat(Rescoring.nextRescoreOn(Lead.unknown().seo(1, "1", 1, 1).facts(), Contexts.seoMode(SeoMode.OFF)))
                .isEmpty();
    }

    // ALS-16: the day begins in the client's zone
    @Test
    void a_rescore_is_due_when_its_day_begins() {
        assertThat(Rescoring.nextRescoreAt(Lead.unknown().role(179).facts(), Contexts.platform(), SYDNEY, NOW))
                .contains(Instant.parse("2026-03-02T13:00:00Z"));
    }

    // scoring 1.7, last paragraph
    @Test
    void a_failed_look_up_asks_for_one_more_score_after_fifteen_minutes() {
        assertThat(Rescoring.lookupRetryAt(
                        Lead.settled().buyer(Lookup.unavailable()).facts(), NOW))
                .contains(NOW.plusSeconds(900));
        assertThat(Rescoring.lookupRetryAt(Lead.settled().facts(), NOW)).isEmpty();
    }

    // ALS-15: no date is too far away
    @Test
    void dates_at_the_end_of_time_harm_nobody() {
        Lead lead = Lead.settled()
                .roleStartedOn(LocalDate.MAX)
                .fundedOn(LocalDate.MIN)
                .seo(Lookup.found(new Seo(1, null, null, null, LocalDate.MAX)));
        assertThat(lead.scored().components().timing()).isZero();
        assertThat(Rescoring.nextRescoreAt(lead.facts(), Contexts.platform(), SYDNEY, NOW))
                .isEmpty();
    }

    // ALS-17
    @Test
    void new_weights_leave_leads_in_sequence_alone_and_nothing_moves_a_frozen_one() {
        assertThat(Rescoring.mayRescore(ScoreCause.REWEIGHT, true, false)).isFalse();
        assertThat(Rescoring.mayRescore(ScoreCause.REWEIGHT, false, false)).isTrue();
        assertThat(Rescoring.mayRescore(ScoreCause.ICP_CHANGED, true, false)).isFalse();
        assertThat(Rescoring.mayRescore(ScoreCause.REFRESH, true, false)).isTrue();
        assertThat(Rescoring.mayRescore(ScoreCause.MANUAL, false, true)).isFalse();
    }

    // ALS-17, data model 5.6
    @Test
    void a_snapshot_has_every_column_of_the_history() {
        ScoreSnapshot snapshot = Lead.reference()
                .buyer(70, 2)
                .activity(List.of(5), 1, 1, 1)
                .scored()
                .snapshot(ScoreCause.BUYER_SIGNAL);
        assertThat(snapshot.buyerBoost()).isEqualTo(10);
        assertThat(snapshot.buyerReason()).isEqualTo("Has bought agency services before (2x)");
        assertThat(snapshot.boostSignals()).containsExactly("person_posts", "recent_post", "company_posts");
        assertThat(snapshot.weightsSource()).isEqualTo(WeightsSource.DEFAULT);
        assertThat(snapshot.weightsVersion()).isZero();
        assertThat(snapshot.factsVersion()).isEqualTo(7);
        assertThat(snapshot.modelVersion()).isEqualTo("als-1");
        assertThat(snapshot.cause()).isEqualTo(ScoreCause.BUYER_SIGNAL);
    }
}
