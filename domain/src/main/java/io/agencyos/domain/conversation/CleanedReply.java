package io.agencyos.domain.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the writer of a reply wrote, without quoted thread, mail client's lines, disclaimer and signature.
 *
 * @param text at most 10,000 characters
 * @param signature the sign-off and what follows, at most 10 lines; read for phone and title, never for intent
 * @param uncut cleaning left nothing, so {@code text} is all that came; confidence is lowered by 0.20
 */
public record CleanedReply(String text, String signature, boolean uncut) {

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_SIGNATURE = 10;
    private static final int HEADER_REACH = 3;

    private static final Pattern QUOTE_INTRODUCTION = Pattern.compile("(?i)^on\\b.{0,300}\\bwrote:$");
    private static final Pattern ORIGINAL_MESSAGE =
            Pattern.compile("(?i)^-{2,}\\s{0,5}original message\\s{0,5}-{2,}.*");
    private static final Pattern FROM_HEADER = Pattern.compile("(?i)^\\*?from:.*");
    private static final Pattern NEXT_HEADER = Pattern.compile("(?i)^\\*?(?:sent|to|date|subject|cc):.*");
    private static final Pattern CLIENT_LINE = Pattern.compile("(?i)^(?:sent from my |get outlook for ).*");
    private static final Pattern DISCLAIMER =
            Pattern.compile("(?i)this e-?mail and any attachments|confidential and intended");
    private static final Pattern SIGN_OFF =
            Pattern.compile("(?i)^(?:(?:(?:kind|best|warm) )?regards|cheers|(?:many )?thanks|thank you|best(?: wishes)?"
                    + "|(?:yours )?sincerely) ?[,.!]?$");

    /** Cleans a plain text body. Total: any text has a cleaned form, and cleaning it again changes nothing. */
    public static CleanedReply of(String body) {
        String whole = cap(body.replace("\r\n", "\n").replace('\r', '\n')).strip();
        List<String> written = beforeFirstCut(whole.lines().toList());
        int signOff = signOffIn(written);
        String text = String.join("\n", written.subList(0, signOff)).strip();
        String signature =
                String.join("\n", written.subList(signOff, Math.min(written.size(), signOff + LONGEST_SIGNATURE)));
        return text.isEmpty() ? new CleanedReply(whole, "", true) : new CleanedReply(text, signature.strip(), false);
    }

    private static String cap(String body) {
        if (body.length() <= LONGEST_TEXT) {
            return body;
        }
        boolean splitsPair = Character.isHighSurrogate(body.charAt(LONGEST_TEXT - 1));
        return body.substring(0, splitsPair ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }

    private static List<String> beforeFirstCut(List<String> lines) {
        var kept = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String next = i + 1 < lines.size() ? lines.get(i + 1).strip() : null;
            if (opensQuotedThread(line, next) || headerBlockAt(lines, i)) {
                break;
            }
            var disclaimer = DISCLAIMER.matcher(line);
            if (disclaimer.find()) {
                kept.add(line.substring(0, startOfSentence(line, disclaimer.start())));
                break;
            }
            kept.add(lines.get(i));
        }
        return kept;
    }

    private static boolean opensQuotedThread(String line, @Nullable String next) {
        return line.startsWith(">")
                || QUOTE_INTRODUCTION.matcher(line).matches()
                || next != null && QUOTE_INTRODUCTION.matcher(line + " " + next).matches()
                || ORIGINAL_MESSAGE.matcher(line).matches()
                || line.contains("_".repeat(20))
                || line.equals("--")
                || CLIENT_LINE.matcher(line).matches();
    }

    private static boolean headerBlockAt(List<String> lines, int index) {
        if (!FROM_HEADER.matcher(lines.get(index).strip()).matches()) {
            return false;
        }
        return lines.stream()
                .skip(index + 1L)
                .limit(HEADER_REACH)
                .anyMatch(line -> NEXT_HEADER.matcher(line.strip()).matches());
    }

    private static int startOfSentence(String line, int at) {
        return Math.max(line.lastIndexOf(". ", at), Math.max(line.lastIndexOf("! ", at), line.lastIndexOf("? ", at)))
                + 1;
    }

    private static int signOffIn(List<String> lines) {
        boolean somethingBefore = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip().toLowerCase(Locale.ROOT);
            if (somethingBefore && SIGN_OFF.matcher(line).matches()) {
                return i;
            }
            somethingBefore |= !line.isEmpty();
        }
        return lines.size();
    }
}
