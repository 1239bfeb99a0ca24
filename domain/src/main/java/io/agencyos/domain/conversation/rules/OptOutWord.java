package io.agencyos.domain.conversation.rules;

import java.util.List;
import java.util.Set;

/** The word "unsubscribe" as people really spell it. Source: content 4.4, first opt-out rule. */
final class OptOutWord {

    private static final List<String> RIGHT = List.of("unsubscribe", "unsubscribed", "unsubscribing");
    private static final Set<String> A_FIGURE = Set.of("rate", "rates", "numbers", "metrics");
    private static final int SHORTEST = 8;
    private static final int LONGEST = 14;
    private static final int MOST_ERRORS = 2;

    private OptOutWord() {}

    static boolean isAt(Words words, int at) {
        boolean asksForFigures = at + 1 < words.size() && A_FIGURE.contains(words.at(at + 1));
        return !asksForFigures && isSpelling(words.at(at));
    }

    private static boolean isSpelling(String word) {
        if (word.startsWith("unsub") || word.startsWith("unsusc")) {
            return true;
        }
        return word.startsWith("un")
                && word.length() >= SHORTEST
                && word.length() <= LONGEST
                && RIGHT.stream().anyMatch(right -> distance(word, right) <= MOST_ERRORS);
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
