package io.agencyos.domain.conversation;

import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;

/** Tone of a reply: a label and a score from -1.0 to 1.0, one decimal. Source: content 4.4, E-41. */
public record Sentiment(Label label, BigDecimal score) {

    /** Whether the words are friendly, unfriendly, both or neither. */
    public enum Label implements Vocabulary {
        POSITIVE,
        NEGATIVE,
        MIXED,
        NEUTRAL
    }

    private static final int TENTHS_PER_WORD = 3;

    /** The sentiment of so many distinct friendly and unfriendly words. */
    public static Sentiment of(int positive, int negative) {
        if (positive > 0 && negative > 0) {
            return new Sentiment(Label.MIXED, tenths(0));
        }
        if (positive > 0) {
            return new Sentiment(Label.POSITIVE, tenths(Math.min(10, TENTHS_PER_WORD * positive)));
        }
        if (negative > 0) {
            return new Sentiment(Label.NEGATIVE, tenths(-Math.min(10, TENTHS_PER_WORD * negative)));
        }
        return new Sentiment(Label.NEUTRAL, tenths(0));
    }

    private static BigDecimal tenths(int n) {
        return BigDecimal.valueOf(n, 1);
    }
}
