package io.agencyos.adapters.out.sandbox.world;

import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import java.util.Locale;

/**
 * Something that a person is told to do about one of our messages.
 *
 * @param id of the order; the same order is carried out once
 * @param kind the word of {@code POST …/sandbox/simulate}
 * @param channel on which the message went out, as the product names it
 * @param key the product's own key of the message, empty for the last one
 * @param to whom it reached: an address, a number, the name of a page
 * @param text what is said; empty for something of the kind
 * @param outcome how it turned out, where that differs
 */
public record Act(String id, String kind, String channel, String key, String to, String text, String outcome) {

    /** Whether a message with this key that went there is meant. */
    public boolean means(String itsKey, String reached) {
        return key.isEmpty() ? reached.equalsIgnoreCase(to) : key.equals(itsKey);
    }

    public String textOr(String otherwise) {
        return text.isBlank() ? otherwise : text;
    }

    /** What the words mean, where that was said. */
    public ReplyIntent intent(ReplyIntent otherwise) {
        for (ReplyIntent intent : ReplyIntent.values()) {
            if (intent.name().equals(outcome.toUpperCase(Locale.ROOT))) {
                return intent;
            }
        }
        return otherwise;
    }
}
