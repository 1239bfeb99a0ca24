package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.conversation.inbox.MailEvent.BounceClass;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The class of a bounce from its text, since the vendor gives none; unclear ones are hard. Source: salesforge 8, outreach 8.7. */
final class BounceText {

    private static final Pattern CODE = Pattern.compile("\\b([45])\\.(\\d{1,3})\\.\\d{1,3}\\b");

    private BounceText() {}

    static BounceClass classify(String text) {
        Matcher code = CODE.matcher(text);
        if (code.find()) {
            if (code.group(1).equals("4")) {
                return BounceClass.SOFT;
            }
            return switch (code.group(2)) {
                case "7" -> BounceClass.POLICY;
                case "2" -> BounceClass.SOFT;
                default -> BounceClass.HARD;
            };
        }
        String words = text.toLowerCase(Locale.ROOT);
        if (Stream.of("mailbox full", "mailbox is full", "over quota", "quota exceeded")
                .anyMatch(words::contains)) {
            return BounceClass.SOFT;
        }
        return Stream.of("blocklist", "blacklist", "block list").anyMatch(words::contains)
                ? BounceClass.POLICY
                : BounceClass.HARD;
    }
}
