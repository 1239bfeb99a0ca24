package io.agencyos.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often the sources of a vendor's module make each of its writes, read from their text: a method of the vendor's contract
 * that is no GET is a write, and the call that it is handed to ({@code write}, {@code idempotent}, {@code read} …) says how often.
 */
final class VendorWrites {

    private static final Pattern ASKED =
            Pattern.compile("@RequestLine\\(\\s*(?:value\\s*=\\s*)?\"(\\w+)[ \"][^;]*?\\s(\\w+)\\(");
    private static final Pattern CALL =
            Pattern.compile("\\b(?:api|bulk|control|speech|hooks)(?:\\(\\))?\\s*\\.(\\w+)\\(");
    private static final Pattern KIND = Pattern.compile("\\b(read|write|idempotent|free|paid|all|first|marked)\\(");
    private static final Set<String> ONCE = Set.of("write", "paid");
    private static final int NEARBY = 500;

    /** By write: the kinds of call that make it. */
    private final Map<String, Set<String>> kinds = new TreeMap<>();

    VendorWrites(List<String> sources) {
        Map<String, Set<String>> verbs = verbs(sources);
        // a dialect puts words into a contract; how often they are said is whose speech it is
        sources.stream()
                .filter(source -> !source.contains("implements Speech"))
                .forEach(source -> CALL.matcher(source)
                        .results()
                        .filter(call -> !verbs.getOrDefault(call.group(1), Set.of("GET"))
                                .contains("GET"))
                        .forEach(call -> kinds.computeIfAbsent(call.group(1), first -> new HashSet<>())
                                .add(kind(source, call.start()))));
    }

    static boolean hasContract(String source) {
        return ASKED.matcher(source).find();
    }

    /**
     * What is wrong: writes that may be made twice without a row, rows without a write, nothing to hold.
     *
     * @param mayBeRepeated writes that change nothing when repeated, with why
     */
    List<String> findings(Map<String, String> mayBeRepeated) {
        List<String> findings = new ArrayList<>();
        kinds.forEach((write, made) -> {
            if (!mayBeRepeated.containsKey(write) && !ONCE.containsAll(made)) {
                findings.add(write + " may be made twice: it is made by " + made);
            }
        });
        mayBeRepeated.keySet().stream()
                .filter(write -> !kinds.containsKey(write))
                .forEach(write -> findings.add(write + " has a row that nothing stands behind"));
        if (kinds.keySet().stream().allMatch(mayBeRepeated::containsKey)) {
            findings.add("no write that is made once was found");
        }
        return findings;
    }

    private static Map<String, Set<String>> verbs(List<String> sources) {
        Map<String, Set<String>> verbs = new HashMap<>();
        for (String source : sources) {
            Matcher asked = ASKED.matcher(source);
            while (asked.find()) {
                verbs.computeIfAbsent(asked.group(2), first -> new HashSet<>()).add(asked.group(1));
            }
        }
        return verbs;
    }

    private static String kind(String source, int call) {
        return KIND.matcher(source.substring(Math.max(0, call - NEARBY), call))
                .results()
                .map(found -> found.group(1))
                .reduce("nothing", (first, later) -> later);
    }
}
