package io.agencyos.domain.content;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The links in a text: with a scheme, with www, or a bare host with a path, which mail programs make a link of too. */
public final class Links {

    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]{0,15}://[^\\s<>\"]{1,2000}"
            + "|www\\.[^\\s<>\"]{1,2000}"
            + "|(?<!@)(?:[a-z0-9-]{1,63}\\.){1,5}[a-z]{2,24}/[^\\s<>\"]{0,2000})");
    private static final Pattern SCHEME = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*://");

    private Links() {}

    /** The links as they stand in the text, without a full stop or bracket behind them. */
    public static List<String> in(String text) {
        if (text.indexOf('/') < 0 && text.indexOf('.') < 0) {
            // most subjects: the search through all of a text is dear
            return List.of();
        }
        return LINK.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(link -> link.replaceAll("[.,;:!?)\\]]+$", ""))
                .toList();
    }

    /** The lower-case host of a link; what stands before an @ is not part of it. */
    public static String host(String link) {
        String rest = SCHEME.matcher(link).replaceFirst("").replace('\\', '/').split("[/?#]", 2)[0];
        String host = rest.substring(rest.lastIndexOf('@') + 1).split(":", 2)[0];
        return host.toLowerCase(Locale.ROOT);
    }
}
