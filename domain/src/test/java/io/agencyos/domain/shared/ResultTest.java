package io.agencyos.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ResultTest {

    @Test
    void an_error_passes_every_later_step_untouched() {
        Result<Integer, String> refused = Result.err("no");

        assertThat(refused.map(n -> n + 1).flatMap(n -> Result.ok(n * 2))).isEqualTo(Result.err("no"));
        assertThat(refused.toOptional()).isEmpty();
    }

    @Test
    void asking_a_refusal_for_its_value_names_the_refusal() {
        assertThatThrownBy(() -> Result.err("no such lead").orElseThrow())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("no such lead");
    }

    @Property
    void mapping_twice_is_mapping_the_composition(@ForAll int n) {
        Result<Integer, String> result = Result.ok(n);

        assertThat(result.map(x -> x + 1).map(x -> x * 2)).isEqualTo(result.map(x -> (x + 1) * 2));
    }
}
