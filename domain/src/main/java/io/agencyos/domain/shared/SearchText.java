package io.agencyos.domain.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as a search reads it: without accents and in lower case. Source: api 1.4, {@code q}. */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]");

    private SearchText() {}

    public static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
