package io.agencyos.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.content.model.AnswerShape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnowledgeBaseTest {

    @Test // content 3.13: the keys
    void its_shape_has_every_key_of_a_call() {
        assertThat(KnowledgeBase.shape()).isInstanceOfSatisfying(AnswerShape.Fields.class, shape -> {
            assertThat(shape.fields())
                    .containsOnlyKeys(
                            "pronunciation",
                            "company_context",
                            "talking_points",
                            "opening_hooks",
                            "recommended_opener",
                            "pain_points",
                            "pain_point_questions",
                            "objection_responses",
                            "do_not_mention",
                            "transition_phrases",
                            "competitor_intel",
                            "meeting_ask",
                            "calendar_link_mention",
                            "closing_summary");
            assertThat(shape.fields().get("talking_points"))
                    .isEqualTo(new AnswerShape.Many(new AnswerShape.Text(300), 0, 5));
            assertThat(shape.fields().get("pain_point_questions"))
                    .isEqualTo(new AnswerShape.Many(new AnswerShape.Text(300), 3, 3));
            assertThat(((AnswerShape.Fields) shape.fields().get("objection_responses")).fields())
                    .containsKeys("not_interested", "how_did_you_get_my_number", "custom");
        });
    }

    @Test
    void what_is_empty_has_no_line() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("pronunciation", "");
        answer.put("talking_points", List.of("One.", " "));
        answer.put("objection_responses", Map.of("no_budget", "Fine.", "too_busy", "", "custom", List.of("Later.")));
        assertThat(KnowledgeBase.of(answer))
                .isEqualTo(new KnowledgeBase(
                        Map.of("talking_points", List.of("One."), "other_objections", List.of("Later.")),
                        Map.of("no_budget", "Fine.")));
    }

    @Test // content 3.13: the truth about the number, and what was approved, are nobody's to write
    void what_was_approved_or_has_to_be_true_stays_ours() {
        KnowledgeBase written = new KnowledgeBase(
                Map.of(
                        "recommended_opener",
                        List.of("Theirs"),
                        "do_not_mention",
                        List.of("B"),
                        "pain_points",
                        List.of("P")),
                Map.of("how_did_you_get_my_number", "No idea", "no_budget", "Fine.", "unknown", "x"));
        Map<String, List<String>> known = new HashMap<>();
        known.put("recommended_opener", List.of("Ours"));
        known.put("do_not_mention", List.of("A"));
        known.put("meeting_ask", List.of("Shall we?"));

        assertThat(CallKnowledge.lines(known, written))
                .isEqualTo(Map.of(
                        "recommended_opener", List.of("Ours"),
                        "do_not_mention", List.of("A", "B"),
                        "pain_points", List.of("P"),
                        "meeting_ask", List.of("Shall we?")));
        assertThat(CallKnowledge.answers(Map.of("how_did_you_get_my_number", "Records", "no_budget", "Hm."), written))
                .isEqualTo(Map.of("how_did_you_get_my_number", "Records", "no_budget", "Fine."));
    }
}
