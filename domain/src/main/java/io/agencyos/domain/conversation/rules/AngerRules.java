package io.agencyos.domain.conversation.rules;

import static io.agencyos.domain.conversation.rules.Rule.clause;

import java.util.List;

/** The rules that find anger, a threat or a complaint. Source: content 4.4, rows anger. */
final class AngerRules {

    static final List<Rule> IN_WORDS = List.of(
            clause(3, "(report|reporting|reported) (you|this|your)"),
            clause(3, "harass…|stalking"),
            clause(
                    3,
                    "legal action|my lawyer|my lawyers|our lawyer|our lawyers|my solicitor|our solicitor|our solicitors"
                            + "|sue you|cease and desist"),
            clause(
                    3,
                    "fuck…|shit|bullshit|bastard…|arsehole…|asshole…|wanker…|dickhead…|piss off|bugger off|crap|bloody"
                            + "|get lost|go to hell|get stuffed"),
            clause(3, "how dare you|stop spamming|this is spam|sick of|sick and tired|fed up|cut it out"),
            clause(2, "acma|spam act|privacy act|privacy commissioner|oaic|accc|fair trading|ombudsman"),
            clause(2, "scam…|disgusting|outrageous|unacceptable|appalling|disgraceful|ridiculous|pathetic"),
            clause(2, "waste of ~1 time|wasting my time"),
            clause(2, "complaint…|complain…"),
            clause(2, "spam…").notBefore("filter", "filters", "folder", "box", "service"));

    private static final int MIN_CAPITAL_LETTERS = 12;
    private static final int MIN_CAPITAL_WORDS = 3;
    private static final int CAPITALS_PERCENT = 60;

    private AngerRules() {}

    /** Capitals are at least 60 % of at least 12 letters in at least 3 words. */
    static boolean isShouted(Reading reading) {
        long letters = reading.text().codePoints().filter(Character::isLetter).count();
        long capitals =
                reading.text().codePoints().filter(Character::isUpperCase).count();
        return letters >= MIN_CAPITAL_LETTERS
                && reading.wordCount() >= MIN_CAPITAL_WORDS
                && capitals * 100 >= letters * CAPITALS_PERCENT;
    }

    static boolean isExclaimed(Reading reading) {
        return reading.text().contains("!!");
    }
}
