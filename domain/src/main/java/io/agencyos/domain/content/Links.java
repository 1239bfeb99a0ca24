package io.agencyos.domain.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links in a text: with a scheme, with www, or a bare host with a path, which mail programs make a link of too. */
public final class Links {

    static final Pattern LINK = Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]{0,15}://[^\\s<>\"]{1,2000}"
            + "|www\\.[^\\s<>\"]{1,2000}"
            + "|(?<!@)(?:[a-z0-9-]{1,63}\\.){1,5}[a-z]{2,24}/[^\\s<>\"]{0,2000})");
    private static final Pattern BEHIND = Pattern.compile("[.,;:!?)\\]]+$");
    private static final Pattern SCHEME = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*://");

    private Links() {}

    /** The links as they stand in the text, without a full stop or bracket behind them. */
    public static List<String> in(String text) {
        if (text.indexOf('/') < 0 && text.indexOf('.') < 0) {
            // most subjects
            return List.of();
        }
        List<String> found = new ArrayList<>();
        Matcher link = LINK.matcher(text).useTransparentBounds(true);
        for (int from = 0, to; from < text.length(); from = to + 1) {
            to = from;
            while (to < text.length() && !endsLink(text.charAt(to))) {
                to++;
            }
            if (mayHoldLink(text, from, to)) {
                link.region(from, to);
                while (link.find()) {
                    found.add(BEHIND.matcher(link.group()).replaceFirst(""));
                }
            }
        }
        return List.copyOf(found);
    }

    /** What no link goes beyond: the search through what stands between two of these is dear, and most of it is a word. */
    private static boolean endsLink(char c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c == '<' || c == '>' || c == '"';
    }

    /** Whether it holds a slash, as all but one kind of link do, or a full stop behind a w. */
    private static boolean mayHoldLink(String text, int from, int to) {
        if (text.indexOf('/', from, to) >= 0) {
            return true;
        }
        for (int dot = text.indexOf('.', from, to); dot >= 0; dot = text.indexOf('.', dot + 1, to)) {
            if (dot > from && (text.charAt(dot - 1) == 'w' || text.charAt(dot - 1) == 'W')) {
                return true;
            }
        }
        return false;
    }

    /** The lower-case host of a link; what stands before an @ is not part of it. */
    public static String host(String link) {
        String rest = SCHEME.matcher(link).replaceFirst("").replace('\\', '/').split("[/?#]", 2)[0];
        String host = rest.substring(rest.lastIndexOf('@') + 1).split(":", 2)[0];
        return host.toLowerCase(Locale.ROOT);
    }
}
