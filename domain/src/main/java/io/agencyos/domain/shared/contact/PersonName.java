package io.agencyos.domain.shared.contact;

import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's name as entered, in one or two parts of at most 255 characters; an absent part is empty, never both.
 * Source: api 1.1 (text limits), scoring 1.1.
 */
public record PersonName(String first, String last) {

    private static final int MAX_LENGTH = 255;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u200B\\uFEFF]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** Only for parts that are already tidy; text from outside goes through {@link #parse}. */
    public PersonName {
        if (first.isEmpty() && last.isEmpty() || !isTidy(first) || !isTidy(last)) {
            throw new IllegalArgumentException("not a person's name");
        }
    }

    /** Trims both parts and makes one blank of several. */
    public static Result<PersonName, InputProblem> parse(String first, String last) {
        String tidyFirst = tidy(first);
        String tidyLast = tidy(last);
        if (tidyFirst.isEmpty() && tidyLast.isEmpty()) {
            return Result.err(InputProblem.name("A person has a first or a last name."));
        }
        return isTidy(tidyFirst) && isTidy(tidyLast)
                ? Result.ok(new PersonName(tidyFirst, tidyLast))
                : Result.err(InputProblem.name("A name has at most 255 characters and no control characters."));
    }

    /** Splits {@code Priya van Raman} at its first blank, for files that have one name column. */
    public static Result<PersonName, InputProblem> parseFull(String full) {
        String tidy = tidy(full);
        int blank = tidy.indexOf(' ');
        return blank < 0 ? parse(tidy, "") : parse(tidy.substring(0, blank), tidy.substring(blank + 1));
    }

    /** First and last name, separated by one blank. */
    public String full() {
        return Stream.of(first, last).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /** True where a message may greet by first name and sign a full one; worth more to acceptance (content 1.2). */
    public boolean hasBothParts() {
        return !first.isEmpty() && !last.isEmpty();
    }

    private static String tidy(String part) {
        return BLANKS.matcher(part).replaceAll(" ").strip();
    }

    private static boolean isTidy(String part) {
        return part.length() <= MAX_LENGTH
                && part.equals(tidy(part))
                && !CONTROL.matcher(part).find();
    }
}
