package io.agencyos.adapters.out.postgres.lead;

import java.util.stream.IntStream;

/**
 * A text by the parts of three letters that it holds, each as one of 65,536 numbers: what does not hold all numbers of a
 * search does not hold the search.
 */
final class SearchGrams {

    /** Bytes of a set of such numbers. */
    static final int BYTES = 8_192;

    private static final int LETTERS = 3;
    private static final int MOST_ASKED = 12;
    private static final int NUMBERS = BYTES * Byte.SIZE;

    private SearchGrams() {}

    /** The numbers that a search asks for, the first dozen; none for one of fewer than three letters. */
    static Integer[] asked(String folded) {
        return numbers(folded).distinct().limit(MOST_ASKED).boxed().toArray(Integer[]::new);
    }

    /** Puts the numbers of a text into a set, as PostgreSQL's {@code get_bit} reads it. */
    static void add(String folded, byte[] set) {
        numbers(folded).forEach(number -> set[number / Byte.SIZE] |= (byte) (1 << number % Byte.SIZE));
    }

    private static IntStream numbers(String folded) {
        return IntStream.rangeClosed(0, folded.length() - LETTERS)
                .map(at -> mixed(folded.charAt(at), folded.charAt(at + 1), folded.charAt(at + 2)));
    }

    private static int mixed(char one, char two, char three) {
        int mixed = (one * 31 + two) * 31 + three;
        mixed *= 0x9E3779B1;
        return mixed >>> 16 & NUMBERS - 1;
    }
}
