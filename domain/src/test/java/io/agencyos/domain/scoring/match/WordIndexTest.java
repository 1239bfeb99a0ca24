package io.agencyos.domain.scoring.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordIndexTest {

    @Test
    void words_are_found_whatever_their_case_and_length() {
        WordIndex index = new WordIndex(List.of("ceo", "Telecommunications", "telecommunication", "google analytics"));
        assertThat(index.idOf("CEO")).isZero();
        assertThat(index.idOf("TELECOMMUNICATIONS")).isEqualTo(1);
        assertThat(index.idOf("telecommunication")).isEqualTo(2);
        assertThat(index.idOf("Google Analytics")).isEqualTo(3);
        assertThat(index.idOf("telecommunicatio")).isEqualTo(WordIndex.UNKNOWN);
        assertThat(new WordIndex(List.of()).idOf("ceo")).isEqualTo(WordIndex.UNKNOWN);
    }

    @Property
    void a_word_is_found_exactly_when_it_is_in_the_vocabulary(
            @ForAll Set<@AlphaChars @NumericChars @StringLength(min = 1, max = 16) String> vocabulary,
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 16) String word) {
        WordIndex index = new WordIndex(vocabulary);
        assertThat(index.idOf(word) >= 0)
                .isEqualTo(vocabulary.stream().anyMatch(known -> known.equalsIgnoreCase(word)));
        assertThat(vocabulary).allMatch(known -> index.idOf(known) >= 0);
    }

    @Property
    void any_text_may_be_a_technology(@ForAll String name, @ForAll String other) {
        WordIndex index = new WordIndex(List.of(name));
        assertThat(index.idOf(name)).isZero();
        if (index.idOf(other) >= 0) {
            assertThat(other).hasSameSizeAs(name);
            assertThat(other.equalsIgnoreCase(name)).isTrue();
        }
    }
}
