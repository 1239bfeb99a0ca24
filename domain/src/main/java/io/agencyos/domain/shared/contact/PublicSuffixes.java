package io.agencyos.domain.shared.contact;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The public-suffix rules (publicsuffix.org) as a value: under which names anybody may register a domain. The text of
 * the list is read outside the domain and given in; both its parts count, so a shop on a shared platform keeps its own
 * name. Source: data model 3, {@code domain_key}.
 */
public final class PublicSuffixes {

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private final Set<String> plain = new HashSet<>();
    private final Set<String> wildcardParents = new HashSet<>();
    private final Set<String> exceptions = new HashSet<>();

    private PublicSuffixes() {}

    /** Reads the list in its published form: one rule per line up to the first blank, {@code //} comments. */
    public static PublicSuffixes parse(String list) {
        var suffixes = new PublicSuffixes();
        list.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .forEach(suffixes::add);
        return suffixes;
    }

    private void add(String line) {
        String rule = line.split("\\s", 2)[0];
        if (rule.startsWith("!")) {
            exceptions.add(ascii(rule.substring(1)));
        } else if (rule.startsWith("*.")) {
            wildcardParents.add(ascii(rule.substring(2)));
        } else {
            plain.add(ascii(rule));
        }
    }

    /** The name that its holder registered: public suffix and one label; empty when the name is itself a suffix. */
    public Optional<DomainName> registrable(DomainName name) {
        String[] labels = name.value().split("\\.");
        int suffixLabels = suffixLabels(labels);
        return labels.length == suffixLabels
                ? Optional.empty()
                : Optional.of(new DomainName(join(labels, labels.length - suffixLabels - 1)));
    }

    /** True when nobody owns the name as a whole, so it can be no key of a company or a suppression. */
    public boolean isPublicSuffix(DomainName name) {
        return registrable(name).isEmpty();
    }

    private int suffixLabels(String[] labels) {
        for (int from = 0; from < labels.length; from++) {
            String candidate = join(labels, from);
            if (exceptions.contains(candidate)) {
                return labels.length - from - 1;
            }
            if (plain.contains(candidate)
                    || from + 1 < labels.length && wildcardParents.contains(join(labels, from + 1))) {
                return labels.length - from;
            }
        }
        return 1;
    }

    private static String join(String[] labels, int from) {
        return String.join(".", Arrays.copyOfRange(labels, from, labels.length));
    }

    private static String ascii(String rule) {
        if (rule.chars().allMatch(c -> c < FIRST_BEYOND_ASCII)) {
            return rule;
        }
        return String.join(
                ".", Arrays.stream(rule.split("\\.")).map(Punycode::toAscii).toList());
    }
}
