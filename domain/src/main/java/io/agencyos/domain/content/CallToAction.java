package io.agencyos.domain.content;

import io.agencyos.domain.shared.Vocabulary;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The phrases of a call to action, in the order in which they are looked for. Source: content 3.9, CIS 3.1. */
public enum CallToAction {
    OPEN_TO_A_QUICK_CHAT("open to a quick chat", Type.SOFT_ASK),
    WORTH_A_CONVERSATION("worth a conversation", Type.SOFT_ASK),
    QUICK_CALL("quick call", Type.SOFT_ASK),
    INTERESTED_IN_LEARNING("interested in learning", Type.SOFT_ASK),
    MAKE_SENSE_TO_CONNECT("make sense to connect", Type.SOFT_ASK),
    WORTH_EXPLORING("worth exploring", Type.SOFT_ASK),
    WORTH_15_MINUTES("worth 15 minutes", Type.TIME_SPECIFIC),
    GRAB_15_MINUTES("grab 15 minutes", Type.TIME_SPECIFIC),
    SCHEDULE_A_CALL("schedule a call", Type.DIRECT_ASK),
    BOOK_A_TIME("book a time", Type.DIRECT_ASK),
    FREE_AUDIT("free audit", Type.VALUE_OFFER),
    FREE_ANALYSIS("free analysis", Type.VALUE_OFFER),
    HAPPY_TO_SHARE("happy to share", Type.VALUE_OFFER),
    COFFEE_CHAT("coffee chat", Type.CASUAL),
    LET_ME_KNOW("let me know", Type.PASSIVE),
    THOUGHTS("thoughts?", Type.QUESTION),
    QUICK_QUESTION("quick question", Type.QUESTION);

    /** How hard the reader is asked. */
    public enum Type implements Vocabulary {
        SOFT_ASK,
        TIME_SPECIFIC,
        DIRECT_ASK,
        VALUE_OFFER,
        CASUAL,
        PASSIVE,
        QUESTION
    }

    private static final Pattern ASKED_FOR_THOUGHTS = Pattern.compile("\\bthoughts\\?");

    private final String phrase;
    private final WordText.Phrase words;
    private final Type type;

    CallToAction(String phrase, Type type) {
        this.phrase = phrase;
        this.words = WordText.Phrase.of(phrase);
        this.type = type;
    }

    public String phrase() {
        return phrase;
    }

    public Type type() {
        return type;
    }

    /** The first phrase of the list that the text holds. */
    public static Optional<CallToAction> in(String text) {
        WordText words = WordText.of(text);
        return Arrays.stream(values())
                .filter(cta -> cta == THOUGHTS
                        ? ASKED_FOR_THOUGHTS
                                .matcher(text.toLowerCase(Locale.ROOT))
                                .find()
                        : words.contains(cta.words))
                .findFirst();
    }
}
