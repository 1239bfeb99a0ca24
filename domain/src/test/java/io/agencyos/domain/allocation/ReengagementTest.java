package io.agencyos.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.lead.LeadHistory;
import io.agencyos.domain.lead.LeadStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReengagementTest {

    private static final Instant CONTACT = Instant.parse("2026-03-10T00:00:00Z");
    private static final LeadHistory ANSWERED =
            LeadHistory.NONE.touched(CONTACT).replied(CONTACT);

    @ParameterizedTest // POOL-5: contacted 2026-03-10 -> 2026-06-08; a no of 2026-03-10 -> 2026-09-06
    @CsvSource({
        "COMPLETED, 2026-06-08T00:00:00Z",
        "ARCHIVED, 2026-06-08T00:00:00Z",
        "NOT_INTERESTED, 2026-09-06T00:00:00Z"
    })
    void a_lead_rests_before_it_is_taken_up_again(LeadStatus status, Instant until) {
        assertThat(Reengagement.refusal(status, ANSWERED, until.minusSeconds(1)))
                .contains(new Reengagement.NotEligible(until));
        assertThat(Reengagement.refusal(status, ANSWERED, until)).isEmpty();
    }

    @Test // POOL-5: never contacted, at once
    void who_was_never_written_to_does_not_rest() {
        assertThat(Reengagement.refusal(LeadStatus.ARCHIVED, LeadHistory.NONE, CONTACT))
                .isEmpty();
    }

    @Test // api 9.6: terminal, or not ended at all
    void what_lives_or_ended_for_good_is_never_taken_up() {
        Set<LeadStatus> never =
                EnumSet.complementOf(EnumSet.of(LeadStatus.COMPLETED, LeadStatus.ARCHIVED, LeadStatus.NOT_INTERESTED));

        assertThat(never)
                .allSatisfy(status -> assertThat(Reengagement.refusal(status, LeadHistory.NONE, Instant.MAX))
                        .contains(new Reengagement.NotEligible(null)));
    }
}
