package io.agencyos.adapters.out.smtpimap;

import io.agencyos.adapters.out.smtpimap.StagedTransport.Refusal;
import io.agencyos.adapters.out.smtpimap.StagedTransport.Stage;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server's no means, by code, enhanced status (RFC 3463) and words; first match wins. Source: smtp-imap 3. */
final class Refusals {

    private static final Duration LATER = Duration.ofMinutes(15);
    private static final Duration MUCH_LATER = Duration.ofMinutes(60);
    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** @param status the enhanced one, empty where the server gave none */
    record Answer(Stage stage, int code, String status, String words) {

        static Answer of(Refusal refusal) {
            Matcher enhanced = ENHANCED.matcher(refusal.text());
            return new Answer(
                    refusal.stage(),
                    refusal.code(),
                    enhanced.find() ? enhanced.group(1) : "",
                    refusal.text().toLowerCase(Locale.ROOT));
        }

        boolean temporary() {
            return code >= 400 && code < 500;
        }

        boolean is(Integer... codes) {
            return List.of(codes).contains(code);
        }

        boolean says(String... parts) {
            return List.of(parts).stream().anyMatch(words::contains);
        }

        boolean statusIn(String... prefixes) {
            return List.of(prefixes).stream().anyMatch(status::startsWith);
        }
    }

    private record Rule(String name, Predicate<Answer> when, BiFunction<Answer, Details, SendOutcome> then) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "no credits",
                    a -> a.says(
                            "credits exceeded", "insufficient credit", "insufficient funds", "insufficient balance"),
                    (a, d) -> new SendOutcome.Rejected(new VendorFailure.OutOfCredits(d))),
            new Rule(
                    "not signed in",
                    a -> a.is(530, 534, 535, 538),
                    (a, d) -> new SendOutcome.Rejected(new VendorFailure.Unauthorized(d))),
            new Rule("too fast", Refusals::tooFast, (a, d) -> wait(new VendorFailure.RateLimited(d, MUCH_LATER))),
            new Rule("temporary", Answer::temporary, (a, d) -> later(d)),
            new Rule("policy", Refusals::policy, (a, d) -> rejected(d, "policy")),
            new Rule("full mailbox", a -> a.statusIn("5.2.2"), (a, d) -> later(d)),
            new Rule("payload", Refusals::payload, (a, d) -> rejected(d, "payload")),
            new Rule("recipient", Refusals::recipient, (a, d) -> rejected(d, "recipient")),
            new Rule("any other no", a -> a.code() >= 500 && a.code() < 600, (a, d) -> rejected(d, "policy")));

    private Refusals() {}

    /** For answers before the final dot and readable answers to it. */
    static SendOutcome outcome(Refusal refusal) {
        Answer answer = Answer.of(refusal);
        return RULES.stream()
                .filter(rule -> rule.when().test(answer))
                .findFirst()
                .map(rule -> rule.then().apply(answer, details(answer, rule.name())))
                .orElseGet(() -> later(details(answer, "an unreadable answer")));
    }

    private static Details details(Answer answer, String meaning) {
        String code = answer.status().isEmpty() ? String.valueOf(answer.code()) : answer.status();
        return Failures.details("send", stageWord(answer.stage()) + " refused: " + meaning)
                .withVendorCode(code);
    }

    private static String stageWord(Stage stage) {
        return switch (stage) {
            case CONNECT -> "connection";
            case MAIL -> "MAIL";
            case RCPT -> "RCPT";
            case DATA -> "DATA";
            case FINAL_DOT, ACCEPTED -> "message";
        };
    }

    private static boolean tooFast(Answer a) {
        return a.statusIn("4.7.")
                || a.says("rate limit", "too many", "too fast", "sending limit", "sending quota", "throttl");
    }

    private static boolean policy(Answer a) {
        return a.statusIn("5.7.")
                || a.is(554) && !a.statusIn("5.1.", "5.2.", "5.3.4", "5.5.")
                || a.says("spam", "blocklist", "blacklist", "block list", "policy");
    }

    private static boolean payload(Answer a) {
        return a.is(552, 500, 501, 502, 503, 504) && !a.statusIn("5.1.", "5.2.") || a.statusIn("5.3.4", "5.5.");
    }

    /** A no to MAIL is about us, whatever its code. */
    private static boolean recipient(Answer a) {
        return a.stage() != Stage.MAIL && (a.is(550, 551, 553) || a.statusIn("5.1.", "5.2."));
    }

    private static SendOutcome wait(VendorFailure.RateLimited failure) {
        return new SendOutcome.NotAccepted(failure, failure.retryAfter());
    }

    private static SendOutcome later(Details details) {
        return new SendOutcome.NotAccepted(new VendorFailure.Unavailable(details), LATER);
    }

    private static SendOutcome rejected(Details details, String field) {
        return new SendOutcome.Rejected(new VendorFailure.Invalid(details, field, details.message()));
    }
}
