package io.agencyos.domain.lead;

import io.agencyos.domain.shared.contact.NameKey;
import java.util.Arrays;
import java.util.List;

/**
 * Whether two company names look alike without being the same. It blocks nobody: it asks a person to look. Source: outreach
 * 6.2 ("looser similarity only creates a review task").
 */
public final class LikeNamed {

    /** One letter may differ for each so many; shorter names have to agree. */
    private static final int LETTERS_A_SLIP = 6;

    private static final int SHORTEST_BEGINNING = 4;

    private LikeNamed() {}

    /** Spelt otherwise by a space or a slip, or one of them the beginning of the other, word by word. */
    public static boolean alike(NameKey one, NameKey other) {
        if (one.equals(other)) {
            return false;
        }
        String left = joined(one);
        String right = joined(other);
        int slips = Math.min(left.length(), right.length()) / LETTERS_A_SLIP;
        return begins(one, other) || begins(other, one) || within(left, right, slips);
    }

    private static String joined(NameKey name) {
        return name.value().replace(" ", "");
    }

    private static boolean begins(NameKey shorter, NameKey longer) {
        List<String> first = Arrays.asList(shorter.value().split(" "));
        List<String> all = Arrays.asList(longer.value().split(" "));
        return joined(shorter).length() >= SHORTEST_BEGINNING
                && all.size() > first.size()
                && all.subList(0, first.size()).equals(first);
    }

    /** Levenshtein's distance, row by row. */
    private static boolean within(String left, String right, int most) {
        if (Math.abs(left.length() - right.length()) > most) {
            return false;
        }
        int[] before = new int[right.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = before[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[right.length()] <= most;
    }
}
