package io.agencyos.domain.lead.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.LeadScoreId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinerLooksTest {

    @ParameterizedTest // content E-3; flows 2.6: 50→7, 10→1, 6→1, 0→0
    @CsvSource({"0, 0", "1, 1", "6, 1", "7, 1", "10, 1", "13, 1", "14, 2", "50, 7", "100, 15"})
    void the_dearer_questions_are_asked_for_a_few_of_many(int leads, int most) {
        assertThat(FinerLooks.most(leads)).isEqualTo(most);
    }

    @ParameterizedTest // scoring ALS-4: hiring gives 5, and hot begins at 85
    @CsvSource({"79, false, false", "80, false, true", "100, false, true", "95, true, false"})
    void jobs_are_asked_for_where_they_decide_something(int score, boolean gated, boolean decides) {
        assertThat(FinerLooks.decides(new ScoreSummary(
                        new LeadScoreId(new UUID(1, 1)), score, Tier.WARM, gated, List.of(), Instant.EPOCH, null)))
                .isEqualTo(decides);
    }

    @Test
    void a_lead_without_a_score_is_not_looked_at() {
        assertThat(FinerLooks.decides(null)).isFalse();
    }
}
