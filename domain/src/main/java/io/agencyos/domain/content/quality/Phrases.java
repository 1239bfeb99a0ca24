package io.agencyos.domain.content.quality;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Word match of content 0: whole words, any case, NFKC; never inside another word. */
final class Phrases {

    private Phrases() {}

    /** The words of a text in their order, and each of them once: most phrases do not even begin in most texts. */
    record Said(List<String> words, Set<String> distinct) {

        static Said in(String text) {
            List<String> words = Phrases.words(text);
            return new Said(words, Set.copyOf(words));
        }
    }

    /** Letters and digits in a row, with at most one apostrophe and letters behind it. */
    static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < plain.length()) {
            int end = behind(plain, at, Phrases::isLetterOrNumber);
            if (end == at) {
                at += Character.charCount(plain.codePointAt(at));
                continue;
            }
            if (end < plain.length() && plain.charAt(end) == '\'') {
                int further = behind(plain, end + 1, Character::isLetter);
                end = further > end + 1 ? further : end;
            }
            words.add(plain.substring(at, end));
            at = end;
        }
        return List.copyOf(words);
    }

    private static int behind(String text, int from, IntPredicate kind) {
        int at = from;
        while (at < text.length() && kind.test(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isLetterOrNumber(int character) {
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetter(character);
        };
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
