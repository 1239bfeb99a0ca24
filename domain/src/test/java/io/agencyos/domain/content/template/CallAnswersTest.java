package io.agencyos.domain.content.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CallAnswersTest {

    private static final Map<String, String> ANSWERS = CallAnswers.standard(
            "Harbour Lane Digital Marketing Pty Ltd",
            "Samuel Oduya-Okoro",
            "hello.from.the.team@harbour-lane-digital.example",
            "your company's website");

    @Test // content 3.13: without a model a table of default responses with variables, by these keys; outreach 10.2
    void every_objection_that_a_call_may_meet_has_an_agreed_answer() {
        assertThat(ANSWERS)
                .containsOnlyKeys(
                        "not_interested",
                        "no_budget",
                        "bad_timing",
                        "using_competitor",
                        "need_to_think",
                        "send_info",
                        "too_busy",
                        "call_back_later",
                        "how_did_you_get_my_number",
                        "not_decision_maker");
        assertThat(ANSWERS.get("how_did_you_get_my_number"))
                .as("truthful, with who calls and how to be left alone; outreach 10.5")
                .contains("your company's website", "Harbour Lane", "hello.from.the.team@", "off our list");
    }

    @Test // content 3.13: ≤ 300 characters each, 6,000 in all; no price that no fact names; never presses
    void the_answers_are_short_name_no_price_and_take_a_no_for_a_no() {
        assertThat(ANSWERS.values())
                .allSatisfy(answer -> assertThat(answer)
                        .hasSizeLessThanOrEqualTo(300)
                        .doesNotContain("{", "$", "%")
                        .doesNotContainPattern("\\d"));
        assertThat(CallAnswers.asText(ANSWERS).length()).isLessThanOrEqualTo(6_000);
        assertThat(ANSWERS.get("not_interested")).endsWith("Goodbye.").doesNotContain("?");
    }
}
