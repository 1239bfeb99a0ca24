package io.agencyos.domain.conversion.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.conversion.pattern.Node;
import org.junit.jupiter.api.Test;

// CIS 16.2: before and after, with interval, not called causal
class MeasuredEffectTest {

    private static String difference(Node.Members effect) {
        return effect.get("difference").orElseThrow().canonical();
    }

    @Test
    void what_came_after_stands_beside_what_was_before_with_its_interval() {
        Node.Members effect = MeasuredEffect.of(new Reached(400, 60, 12), new Reached(400, 90, 36));
        assertThat(difference(effect)).isEqualTo("""
            {"ci_high":0.0938,"ci_low":0.0277,"value":0.0600}\
            """);
        assertThat(effect.get("causal")).contains(Node.truth(false));
        assertThat(effect.get("sentence"))
                .contains(Node.text("36 of 400 leads booked in 30 days (9.0 %), against 12 of 400 leads booked in 30"
                        + " days (3.0 %) before: +6.0 points (95 % interval +2.8 to +9.4). More booked than"
                        + " before; what else changed is not known."));
    }

    @Test
    void a_difference_that_chance_may_make_is_called_that() {
        Node.Members effect = MeasuredEffect.of(new Reached(40, 6, 2), new Reached(30, 5, 0));
        assertThat(effect.get("sentence").orElseThrow().canonical())
                .contains("Chance alone may make as much of a difference");
    }

    @Test
    void where_nobody_was_written_to_nothing_is_compared() {
        Node.Members effect = MeasuredEffect.of(new Reached(40, 6, 2), Reached.NOBODY);
        assertThat(effect.get("difference")).isEmpty();
        assertThat(effect.get("sentence"))
                .contains(
                        Node.text("Nobody was first written to in the 30 days after, so there is nothing to compare."));
    }

    @Test
    void what_is_written_is_read_again() {
        Reached some = new Reached(40, 6, 2);
        assertThat(Reached.read(some.document())).isEqualTo(some);
        assertThat(Reached.read(Reached.NOBODY.document())).isEqualTo(Reached.NOBODY);
        assertThatThrownBy(() -> new Reached(1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
