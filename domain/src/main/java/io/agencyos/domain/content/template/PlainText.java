package io.agencyos.domain.content.template;

import java.util.Map;

/** Curly quotes, dashes and special spaces in plain ASCII, so that a text message stays in one alphabet. */
final class PlainText {

    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x201a, "'"),
            Map.entry(0x201c, "\""),
            Map.entry(0x201d, "\""),
            Map.entry(0x201e, "\""),
            Map.entry(0x2010, "-"),
            Map.entry(0x2011, "-"),
            Map.entry(0x2012, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2026, "..."),
            Map.entry(0x00a0, " "),
            Map.entry(0x2007, " "),
            Map.entry(0x2009, " "),
            Map.entry(0x202f, " "));

    private PlainText() {}

    static String of(String text) {
        var result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            String plain = PLAIN.get(c);
            if (plain == null) {
                result.appendCodePoint(c);
            } else {
                result.append(plain);
            }
        });
        return result.toString();
    }
}
