package io.agencyos.domain.scoring.match;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Numbers the words of a fixed vocabulary and finds them, whatever their case, inside a longer text without copying
 * it: a million titles are read without a million substrings. A word of at most twelve letters and digits packs into
 * one number exactly, so that nearly every look-up is a comparison of numbers.
 */
final class WordIndex {

    /** What {@link #find} answers for a word that is not in the vocabulary. */
    static final int UNKNOWN = -1;

    /** Twelve digits to the base of 37 still fit into a long. */
    private static final int LONGEST_PACKED = 12;

    private static final int BASE = 37;

    /** 1 to 36 for the letters and digits of ASCII in either case; 0 for everything that ends a word. */
    private static final byte[] CODES = codes();

    private final List<String> words;
    private final int[] slots;
    private final long[] keys;
    private final boolean[] packedWords;

    /** The words in any case; duplicates count once. */
    WordIndex(Collection<String> vocabulary) {
        var distinct = new LinkedHashSet<String>();
        vocabulary.forEach(word -> distinct.add(lower(word)));
        words = List.copyOf(distinct);
        int size = Integer.highestOneBit(Math.max(words.size(), 1)) * 4;
        slots = new int[size];
        keys = new long[size];
        packedWords = new boolean[size];
        for (int id = 0; id < words.size(); id++) {
            long key = keyOf(words.get(id));
            int slot = slotOf(key);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = id + 1;
            keys[slot] = key;
            packedWords[slot] = isPacked(words.get(id));
        }
    }

    int size() {
        return words.size();
    }

    /** The number of any word, which may contain what ends a word in a text, or {@link #UNKNOWN}. */
    int idOf(String word) {
        return find(word, 0, word.length(), keyOf(word), false);
    }

    /** The number of the word at this place, made of letters and digits only, whose {@link #step} by step is the key. */
    int find(String text, int from, int to, long key) {
        return find(text, from, to, key, to - from <= LONGEST_PACKED);
    }

    /** The key of a word that has one more letter; a word begins with the key 0. */
    static long step(long key, int code) {
        return key * BASE + code;
    }

    /** 1 to 36 for a letter or digit of ASCII, the same in either case; 0 for everything that ends a word. */
    static int code(char c) {
        return c < CODES.length ? CODES[c] : 0;
    }

    static char lower(char c) {
        if (c < CODES.length) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return Character.toLowerCase(c);
    }

    static boolean isAlphanumeric(char c) {
        return code(c) != 0;
    }

    private int find(String text, int from, int to, long key, boolean packed) {
        int slot = slotOf(key);
        while (slots[slot] != 0) {
            if (keys[slot] == key
                    && ((packed && packedWords[slot]) || same(words.get(slots[slot] - 1), text, from, to))) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return UNKNOWN;
    }

    private int slotOf(long key) {
        long spread = key * 0x9E3779B97F4A7C15L;
        return (int) (spread >>> 40) & (slots.length - 1);
    }

    private static boolean isPacked(String word) {
        if (word.length() > LONGEST_PACKED) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (!isAlphanumeric(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static long keyOf(String word) {
        long key = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = lower(word.charAt(i));
            key = step(key, isAlphanumeric(c) ? code(c) : c);
        }
        return key;
    }

    private static String lower(String word) {
        StringBuilder lowered = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            lowered.append(lower(word.charAt(i)));
        }
        return lowered.toString();
    }

    private static boolean same(String word, String text, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != lower(text.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    private static byte[] codes() {
        byte[] codes = new byte[128];
        for (char c = '0'; c <= '9'; c++) {
            codes[c] = (byte) (c - '0' + 1);
        }
        for (char c = 'a'; c <= 'z'; c++) {
            codes[c] = (byte) (c - 'a' + 11);
            codes[c - 'a' + 'A'] = codes[c];
        }
        return codes;
    }
}
