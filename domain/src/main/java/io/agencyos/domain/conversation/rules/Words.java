package io.agencyos.domain.conversation.rules;

import java.util.List;
import java.util.Set;

/**
 * A run of words of one clause or one sentence: lower-cased for matching, and as written for names and for showing
 * which words a rule hit.
 */
record Words(List<String> lower, List<String> written, int sentence) {

    private static final Set<String> NEGATORS = Set.of("not", "no", "never", "neither", "nor", "hardly", "without");
    private static final int NEGATOR_REACH = 3;

    Words {
        lower = List.copyOf(lower);
        written = List.copyOf(written);
    }

    int size() {
        return lower.size();
    }

    String at(int index) {
        return lower.get(index);
    }

    boolean contains(String word) {
        return lower.contains(word);
    }

    String excerpt(int from, int to) {
        return String.join(" ", written.subList(from, to));
    }

    boolean hasNegator() {
        return hasNegator(0, size());
    }

    /** Whether a negator stands inside the match or within three words before it (° of content 4.4). */
    boolean negated(int from, int to) {
        return hasNegator(Math.max(0, from - NEGATOR_REACH), to);
    }

    private boolean hasNegator(int from, int to) {
        for (int i = from; i < to; i++) {
            if (NEGATORS.contains(lower.get(i))) {
                return true;
            }
        }
        return false;
    }
}
