package io.agencyos.domain.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text for the word match of content 0: whole words, any case, NFKC, never inside another word. */
public final class WordText {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'\\p{L}+)?");

    private final String joined;

    private WordText(String joined) {
        this.joined = joined;
    }

    public static WordText of(String text) {
        return new WordText(joined(text));
    }

    /** Whether the words of the phrase stand in the text in a row. */
    public boolean contains(String phrase) {
        String wanted = joined(phrase);
        return !wanted.isBlank() && joined.contains(wanted);
    }

    private static String joined(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT);
        return WORD.matcher(plain).results().map(MatchResult::group).collect(Collectors.joining(" ", " ", " "));
    }
}
