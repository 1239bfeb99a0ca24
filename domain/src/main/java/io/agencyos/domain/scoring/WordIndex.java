package io.agencyos.domain.scoring;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Numbers the words of a fixed vocabulary and finds them, whatever their case, inside a longer text without copying
 * it: a million titles are read without a million substrings.
 */
final class WordIndex {

    /** What {@link #find} answers for a word that is not in the vocabulary. */
    static final int UNKNOWN = -1;

    private final List<String> words;
    private final int[] slots;
    private final String[] keys;

    /** The words in any case; duplicates count once. */
    WordIndex(Collection<String> vocabulary) {
        var distinct = new LinkedHashSet<String>();
        vocabulary.forEach(word -> distinct.add(lower(word)));
        words = List.copyOf(distinct);
        int size = Integer.highestOneBit(Math.max(words.size(), 1)) * 4;
        slots = new int[size];
        keys = new String[size];
        for (int id = 0; id < words.size(); id++) {
            String word = words.get(id);
            int slot = spread(hash(word, 0, word.length())) & (size - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = id + 1;
            keys[slot] = word;
        }
    }

    int size() {
        return words.size();
    }

    /** The number of this word, or {@link #UNKNOWN}. */
    int idOf(String word) {
        return find(word, 0, word.length());
    }

    int find(String text, int from, int to) {
        return find(text, from, to, hash(text, from, to));
    }

    /** As above with the hash that the caller has computed while it looked for the end of the word. */
    int find(String text, int from, int to, int hash) {
        int slot = spread(hash) & (slots.length - 1);
        while (slots[slot] != 0) {
            if (same(keys[slot], text, from, to)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return UNKNOWN;
    }

    static int step(int hash, char lowered) {
        return 31 * hash + lowered;
    }

    static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }

    /** Whether this is one of {@code [a-z0-9]} in either case. */
    static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    private static String lower(String word) {
        StringBuilder lowered = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            lowered.append(lower(word.charAt(i)));
        }
        return lowered.toString();
    }

    private static int hash(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = step(hash, lower(text.charAt(i)));
        }
        return hash;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }

    private static boolean same(String key, String text, int from, int to) {
        if (key.length() != to - from) {
            return false;
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) != lower(text.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }
}
