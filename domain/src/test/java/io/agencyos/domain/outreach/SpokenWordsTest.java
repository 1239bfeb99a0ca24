package io.agencyos.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.outreach.SpokenWords.Line;
import io.agencyos.domain.outreach.SpokenWords.Speaker;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpokenWordsTest {

    @Test // vapi 6, example report; api 9.11
    void a_transcript_is_told_turn_by_turn() {
        assertThat(SpokenWords.lines("AI: Hi Priya… User: Friday works.\nAI: Thank you."))
                .containsExactly(
                        new Line(Speaker.AGENT, "Hi Priya…"),
                        new Line(Speaker.LEAD, "Friday works."),
                        new Line(Speaker.AGENT, "Thank you."));
        assertThat(SpokenWords.lines("nobody is named")).isEmpty();
    }

    @Test // outreach 10.9: personal identifiers removed at 90 days
    void people_leave_a_transcript_and_the_rest_stays() {
        assertThat(SpokenWords.withoutPeople(
                        "AI: Hi Priya. User: Priya's desk? Write to priya@harbour.example or 0491 570 006, says Raman.",
                        List.of("Priya", "Raman", "")))
                .isEqualTo(
                        "AI: Hi [removed]. User: [removed]'s desk? Write to [removed] or [removed], says [removed].");
        assertThat(SpokenWords.withoutPeople("User: An annual plan", List.of("Ann")))
                .isEqualTo("User: An annual plan");
    }
}
