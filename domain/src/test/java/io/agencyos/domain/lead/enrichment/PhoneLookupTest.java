package io.agencyos.domain.lead.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.lead.enrichment.PhoneLookup.State;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** apollo 7, 8.1. */
class PhoneLookupTest {

    private static final Instant ASKED = Instant.parse("2026-09-01T22:15:00Z");
    private static final PhoneLookup QUESTION =
            PhoneLookup.asked(new ClientId(new UUID(0, 2)), new LeadId(new UUID(0, 3)), "data", "a".repeat(64), ASKED);

    private static Instant after(long minutes) {
        return ASKED.plus(Duration.ofMinutes(minutes));
    }

    @Test // apollo 7: after 2, 5, 15, 60 minutes, then hourly to 24 h, then give up
    void the_answer_is_asked_for_ever_more_seldom_and_for_a_day() {
        PhoneLookup waiting = QUESTION.taken("-42", 1, ASKED);
        List<Instant> looks = new ArrayList<>();
        while (waiting.nextLook() != null) {
            looks.add(waiting.nextLook());
            waiting = waiting.notYet(Duration.ofSeconds(30), waiting.nextLook());
        }
        assertThat(looks).hasSize(27).startsWith(after(2), after(5), after(15), after(60), after(120));
        assertThat(looks).endsWith(after(24 * 60));
        assertThat(waiting.state()).isEqualTo(State.NOT_FOUND);
        assertThat(waiting.vendorCredits()).isEqualTo(1);
    }

    @Test // apollo 7: retry_after_seconds
    void the_vendor_may_want_us_to_wait_longer() {
        PhoneLookup waiting = QUESTION.taken("-42", 0, ASKED).notYet(Duration.ofMinutes(10), after(2));
        assertThat(waiting.nextLook()).isEqualTo(after(12));
    }

    @Test // apollo 7: the callback is a trigger
    void what_is_told_is_looked_at_at_once_and_changes_nothing_once_it_is_over() {
        PhoneLookup told = QUESTION.taken("-42", 0, ASKED).told("-666", after(1));
        assertThat(told.nextLook()).isEqualTo(after(1));
        assertThat(told.request()).as("the receipt counts, not what is told").isEqualTo("-42");
        PhoneLookup over = told.over(State.FOUND, 8);
        assertThat(over.told("-42", after(3))).isEqualTo(over);
        assertThat(over.isBelieved(after(48 * 60 - 1))).isTrue();
        assertThat(over.isBelieved(after(48 * 60))).isFalse();
    }

    @Test // apollo 8.1: the token may still bring the result; after 24 h without one, the lead is eligible again
    void a_question_whose_receipt_was_lost_may_still_be_answered_and_is_repeated_after_a_day() {
        assertThat(QUESTION.nextLook()).isNull();
        assertThat(QUESTION.mayBeAskedAgain(after(24 * 60 - 1))).isFalse();
        assertThat(QUESTION.mayBeAskedAgain(after(24 * 60))).isTrue();
        PhoneLookup told = QUESTION.told("-42", after(9));
        assertThat(told.request()).isEqualTo("-42");
        assertThat(told.nextLook()).isEqualTo(after(9));
        assertThat(told.mayBeAskedAgain(after(24 * 60))).isFalse();
        assertThat(QUESTION.told(null, after(9))).isEqualTo(QUESTION);
    }

    @Test
    void who_has_no_number_is_asked_about_again_when_the_record_is_old() {
        PhoneLookup over = QUESTION.taken("-42", 1, ASKED).over(State.NOT_FOUND, 0);
        assertThat(over.mayBeAskedAgain(ASKED.plus(Enrichment.KEEPS).minusSeconds(1)))
                .isFalse();
        assertThat(over.mayBeAskedAgain(ASKED.plus(Enrichment.KEEPS))).isTrue();
    }
}
