package io.agencyos.adapters.out.sandbox.truth;

import java.util.Locale;
import java.util.regex.Pattern;

/** What about a message moves its reader. */
public record MessageFeatures(
        int subjectWords, int bodyWords, boolean personal, boolean asks, boolean spammy, int links) {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern LINK = Pattern.compile("href\\s*=|https?://", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPAM = Pattern.compile(
            "\\b(free|guarantee[d]?|act now|limited offer|100%|winner|cheap)\\b|!!", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Reads a message as its recipient would: personal means that it names the company in subject or text. */
    public static MessageFeatures of(String subject, String html, String company) {
        String text = plain(html);
        String all = (subject + " " + text).toLowerCase(Locale.ROOT);
        String companyStem = companyStem(company);
        return new MessageFeatures(
                words(subject),
                words(text),
                !companyStem.isEmpty() && all.contains(companyStem),
                text.contains("?"),
                SPAM.matcher(all).find(),
                (int) LINK.matcher(html.replaceAll("(?i)href\\s*=\\s*[\"']https?://", "href="))
                        .results()
                        .count());
    }

    /** The text of a message without its tags. */
    public static String plain(String html) {
        String text = html.indexOf('<') < 0
                ? html
                : TAG.matcher(html.replaceAll("(?i)<(br|/p|/div)[^>]*>", "\n")).replaceAll("");
        return text.replace("&amp;", "&")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .strip();
    }

    /** The first two words of a company's name, as people write it in a sentence. */
    private static String companyStem(String company) {
        String[] parts = SPACE.split(company.strip().toLowerCase(Locale.ROOT));
        return parts.length < 2 ? parts[0] : parts[0] + " " + parts[1];
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : SPACE.split(text.strip()).length;
    }
}
