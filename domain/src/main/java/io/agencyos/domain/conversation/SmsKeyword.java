package io.agencyos.domain.conversation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a text is nothing but a keyword to opt out. Needs no classifier and runs before it; anything longer is for
 * the reply pipeline, which may still find an opt-out. Source: outreach 9.4.
 */
public final class SmsKeyword {

    private static final Set<String> WHOLE =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "UNSUB", "CANCEL", "END", "QUIT", "OPTOUT", "REMOVE", "OPT OUT");
    private static final Set<String> FIRST = Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "UNSUB", "OPTOUT", "REMOVE");
    private static final int MOST_WORDS = 3;
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private SmsKeyword() {}

    /** Whether the writer opts out, by the whole text or by the first of at most three words. */
    public static boolean optsOut(String text) {
        String plain = SPACE.matcher(PUNCTUATION.matcher(text).replaceAll("")).replaceAll(" ");
        String words = plain.strip().toUpperCase(Locale.ROOT);
        if (WHOLE.contains(words)) {
            return true;
        }
        String[] each = words.split(" ");
        return each.length <= MOST_WORDS && FIRST.contains(each[0]);
    }
}
