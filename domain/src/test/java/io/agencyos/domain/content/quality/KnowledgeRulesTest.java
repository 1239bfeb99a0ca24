package io.agencyos.domain.content.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.content.KnowledgeBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** content 3.13 and what of 3.7 and 3.11 holds of calls. */
class KnowledgeRulesTest {

    private static KnowledgeRules.Verdict verdict(Map<String, List<String>> lines, Map<String, String> answers) {
        return KnowledgeRules.of(new KnowledgeBase(lines, answers), Set.of("Agency: Northlight"), "Harbour Lane");
    }

    @Test
    void a_modest_one_passes() {
        assertThat(verdict(
                                Map.of("talking_points", List.of("Ask about quiet weeks.")),
                                Map.of("not_interested", "Thank you. Goodbye."))
                        .passed())
                .isTrue();
    }

    @Test
    void nobody_is_pressed_after_a_refusal() {
        assertThat(verdict(Map.of(), Map.of("not_interested", "Are you sure?")).violations())
                .hasSize(1);
    }

    @Test
    void placeholders_links_and_bad_words_are_violations_that_may_be_mended() {
        KnowledgeRules.Verdict verdict = verdict(
                Map.of("opening_hooks", List.of("Hi {{first_name}}", "See www.evil.example/x", "What a damn shame")),
                Map.of());
        assertThat(verdict.violations()).hasSize(3);
        assertThat(verdict.hopeless()).isFalse();
    }

    @Test // content 3.7: HIGH is not written once more
    void what_is_not_so_is_hopeless_unless_it_stands_under_what_is_not_mentioned() {
        assertThat(verdict(Map.of("talking_points", List.of("You raised $5M.")), Map.of())
                        .hopeless())
                .isTrue();
        assertThat(verdict(Map.of("do_not_mention", List.of("that they raised $5M")), Map.of())
                        .passed())
                .isTrue();
    }

    @Test // content 3.13: total at most 6,000
    void all_of_it_together_has_a_bound() {
        Map<String, List<String>> lines = new HashMap<>();
        IntStream.range(0, 21).forEach(i -> lines.put("key" + (char) ('a' + i), List.of("a".repeat(300))));
        assertThat(verdict(lines, Map.of()).violations())
                .containsExactly("all texts together: at most 6000 characters");
    }
}
