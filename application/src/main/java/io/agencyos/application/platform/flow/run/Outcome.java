package io.agencyos.application.platform.flow.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a run, by name: numbers, words such as {@code reason}, and short lists of things with words of their own.
 * Steps add to it; a number is added up, a word or a list replaces an earlier one.
 */
public record Outcome(
        Map<String, Long> counts, Map<String, String> words, Map<String, List<Map<String, String>>> lists) {

    public static final Outcome NONE = new Outcome(Map.of(), Map.of());

    /** The number that makes a run partial: how much less came of it than was asked for. */
    public static final String SHORTFALL = "shortfall";

    public Outcome {
        counts = Map.copyOf(counts);
        words = Map.copyOf(words);
        lists = Map.copyOf(lists);
    }

    public Outcome(Map<String, Long> counts, Map<String, String> words) {
        this(counts, words, Map.of());
    }

    public static Outcome count(String name, long number) {
        return new Outcome(Map.of(name, number), Map.of());
    }

    /** Nothing was to do, and why. */
    public static Outcome reason(String reason) {
        return new Outcome(Map.of(), Map.of("reason", reason));
    }

    public Outcome with(String name, long number) {
        return plus(count(name, number));
    }

    public Outcome plus(Outcome more) {
        Map<String, Long> numbers = new TreeMap<>(counts);
        more.counts.forEach((name, number) -> numbers.merge(name, number, Long::sum));
        Map<String, String> said = new TreeMap<>(words);
        said.putAll(more.words);
        Map<String, List<Map<String, String>>> listed = new TreeMap<>(lists);
        listed.putAll(more.lists);
        return new Outcome(numbers, said, listed);
    }

    public boolean fellShort() {
        return counts.getOrDefault(SHORTFALL, 0L) > 0;
    }
}
