package io.agencyos.domain.content;

import io.agencyos.domain.shared.Vocabulary;

/**
 * How long a text message is on the wire. Source: content 3.9, E-31.
 *
 * @param units septets in GSM-7, UTF-16 units in UCS-2
 * @param segments how many parts the network sends and bills; 1 up to 160 or 70 units, then 153 or 67 each
 */
public record SmsLength(Encoding encoding, int units, int segments) {

    /** The alphabet the network uses; one character outside GSM-7 turns the whole text into UCS-2. */
    public enum Encoding implements Vocabulary {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int single;
        private final int part;

        Encoding(int single, int part) {
            this.single = single;
            this.part = part;
        }

        private int segments(int units) {
            return units <= single ? 1 : Math.ceilDiv(units, part);
        }
    }

    private static final String BASIC = "@\u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\n"
            + "\u00d8\u00f8\r"
            + "\u00c5\u00e5\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\u00c6\u00e6\u00df\u00c9"
            + " !\"#\u00a4%&'()*+,-./0123456789:;<=>?\u00a1ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00c4\u00d6\u00d1\u00dc\u00a7"
            + "\u00bfabcdefghijklmnopqrstuvwxyz\u00e4\u00f6\u00f1\u00fc\u00e0";
    private static final String EXTENSION = "^{}\\[~]|\u20ac\f";

    /** The length of a text as it stands; curly quotes and dashes are not made plain here. */
    public static SmsLength of(String text) {
        boolean gsm = text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
        int escaped = (int) text.chars().filter(c -> EXTENSION.indexOf(c) >= 0).count();
        Encoding encoding = gsm ? Encoding.GSM_7 : Encoding.UCS_2;
        int units = gsm ? text.length() + escaped : text.length();
        return new SmsLength(encoding, units, encoding.segments(units));
    }
}
