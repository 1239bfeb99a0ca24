package io.agencyos.domain.conversation.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** E-mail addresses and phone numbers as they stand in running text. */
final class Addresses {

    /** Bounded quantifiers: the work stays linear in the text whatever it holds. */
    static final String EMAIL_REGEX =
            "(?<![\\w.+-])[\\w.+'-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8}(?![\\w@])";

    /** Australian and international forms; a date with dashes is none. */
    static final String PHONE_REGEX = "(?<![\\w/])(?!\\d{1,2}-\\d{1,2}-\\d{2,4})"
            + "(?:\\+\\d{1,3}[ .-]?\\(?\\d|\\(0\\d\\)|0[2-9]|1[38]00)[\\d ().-]{5,16}\\d(?![\\w/])";

    private static final Pattern EMAIL = Pattern.compile(EMAIL_REGEX, Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE = Pattern.compile(PHONE_REGEX);

    private Addresses() {}

    /** The first address in the text that is none of the known ones, which are lower-case. */
    static Optional<Found> firstForeignEmail(String text, Set<String> known) {
        return EMAIL.matcher(text)
                .results()
                .filter(found -> !known.contains(found.group().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(Found::of);
    }

    static Optional<Found> firstPhone(String text) {
        return PHONE.matcher(text).results().findFirst().map(Found::of);
    }

    /** All phone numbers of a text in order, addresses and links left out. */
    static List<String> phones(String text) {
        return PHONE.matcher(EMAIL.matcher(text).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** What was found, and where in the text it begins. */
    record Found(String value, int start) {
        static Found of(MatchResult match) {
            return new Found(match.group(), match.start());
        }
    }
}
