package io.agencyos.domain.conversation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether an e-mail or a LinkedIn message opens with the wish to be left alone. Needs no classifier and counts before it;
 * what opens otherwise is for the classifier. Source: api 10.1 opt-out first, content 4.4 first opt-out rule.
 */
public final class OptOutOpening {

    private static final List<String> OPENINGS = List.of("unsubscribe", "remove me");
    /** Somebody who talks of "unsubscribe rates" talks shop. */
    private static final Pattern A_FIGURE = Pattern.compile("^unsubscribe (?:rates?|numbers|metrics)\\b");

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private OptOutOpening() {}

    /** Whether the writer opts out with the first words of what they wrote themselves. */
    public static boolean optsOut(String text) {
        String written = CleanedReply.of(text).text();
        String words = NOT_A_WORD.matcher(written).replaceAll(" ").strip().toLowerCase(Locale.ROOT) + " ";
        return OPENINGS.stream().anyMatch(opening -> words.startsWith(opening + " "))
                && !A_FIGURE.matcher(words).find();
    }
}
