package io.agencyos.domain.conversation.rules;

import static io.agencyos.domain.conversation.rules.Rule.clause;

import io.agencyos.domain.shared.Channel;
import java.util.List;
import java.util.Set;

/** The rules that find an opt-out. They carry no weight: one hit is enough. Source: content 4.4, rows opt-out. */
final class OptOutRules {

    /** A sentence with one of these asks for another channel or time and is no opt-out. */
    static final Set<String> PREFERENCE = Set.of("instead", "rather", "prefer", "before", "until");

    static final List<Rule> IN_WORDS = List.of(
            clause(0, "OPTOUTWORD"),
            clause(0, "remove (me|us)"),
            clause(
                    0,
                    "(remove|delete|erase) (my|our|this) ~3"
                            + " (details|data|email|number|address|contact|info|information|name)"),
            clause(0, "take (me|us|my|our) ~2 off"),
            clause(0, "off (your|this|the) ~2 list"),
            clause(0, "(opt|opting) [me|us] out"),
            clause(
                    0,
                    "stop (emailing|contacting|messaging|texting|calling|sending|ringing|spamming|writing|harassing"
                            + "|bothering|these|with)"),
            clause(
                    0,
                    "(do not|never) ~2 (contact|email|message|text|call|ring) ~2"
                            + " (me|us|my|our|this|again|anymore|here|any)"),
            clause(0, "no more (emails|messages|texts|calls|contact)"),
            clause(0, "(lose|delete|forget) my (number|email|details)"),
            clause(0, "leave (me|us) alone"),
            clause(0, "(withdraw|revoke) [my|our] consent"),
            clause(
                    0,
                    "(request|requested|ask|asked|want|wish|like|please) ~3 (be|get)"
                            + " (removed|deleted|erased|taken off|unsubscribed)"),
            clause(0, "cease ~2 (contact|emails|messages|texts|calls|correspondence)"),
            clause(0, "stop (all|any|your|sending) ~1 (contact|emails|messages|texts|calls|correspondence)"),
            clause(0, "no (more|further) ~1 (emails|messages|texts|calls|contact|correspondence)"),
            clause(
                    0,
                    "(do not|no longer) ~1 (want|wish|like|need|care) to (receive|get|hear|be contacted|be emailed) ~4"
                            + " (from you|emails|messages|texts|calls|these|this|anymore)"),
            clause(0, "how ~3 (get off|stop) (this|these|your) ~1 (list|emails|messages|texts|calls)"),
            clause(
                    0,
                    "(remove|delete|erase) ~5 (your|the|this|any|all|future) ~2"
                            + " (list|lists|database|system|records|campaigns|distribution|mailing)"),
            clause(0, "(remove|delete|erase) ~1 (me|us|this email|this number|this address)"),
            clause(0, "take ~4 off (your|the|this) ~2 (list|lists|database|system|records|mailing)"),
            clause(
                    0,
                    "^ [please|kindly|just|and|so] (do not|never|not|no|cease|stop) ~3 (further|more|again|anymore) ~3"
                            + " COMM"),
            clause(
                    0,
                    "^ [please|kindly|just|and|so] (do not|never|not|no|cease|stop) ~3 COMM ~4"
                            + " (again|anymore|any more|further|ever)"),
            clause(0, "^ [please] stop [now|it|please] $"),
            clause(0, "^ [please|kindly] [just] (remove|delete) [please|thanks|me|now] $"));

    private static final Set<String> SMS_FIRST_WORDS =
            Set.of("stop", "stopall", "unsubscribe", "unsub", "optout", "remove");
    private static final Set<String> SMS_WHOLE_TEXT = Set.of("cancel", "end", "quit", "opt out");
    private static final int LONGEST_KEYWORD_TEXT = 3;

    private OptOutRules() {}

    static boolean isPreference(Reading.Sentence sentence) {
        return PREFERENCE.stream().anyMatch(sentence.words()::contains);
    }

    static boolean isSmsKeyword(Reading reading) {
        if (reading.reply().channel() != Channel.SMS || reading.sentences().isEmpty()) {
            return false;
        }
        Words first = reading.sentences().getFirst().words();
        boolean startsWithKeyword =
                reading.wordCount() <= LONGEST_KEYWORD_TEXT && SMS_FIRST_WORDS.contains(first.at(0));
        boolean isKeyword =
                reading.wordCount() == first.size() && SMS_WHOLE_TEXT.contains(String.join(" ", first.lower()));
        return startsWithKeyword || isKeyword;
    }
}
