package io.agencyos.domain.content.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.content.WordText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'[\\p{L}]+)?");

    @Test // content 0: whole words, any case, NFKC
    void words_stand_in_their_order_with_at_most_one_apostrophe() {
        assertThat(WordText.words("Don\u2019t miss it: \uff21CME's 24/7 plan, O'Brien's x''y \u00bd"))
                .containsExactly(
                        "don't", "miss", "it", "acme's", "24", "7", "plan", "o'brien", "s", "x", "y", "1", "2");
    }

    @Property(tries = 300)
    void words_are_letters_and_digits_in_a_row_as_the_definition_says(@ForAll("texts") String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT);
        assertThat(WordText.words(text))
                .isEqualTo(WORD.matcher(plain).results().map(MatchResult::group).toList());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("abzAZ09'\u2019 .,-\u00e4\u00bd\u2163\u0661\uff21\u4e2d\u0301\ud835\udc00")
                .ofMaxLength(40);
    }
}
