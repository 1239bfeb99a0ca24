package io.agencyos.application.outreach.post;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a letter is approved for: whoever approves it reads it as the letter's subject, and it is sent for no more than a
 * tenth above. Source: outreach 12.
 *
 * @param cents of an Australian dollar
 */
record LetterQuote(int cents) {

    private static final Pattern SHOWN = Pattern.compile("Letter by post, A\\$(\\d+)\\.(\\d{2})");

    String shown() {
        return "Letter by post, A$%d.%02d".formatted(cents / 100, cents % 100);
    }

    /** What was shown to the person who approved. */
    static Optional<LetterQuote> read(@Nullable String shown) {
        return Optional.ofNullable(shown)
                .map(SHOWN::matcher)
                .filter(Matcher::matches)
                .map(found ->
                        new LetterQuote(Integer.parseInt(found.group(1)) * 100 + Integer.parseInt(found.group(2))));
    }
}
