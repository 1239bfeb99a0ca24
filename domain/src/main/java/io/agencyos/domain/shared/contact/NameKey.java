package io.agencyos.domain.shared.contact;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A company's or person's name for comparison: lower case, without punctuation and without trailing legal forms. It
 * finds candidates and matches a COMPANY suppression exactly; it is never unique. Source: data model 3
 * ({@code name_key}), outreach 6.2.
 */
public record NameKey(String value) {

    private static final Set<String> LEGAL_FORMS = Set.of("pty", "ltd", "inc", "llc", "group");
    private static final Pattern INSIDE_WORDS = Pattern.compile("[.'’`\\u02BC]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    /** Only for text that is already a key; names go through {@link #of}. */
    public NameKey {
        if (value.isEmpty() || !value.equals(normalise(value))) {
            throw new IllegalArgumentException("not a name key");
        }
    }

    /** {@code Sparro Pty. Ltd.} gives {@code sparro}; a name that is nothing but a legal form keeps its first word. */
    public static Result<NameKey, InputProblem> of(String name) {
        String key = normalise(name);
        return key.isEmpty()
                ? Result.err(InputProblem.name("A name has at least one letter or digit."))
                : Result.ok(new NameKey(key));
    }

    @Override
    public String toString() {
        return value;
    }

    private static String normalise(String name) {
        List<String> words = name.chars().allMatch(c -> c < 128) ? plainWords(name) : words(name);
        while (words.size() > 1 && LEGAL_FORMS.contains(words.getLast())) {
            words.removeLast();
        }
        return String.join(" ", words);
    }

    /** What {@link #words} says of ASCII, without its patterns: an import asks for every row. */
    private static List<String> plainWords(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                word.append((char) (c + ('a' - 'A')));
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                word.append(c);
            } else if (c != '.' && c != '\'' && c != '`' && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static List<String> words(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String joined = INSIDE_WORDS
                .matcher(Normalizer.normalize(folded, Normalizer.Form.NFC))
                .replaceAll("");
        return new ArrayList<>(Arrays.stream(BETWEEN_WORDS.split(joined))
                .filter(word -> !word.isEmpty())
                .toList());
    }
}
