package io.agencyos.domain.content.template;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The values at hand for one message, fit to stand in a sentence: trimmed, without control characters and braces, in
 * plain quotes and dashes. A value that is blank or too long (120 characters, a link 2,000) is as good as absent: cut
 * short it would be wrong. Source: content 3.5, 3.9.
 */
public final class Values {

    private static final int LONGEST = 120;
    private static final int LONGEST_LINK = 2_000;
    private static final int LONGEST_ACRONYM = 4;
    private static final Set<String> LEGAL_SUFFIXES = Set.of("pty", "ltd", "limited", "inc", "llc");
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cf}{}]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cc}]+");

    private final Map<Variable, String> values;

    private Values(Map<Variable, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Cleans raw values; those that come out empty are left out. */
    public static Values of(Map<Variable, String> raw) {
        var clean = new EnumMap<Variable, String>(Variable.class);
        raw.forEach((variable, value) -> cleaned(variable, value).ifPresent(text -> clean.put(variable, text)));
        return new Values(clean);
    }

    public Optional<String> get(Variable variable) {
        return Optional.ofNullable(values.get(variable));
    }

    /** The variables that have a value. */
    public Set<Variable> present() {
        return values.keySet();
    }

    private static Optional<String> cleaned(Variable variable, String raw) {
        String plain = PlainText.of(UNWANTED.matcher(raw).replaceAll(""));
        String text = SPACES.matcher(plain).replaceAll(" ").strip();
        String fit = switch (variable.kind()) {
            case NAME -> titleCased(text);
            case COMPANY -> titleCased(withoutLegalSuffix(text));
            case WORDS, LINK -> text;
        };
        int longest = variable.kind() == Variable.Kind.LINK ? LONGEST_LINK : LONGEST;
        return Optional.of(fit).filter(value -> !value.isEmpty() && value.length() <= longest);
    }

    private static String withoutLegalSuffix(String company) {
        String rest = company;
        while (true) {
            int space = rest.lastIndexOf(' ');
            String last = rest.substring(space + 1).toLowerCase(Locale.ROOT).replaceAll("[.,]", "");
            if (space < 0 || !LEGAL_SUFFIXES.contains(last) && !last.isEmpty()) {
                return rest;
            }
            rest = rest.substring(0, space).replaceAll("[\\s,]+$", "");
        }
    }

    /** A name all in capitals and longer than an acronym is written as a name. */
    private static String titleCased(String name) {
        boolean shouted = name.length() > LONGEST_ACRONYM
                && name.equals(name.toUpperCase(Locale.ROOT))
                && !name.equals(name.toLowerCase(Locale.ROOT));
        if (!shouted) {
            return name;
        }
        var result = new StringBuilder();
        boolean wordStarts = true;
        for (int c : name.codePoints().toArray()) {
            result.appendCodePoint(wordStarts ? c : Character.toLowerCase(c));
            wordStarts = !Character.isLetterOrDigit(c);
        }
        return result.toString();
    }
}
