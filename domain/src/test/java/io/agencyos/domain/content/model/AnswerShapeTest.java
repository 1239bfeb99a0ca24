package io.agencyos.domain.content.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.content.model.AnswerShape.Fields;
import io.agencyos.domain.content.model.AnswerShape.Many;
import io.agencyos.domain.content.model.AnswerShape.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** content 3.6: types, lengths, no extra fields. */
class AnswerShapeTest {

    private static final AnswerShape SHAPE =
            new Fields(new LinkedHashMap<>(Map.of("ask", new Text(5), "points", new Many(new Text(3), 1, 2))));

    @Test
    void what_fits_has_no_violations() {
        assertThat(SHAPE.violations(Map.of("ask", "short", "points", List.of("a", "b"))))
                .isEmpty();
    }

    @Test
    void every_violation_is_told_by_its_path() {
        assertThat(SHAPE.violations(Map.of("ask", "longer", "points", List.of("four", 3), "more", "x")))
                .containsExactlyInAnyOrder(
                        "ask: at most 5 characters",
                        "points[0]: at most 3 characters",
                        "points[1]: a text is wanted",
                        ": there is no more");
        assertThat(SHAPE.violations(Map.of("points", List.of())))
                .containsExactlyInAnyOrder(": ask is missing", "points: 1 to 2 entries");
        assertThat(SHAPE.violations(List.of())).containsExactly(": an object is wanted");
        assertThat(SHAPE.violations(Map.of("ask", List.of(), "points", "a")))
                .containsExactlyInAnyOrder("ask: a text is wanted", "points: a list is wanted");
    }

    @Test // strings are trimmed, control characters removed
    void texts_are_tidied_wherever_they_stand() {
        assertThat(AnswerShape.tidied(Map.of("ask", List.of(" a\u0007b\n"), "n", 3)))
                .isEqualTo(Map.of("ask", List.of("a b"), "n", 3));
    }
}
