package io.agencyos.adapters.out.salesforge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Mail content, which the vendor gives as HTML or as plain text, as text. */
final class Texts {

    /** A tag that mail is written with; an address in angle brackets is none. */
    private static final Pattern MARKUP = Pattern.compile(
            "<\\s*/?\\s*(?:html|head|body|style|meta|div|p|br|hr|span|font|a|b|i|u|em|strong|small|h[1-6]|ul|ol|li|pre|img"
                + "|table|tbody|thead|tr|td|th|blockquote|center|section|article)(?:\\s[^<>]*)?/?\\s*>",
            Pattern.CASE_INSENSITIVE);

    private Texts() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The plain text with its lines kept; text without markup is returned as it is. */
    static String plain(String content) {
        if (!MARKUP.matcher(content).find()) {
            return content;
        }
        Document document = Jsoup.parse(content);
        document.select("script,style,head").remove();
        StringBuilder out = new StringBuilder();
        NodeTraversor.traverse(new Lines(out), document.body());
        return out.toString()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private record Lines(StringBuilder out) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                out.append(text.getWholeText().replaceAll("\\s+", " "));
            } else if (node instanceof Element element && element.nameIs("br")) {
                out.append('\n');
            } else if (node instanceof Element element && element.isBlock() && !out.isEmpty()) {
                out.append('\n');
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.nameIs("p")) {
                out.append("\n");
            }
        }
    }

    /** The message without the quoted history that the vendor appends below it. */
    static String withoutHistory(String html) {
        Document document = Jsoup.parse(html);
        document.select("blockquote,.gmail_quote").remove();
        return document.body().html();
    }

    /** SHA-256 of the text with every run of white space as one blank. */
    static String fingerprint(String content) {
        String normal = plain(content).replaceAll("\\s+", " ").strip();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(normal.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
