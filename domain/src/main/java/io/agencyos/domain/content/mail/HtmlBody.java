package io.agencyos.domain.content.mail;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The HTML part of an e-mail, made from its text: paragraphs, line breaks, links; everything else escaped. Source: outreach 8.3, 8.5. */
public final class HtmlBody {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n[ \\t]*\\n\\s*");

    private HtmlBody() {}

    /** The same words as HTML. */
    public static String of(String text) {
        return Arrays.stream(BLANK_LINES.split(text.replace("\r\n", "\n").strip()))
                .map(paragraph -> "<p>" + lines(paragraph) + "</p>")
                .collect(Collectors.joining());
    }

    private static String lines(String paragraph) {
        return paragraph.lines().map(HtmlBody::line).collect(Collectors.joining("<br>"));
    }

    private static String line(String line) {
        StringBuilder html = new StringBuilder();
        int from = 0;
        for (MatchResult link : LINK.matcher(line).results().toList()) {
            html.append(escaped(line.substring(from, link.start())));
            String url = escaped(link.group());
            html.append("<a href=\"").append(url).append("\">").append(url).append("</a>");
            from = link.end();
        }
        return html.append(escaped(line.substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
