package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.conversation.inbox.MailEvent.BounceClass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The class of a failed delivery by its status (RFC 3463) and words; first match wins. Source: smtp-imap 5, outreach 8.7. */
final class BounceClasses {

    private static final Pattern STATUS = Pattern.compile("\\b[45]\\.\\d{1,3}\\.\\d{1,3}\\b");
    private static final Pattern VAGUE = Pattern.compile("[45]\\.0\\.\\d{1,3}");

    private record Rule(BounceClass bounceClass, List<String> statuses, List<String> words) {

        boolean holds(String status, String text) {
            return statuses.stream().anyMatch(status::startsWith)
                    || words.stream().anyMatch(text::contains);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(BounceClass.POLICY, List.of("5.7."), List.of("blocklist", "blacklist", "block list")),
            new Rule(
                    BounceClass.SOFT,
                    List.of("4.", "5.2.2"),
                    List.of("mailbox full", "mailbox is full", "over quota", "quota exceeded")),
            new Rule(
                    BounceClass.HARD,
                    List.of("5.1.", "5.4.", "5.2."),
                    List.of("unknown user", "user unknown", "no such user", "no such domain")),
            // the server's, the line's or the message's trouble says nothing about the address
            new Rule(BounceClass.SOFT, List.of("5.3.", "5.5.", "5.6."), List.of()));

    private BounceClasses() {}

    /** No code and no word: hard. */
    static BounceClass of(String status, String text) {
        String words = text.toLowerCase(Locale.ROOT);
        String exact = exact(status, words);
        return RULES.stream()
                .filter(rule -> rule.holds(exact, words))
                .findFirst()
                .map(Rule::bounceClass)
                .orElse(BounceClass.HARD);
    }

    /** A status as vague as 5.0.0 gives way to one that the text names. */
    private static String exact(String status, String text) {
        Stream<String> named = STATUS.matcher(text).results().map(MatchResult::group);
        return Stream.concat(Optional.of(status).stream(), named)
                .filter(code ->
                        STATUS.matcher(code).matches() && !VAGUE.matcher(code).matches())
                .findFirst()
                .orElse("");
    }
}
