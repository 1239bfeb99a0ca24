package io.agencyos.domain.content.quality;

import io.agencyos.domain.content.WordText;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Word match of content 0: whole words, any case, NFKC; never inside another word. */
final class Phrases {

    private Phrases() {}

    /** The words of a text in their order, and each of them once: most phrases do not even begin in most texts. */
    record Said(List<String> words, Set<String> distinct) {

        static Said in(String text) {
            List<String> words = WordText.words(text);
            return new Said(words, Set.copyOf(words));
        }
    }

    /** A word or some in a row, taken apart once for all the texts that it is looked for in. */
    record Phrase(String text, List<String> words) {

        static Phrase of(String text) {
            return new Phrase(text, WordText.words(text));
        }
    }

    static List<Phrase> list(String phrases) {
        return Stream.of(phrases.split("\\|"))
                .map(String::strip)
                .map(Phrase::of)
                .toList();
    }

    /** Whether the words of {@code phrase} stand in a row; not directly behind one of {@code unlessAfter}. */
    static boolean contains(Said said, Phrase phrase, Set<String> unlessAfter) {
        List<String> words = said.words();
        List<String> wanted = phrase.words();
        if (wanted.isEmpty() || !said.distinct().contains(wanted.getFirst())) {
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

    static boolean contains(Said said, Phrase phrase) {
        return contains(said, phrase, Set.of());
    }
}
