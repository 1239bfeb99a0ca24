package io.agencyos.adapters.out.vendorhttp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The words that a vendor's answers are known to use, by the member they stand in, wherever in an answer that is. A word that is not among
 * them is read as something safe; that there are many means that the contract changed. Source: the vendors' files, Beyond "drift alarm".
 */
public record WireWords(Map<String, Predicate<String>> byMember) {

    /** Of a vendor whose answers are read without such words. */
    public static final WireWords NONE = new WireWords(Map.of());

    public WireWords {
        byMember = Map.copyOf(byMember);
    }

    /** The same, knowing these words of one member more; upper and lower case are the same. */
    public WireWords with(String member, String... words) {
        Set<String> known =
                Arrays.stream(words).map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return with(member, word -> known.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** The same, knowing the words of one member more by a rule. */
    public WireWords with(String member, Predicate<String> known) {
        Map<String, Predicate<String>> all = new HashMap<>(byMember);
        all.put(member, known);
        return new WireWords(all);
    }
}
