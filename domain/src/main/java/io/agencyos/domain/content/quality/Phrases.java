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

    static List<String> list(String phrases) {
        return Stream.of(phrases.split("\\|")).map(String::strip).toList();
    }

    /** Whether the words of {@code phrase} stand in a row; not directly behind one of {@code unlessAfter}. */
    static boolean contains(List<String> words, String phrase, Set<String> unlessAfter) {
        List<String> wanted = words(phrase);
        for (int start = 0; !wanted.isEmpty() && start + wanted.size() <= words.size(); start++) {
            boolean here = words.subList(start, start + wanted.size()).equals(wanted);
            if (here && !(start > 0 && unlessAfter.contains(words.get(start - 1)))) {
                return true;
            }
        }
        return false;
    }

    static boolean contains(List<String> words, String phrase) {
        return contains(words, phrase, Set.of());
    }
}
