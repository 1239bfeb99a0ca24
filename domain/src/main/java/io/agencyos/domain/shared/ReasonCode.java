package io.agencyos.domain.shared;

import java.util.regex.Pattern;

/**
 * A reason as it is stored, counted and shown: one lower-snake word. The context that decides has its own closed set of
 * reasons; a context that only carries somebody else's decision, such as the held code of an enrolment or the refused
 * code of a step, carries this. Source: vocabulary, rules at the top.
 */
public record ReasonCode(String wire) {

    private static final Pattern LOWER_SNAKE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final int MAX_LENGTH = 80;

    /** Refuses anything but a lower-snake word of at most 80 characters. */
    public ReasonCode {
        if (wire.length() > MAX_LENGTH || !LOWER_SNAKE.matcher(wire).matches()) {
            throw new IllegalArgumentException("not a reason code");
        }
    }

    /** The word of a closed set as a code. */
    public static ReasonCode of(Vocabulary word) {
        return new ReasonCode(word.wire());
    }

    @Override
    public String toString() {
        return wire;
    }
}
