package io.agencyos.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.contact.NameKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: outreach 6.2. */
class LikeNamedTest {

    private static NameKey key(String name) {
        return NameKey.of(name).orElseThrow();
    }

    @ParameterizedTest // outreach 6.2: looser similarity only creates a review task; the same name is no looser one
    @CsvSource({
        "Harbour Lane, Harbourlane, true",
        "Harbour Lane, Harbor Lane Pty Ltd, true",
        "Harbour Lane, Harbour Lane Media, true",
        "Harbour Lane, Harbour Lane Pty Ltd, false",
        "Harbour Lane, Harbour View, false",
        "Sparro, Spero, false",
        "Acme, Acne, false",
        "Ace, Ace Roofing, false",
        "North Bay, South Bay, false"
    })
    void names_that_differ_by_a_space_a_slip_or_a_further_word_are_alike(String one, String other, boolean alike) {
        assertThat(LikeNamed.alike(key(one), key(other))).isEqualTo(alike);
        assertThat(LikeNamed.alike(key(other), key(one))).as("either way").isEqualTo(alike);
    }
}
