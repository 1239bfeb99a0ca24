package io.agencyos.domain.content.quality;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Word match of content 0: whole words, any case, NFKC; never inside another word. */
final class Phrases {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'[\\p{L}]+)?");

    private Phrases() {}

    static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT);
        return WORD.matcher(plain).results().map(MatchResult::group).toList();
    }

    /** A word or some in a row, taken apart once for all the texts that it is looked for in. */
    record Phrase(String text, List<String> words) {

        static Phrase of(String text) {
            return new Phrase(text, Phrases.words(text));
        }
    }

    static List<Phrase> list(String phrases) {
        return Stream.of(phrases.split("\\|"))
                .map(String::strip)
                .map(Phrase::of)
                .toList();
    }

    /** Whether the words of {@code phrase} stand in a row; not directly behind one of {@code unlessAfter}. */
    static boolean contains(List<String> words, Phrase phrase, Set<String> unlessAfter) {
        List<String> wanted = phrase.words();
        if (wanted.isEmpty()) {
            return false;
        }
        for (int start = 0; start + wanted.size() <= words.size(); start++) {
            if (words.get(start).equals(wanted.getFirst())
                    && words.subList(start, start + wanted.size()).equals(wanted)
                    && !(start > 0 && unlessAfter.contains(words.get(start - 1)))) {
                return true;
            }
        }
        return false;
    }

    static boolean contains(List<String> words, Phrase phrase) {
        return contains(words, phrase, Set.of());
    }
}
