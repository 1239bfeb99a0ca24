package io.agencyos.domain.scoring.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a company's industry is one of a list of targets: the words of one occur in a row in the other, or both are
 * names of one thing. Also the matcher of POOL-7. Source: scoring ALS-3 (f_ind).
 */
public final class IndustryMatcher {

    /** What suits an agency where nobody named an industry (scoring 1.1). */
    public static final List<String> PLATFORM_TARGETS = List.of(
            "technology",
            "software",
            "saas",
            "fintech",
            "marketing",
            "professional services",
            "consulting",
            "healthcare",
            "real estate",
            "construction",
            "manufacturing");

    /** Targets that filter nothing and are dropped. */
    private static final Set<List<String>> CATCH_ALL = Set.of(List.of("b2b", "general"), List.of("b2c", "general"));

    private static final List<List<String>> ALIASES = List.of(
            List.of("software", "saas", "computer software"),
            List.of("technology", "information technology", "it services"),
            List.of("marketing", "advertising", "digital marketing", "marketing and advertising"),
            List.of("fintech", "financial technology"),
            List.of("healthcare", "health care", "hospital and health care", "medical practice"),
            List.of("real estate", "property"),
            List.of("construction", "building and construction"),
            List.of("consulting", "management consulting"),
            List.of("finance", "financial services", "banking"),
            List.of("legal", "law practice"),
            List.of("nonprofit", "non profit organization management"));

    private static final int MINIMUM_TO_STEM = 4;

    private final WordIndex index;
    private final int[][][] targetsByFirstWord;
    private final int[][][] targetsByAnyWord;
    private final int[][][] aliasesByFirstWord;
    private final int and;

    /** A matcher of these targets; catch-all targets and those without a word are dropped. */
    public IndustryMatcher(Collection<String> targetNames) {
        List<List<String>> wanted = targetNames.stream()
                .map(IndustryMatcher::words)
                .filter(IndustryMatcher::filters)
                .distinct()
                .toList();
        List<List<String>> sameThing = ALIASES.stream()
                .map(group -> group.stream().map(IndustryMatcher::words).toList())
                .filter(group -> group.stream().anyMatch(wanted::contains))
                .flatMap(List::stream)
                .distinct()
                .toList();
        List<String> vocabulary = new ArrayList<>();
        wanted.forEach(vocabulary::addAll);
        sameThing.forEach(vocabulary::addAll);
        vocabulary.add("and");
        index = new WordIndex(vocabulary);
        int[][] targets = numbered(wanted);
        targetsByFirstWord = byWord(targets, (target, word) -> target[0] == word);
        targetsByAnyWord =
                byWord(targets, (target, word) -> Arrays.stream(target).anyMatch(other -> other == word));
        aliasesByFirstWord = byWord(numbered(sameThing), (alias, word) -> alias[0] == word);
        and = index.idOf("and");
    }

    /** Those of a list that filter something; none means that the list counts as absent. */
    public static List<String> filtering(Collection<String> targetNames) {
        return targetNames.stream().filter(name -> filters(words(name))).toList();
    }

    /** Whether this industry, as any vendor spells it, is one of the targets. */
    public boolean matches(@Nullable String industry) {
        if (industry == null) {
            return false;
        }
        int[] read = new int[(industry.length() + 1) / 2];
        int length = read(industry, read);
        if (length == 0) {
            return false;
        }
        return containsTarget(read, length) || isWithinTarget(read, length) || isAlias(read, length);
    }

    private boolean containsTarget(int[] read, int length) {
        for (int at = 0; at < length; at++) {
            if (read[at] >= 0) {
                for (int[] target : targetsByFirstWord[read[at]]) {
                    if (startsAt(at, target, target.length, read, length)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isWithinTarget(int[] read, int length) {
        for (int at = 0; at < length; at++) {
            if (read[at] < 0) {
                return false;
            }
        }
        for (int[] target : targetsByAnyWord[read[0]]) {
            for (int at = 0; at + length <= target.length; at++) {
                if (startsAt(at, read, length, target, target.length)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isAlias(int[] read, int length) {
        if (read[0] >= 0) {
            for (int[] alias : aliasesByFirstWord[read[0]]) {
                if (alias.length == length && startsAt(0, alias, length, read, length)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int read(String text, int[] into) {
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int from = at;
            long key = 0;
            long keyBeforeLast = 0;
            int code;
            while (at < text.length() && (code = WordIndex.code(text.charAt(at))) != 0) {
                keyBeforeLast = key;
                key = WordIndex.step(key, code);
                at++;
            }
            if (at == from) {
                at++;
                continue;
            }
            boolean plural = isPlural(text, from, at);
            int word = index.find(text, from, plural ? at - 1 : at, plural ? keyBeforeLast : key);
            if (word != and) {
                into[count++] = word;
            }
        }
        return count;
    }

    /** The same reading as {@link #read}, as words, for compiling targets. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int from = at;
            while (at < text.length() && WordIndex.isAlphanumeric(text.charAt(at))) {
                at++;
            }
            if (at == from) {
                at++;
                continue;
            }
            String word = text.substring(from, isPlural(text, from, at) ? at - 1 : at)
                    .chars()
                    .mapToObj(c -> String.valueOf(WordIndex.lower((char) c)))
                    .collect(Collectors.joining());
            if (!word.equals("and")) {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean isPlural(String text, int from, int to) {
        return to - from >= MINIMUM_TO_STEM
                && WordIndex.lower(text.charAt(to - 1)) == 's'
                && WordIndex.lower(text.charAt(to - 2)) != 's';
    }

    private static boolean filters(List<String> words) {
        return !words.isEmpty() && !CATCH_ALL.contains(words);
    }

    /** Whether the part stands in the whole from there on; an unknown word equals none. */
    private static boolean startsAt(int at, int[] part, int partLength, int[] whole, int wholeLength) {
        if (at + partLength > wholeLength) {
            return false;
        }
        for (int i = 0; i < partLength; i++) {
            if (part[i] < 0 || whole[at + i] != part[i]) {
                return false;
            }
        }
        return true;
    }

    /** For each word the sequences that may matter where it is met. */
    private int[][][] byWord(int[][] sequences, BiPredicate<int[], Integer> matters) {
        int[][][] table = new int[index.size()][][];
        for (int word = 0; word < table.length; word++) {
            int met = word;
            table[word] = Arrays.stream(sequences)
                    .filter(sequence -> matters.test(sequence, met))
                    .toArray(int[][]::new);
        }
        return table;
    }

    private int[][] numbered(List<List<String>> sequences) {
        return sequences.stream()
                .map(words -> words.stream().mapToInt(index::idOf).toArray())
                .toArray(int[][]::new);
    }
}
