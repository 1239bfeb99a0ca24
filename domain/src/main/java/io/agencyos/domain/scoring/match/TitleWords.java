package io.agencyos.domain.scoring.match;

import java.text.Normalizer;

/**
 * A job title as a sequence of known words in segments: every element is the number of a word of the vocabulary,
 * {@link WordIndex#UNKNOWN} or {@link #END_OF_SEGMENT}. Source: scoring ALS-2, title normalisation.
 */
final class TitleWords {

    static final byte END_OF_SEGMENT = -2;
    static final byte END_OF_TITLE = -3;

    private static final char FIRST_BEYOND_ASCII = 128;

    private final WordIndex index;
    private final int and;
    private final int co;
    private final int ordinator;
    private final int coordinator;

    TitleWords(WordIndex index) {
        if (index.size() > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("the words of titles are numbered in a byte");
        }
        this.index = index;
        and = index.idOf("and");
        co = index.idOf("co");
        ordinator = index.idOf("ordinator");
        coordinator = index.idOf("coordinator");
    }

    /** The words of this title: every segment is closed, and behind the last stands {@link #END_OF_TITLE}. */
    byte[] read(String title) {
        byte[] words = new byte[title.length() + 2];
        return scan(title, words, true) ? words : readDecomposed(decomposed(title));
    }

    private byte[] readDecomposed(String text) {
        byte[] words = new byte[text.length() + 2];
        scan(text, words, false);
        return words;
    }

    /** Most titles are ASCII; one that is not is given up here, answering false, and read again once decomposed. */
    private boolean scan(String text, byte[] words, boolean asciiOnly) {
        int count = 0;
        int lastEnd = -1;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            long key = 0;
            int code;
            while (end < text.length() && (code = WordIndex.code(text.charAt(end))) != 0) {
                key = WordIndex.step(key, code);
                end++;
            }
            if (end == at) {
                if (asciiOnly && text.charAt(at) >= FIRST_BEYOND_ASCII) {
                    return false;
                }
                if (separates(text, at)) {
                    words[count++] = END_OF_SEGMENT;
                }
                at++;
                continue;
            }
            int endOfInitials = end == at + 1 ? endOfInitials(text, at) : at;
            int word = endOfInitials > at ? initials(text, at, endOfInitials) : index.find(text, at, end, key);
            if (word == ordinator && follows(words, count, lastEnd, text, at)) {
                words[count - 1] = (byte) coordinator;
            } else {
                words[count++] = word == and ? END_OF_SEGMENT : (byte) word;
            }
            lastEnd = Math.max(end, endOfInitials);
            at = lastEnd;
        }
        words[count] = END_OF_SEGMENT;
        words[count + 1] = END_OF_TITLE;
        return true;
    }

    /** Whether {@code co-} stands directly before, so that {@code co-ordinator} is one word. */
    private boolean follows(byte[] words, int count, int lastEnd, String text, int at) {
        return count > 0 && words[count - 1] == co && lastEnd == at - 1 && isDash(text.charAt(at - 1));
    }

    private static boolean separates(String text, int at) {
        return switch (text.charAt(at)) {
            case '/', '|', ',', ';', '+', '&' -> true;
            default -> isDash(text.charAt(at)) && blankAt(text, at - 1) && blankAt(text, at + 1);
        };
    }

    private static boolean blankAt(String text, int at) {
        return at < 0 || at >= text.length() || Character.isWhitespace(text.charAt(at));
    }

    private static boolean isDash(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
    }

    /** The end of dotted initials such as {@code C.E.O.} that start here, without the last dot; else {@code at}. */
    private static int endOfInitials(String text, int at) {
        int letter = at;
        while (letter + 2 < text.length()
                && isLetter(text.charAt(letter))
                && text.charAt(letter + 1) == '.'
                && isLetter(text.charAt(letter + 2))
                && (letter + 3 == text.length() || !WordIndex.isAlphanumeric(text.charAt(letter + 3)))) {
            letter += 2;
        }
        return letter == at ? at : letter + 1;
    }

    private int initials(String text, int from, int to) {
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < to; i += 2) {
            letters.append(text.charAt(i));
        }
        return index.idOf(letters.toString());
    }

    private static boolean isLetter(char c) {
        return WordIndex.isAlphanumeric(c) && c > '9';
    }

    /** NFKD without diacritics. */
    private static String decomposed(String title) {
        return withoutMarks(Normalizer.normalize(title, Normalizer.Form.NFKD));
    }

    private static String withoutMarks(String decomposed) {
        StringBuilder kept = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
