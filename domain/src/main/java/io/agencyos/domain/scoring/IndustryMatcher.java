package io.agencyos.domain.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
    private final int[][] targets;
    private final int[][] aliases;

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
        targets = numbered(wanted);
        aliases = numbered(sameThing);
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
        for (int[] target : targets) {
            if (occurs(target, target.length, read, length) || occurs(read, length, target, target.length)) {
                return true;
            }
        }
        for (int[] alias : aliases) {
            if (alias.length == length && occurs(alias, length, read, length)) {
                return true;
            }
        }
        return false;
    }

    private int read(String text, int[] into) {
        int and = index.idOf("and");
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int from = at;
            int hash = 0;
            int hashBeforeLast = 0;
            while (at < text.length() && WordIndex.isAlphanumeric(text.charAt(at))) {
                hashBeforeLast = hash;
                hash = WordIndex.step(hash, WordIndex.lower(text.charAt(at++)));
            }
            if (at == from) {
                at++;
                continue;
            }
            boolean plural = isPlural(text, from, at);
            int word = index.find(text, from, plural ? at - 1 : at, plural ? hashBeforeLast : hash);
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

    /** Whether the first sequence stands in a row inside the second; an unknown word equals none. */
    private static boolean occurs(int[] part, int partLength, int[] whole, int wholeLength) {
        for (int start = 0; start + partLength <= wholeLength; start++) {
            int same = 0;
            while (same < partLength && part[same] >= 0 && whole[start + same] == part[same]) {
                same++;
            }
            if (same == partLength) {
                return true;
            }
        }
        return false;
    }

    private int[][] numbered(List<List<String>> sequences) {
        return sequences.stream()
                .map(words -> words.stream().mapToInt(index::idOf).toArray())
                .toArray(int[][]::new);
    }

    @Override
    public String toString() {
        return "IndustryMatcher" + Arrays.deepToString(targets);
    }
}
