package io.agencyos.domain.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** A text for the word match of content 0: whole words, any case, NFKC, never inside another word. */
public final class WordText {

    private final String joined;

    private WordText(String joined) {
        this.joined = joined;
    }

    /** A word or some in a row, taken apart once for all the texts that it is looked for in. */
    public record Phrase(String text, String joined) {

        public static Phrase of(String text) {
            return new Phrase(text, WordText.joined(text));
        }
    }

    public static WordText of(String text) {
        return new WordText(joined(text));
    }

    /** Whether the words of the phrase stand in the text in a row. */
    public boolean contains(Phrase phrase) {
        return !phrase.joined().isBlank() && joined.contains(phrase.joined());
    }

    /** The same of words that are looked for in one text only. */
    public boolean contains(String phrase) {
        return contains(Phrase.of(phrase));
    }

    private static String joined(String text) {
        return " " + String.join(" ", words(text)) + " ";
    }

    /** Letters and digits in a row, with at most one apostrophe and letters behind it. */
    public static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < plain.length()) {
            int end = behind(plain, at, WordText::isLetterOrNumber);
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
        if (character < 128) {
            // most of most texts, for which the tables of Unicode are dear
            return character >= 'a' && character <= 'z'
                    || character >= '0' && character <= '9'
                    || character >= 'A' && character <= 'Z';
        }
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetter(character);
        };
    }
}
