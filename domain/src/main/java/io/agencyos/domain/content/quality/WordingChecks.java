package io.agencyos.domain.content.quality;

import io.agencyos.domain.content.MessageForm;
import io.agencyos.domain.content.MessageText;
import io.agencyos.domain.content.TextField;
import io.agencyos.domain.content.quality.Phrases.Phrase;
import io.agencyos.domain.content.quality.Phrases.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks of the choice of words. Source: content 3.8, spam list, generic list, profanity, sensitive topics. */
final class WordingChecks {

    private static final List<Phrase> SPAM = Phrases.list("urgent|act now|limited time|don't miss|last chance|expires"
            + "|immediately|discount|money back|no cost|cheap|guarantee|guaranteed|guarantees|no obligation|risk-free"
            + "|call now|order now|buy now|click here|click below|winner|you've been selected|you've been chosen");
    private static final Phrase FREE = Phrase.of("free");
    private static final Set<String> FREE_IN_ANOTHER_SENSE = Set.of("feel", "toll", "hassle", "risk");
    private static final String ONLY_IN_SUBJECT = "congratulations";
    private static final Map<String, Pattern> SPAM_PATTERNS = Map.of(
            "$n", Pattern.compile("\\$\\s?\\d"),
            "save n%", Pattern.compile("(?i)\\bsave\\s+\\d{1,3}\\s?%"),
            "!!!", Pattern.compile("[!?]{3,}"),
            "....", Pattern.compile("\\.{4,}"));
    private static final int SPAM_ERROR_FROM = 3;

    private static final List<Phrase> GENERIC = Phrases.list("dear sir or madam|to whom it may concern|dear customer"
            + "|dear friend|hello there|i hope this email finds you well|i am writing to|i wanted to reach out"
            + "|i came across your profile");

    private static final List<Phrase> PROFANE =
            Phrases.list("arsehole|asshole|bastard|bitch|bloody|bullshit|crap|cunt|damn"
                    + "|dickhead|fuck|fucked|fucking|piss|shit|shitty|wanker");

    /** Said of the reader; the same words about a trade ("health clinics") are harmless. */
    private static final List<Phrase> SENSITIVE = Phrases.list("your health|your illness|your diagnosis|your disability"
            + "|your pregnancy|your religion|your faith|your church|your god|your politics|your vote|your party"
            + "|your ethnicity|your race|your ethnic background|your skin colour");

    private static final int SHOUT_FROM = 10;

    private WordingChecks() {}

    static List<Finding> spam(MessageText message, QualityContext context) {
        var found = new ArrayList<Finding>();
        if (message.form().fields().contains(TextField.SUBJECT)) {
            spamIn(message.text(TextField.SUBJECT), true)
                    .forEach(term -> found.add(Finding.error("spam_in_subject", "subject", term)));
        }
        String code = message.form() == MessageForm.EMAIL ? "spam_in_body" : "spam_trigger";
        String field = message.form().fields().getLast().wire();
        List<String> terms = spamIn(message.allButSubject(), false);
        terms.forEach(term -> found.add(
                terms.size() >= SPAM_ERROR_FROM
                        ? Finding.error(code, field, term)
                        : Finding.warning(code, field, term)));
        return found;
    }

    private static List<String> spamIn(String text, boolean subject) {
        Said said = Said.in(text);
        return Stream.of(
                        SPAM.stream()
                                .filter(phrase -> Phrases.contains(said, phrase))
                                .map(Phrase::text),
                        Stream.of(FREE)
                                .filter(free -> Phrases.contains(said, free, FREE_IN_ANOTHER_SENSE))
                                .map(Phrase::text),
                        Stream.of(ONLY_IN_SUBJECT)
                                .filter(word -> subject && said.distinct().contains(word)),
                        SPAM_PATTERNS.entrySet().stream()
                                .filter(pattern ->
                                        pattern.getValue().matcher(text).find())
                                .map(Map.Entry::getKey)
                                .sorted())
                .flatMap(terms -> terms)
                .toList();
    }

    static List<Finding> genericPhrases(MessageText message, QualityContext context) {
        return phrases(message, GENERIC, "generic_phrase", Finding.Severity.WARNING);
    }

    static List<Finding> profanity(MessageText message, QualityContext context) {
        return phrases(message, PROFANE, "profanity", Finding.Severity.ERROR);
    }

    /** Words that nobody says to a customer. */
    static List<String> profane(String text) {
        Said said = Said.in(text);
        return PROFANE.stream()
                .filter(phrase -> Phrases.contains(said, phrase))
                .map(Phrase::text)
                .toList();
    }

    static List<Finding> sensitiveTopics(MessageText message, QualityContext context) {
        List<Phrase> topics = Stream.concat(
                        SENSITIVE.stream(),
                        context.topicsToAvoid().stream().sorted().map(Phrase::of))
                .toList();
        return phrases(message, topics, "sensitive_topic", Finding.Severity.ERROR);
    }

    private static List<Finding> phrases(
            MessageText message, List<Phrase> phrases, String code, Finding.Severity severity) {
        var found = new ArrayList<Finding>();
        for (TextField field : message.form().fields()) {
            Said said = Said.in(message.text(field));
            for (Phrase phrase : phrases) {
                if (Phrases.contains(said, phrase)) {
                    found.add(new Finding(code, severity, field.wire(), phrase.text()));
                }
            }
        }
        return found;
    }

    static List<Finding> allCapsSubject(MessageText message, QualityContext context) {
        if (!message.form().fields().contains(TextField.SUBJECT)) {
            return List.of();
        }
        String subject = message.text(TextField.SUBJECT);
        boolean shouted = subject.length() > SHOUT_FROM
                && subject.codePoints().anyMatch(Character::isUpperCase)
                && subject.equals(subject.toUpperCase(Locale.ROOT));
        return shouted ? List.of(Finding.error("subject_all_caps", "subject", subject)) : List.of();
    }
}
