package io.agencyos.domain.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A word of the shared vocabulary: an enum constant whose wire name (JSON, database, events) is its own name in lower
 * snake case. Source: vocabulary, rules at the top.
 */
public interface Vocabulary {

    /** The constant's Java name, as every enum has it. */
    String name();

    /** The name used in JSON, in the database and in events. */
    default String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of {@code type} with this wire name; empty when the word is not of this vocabulary. */
    static <E extends Enum<E> & Vocabulary> Optional<E> parse(Class<E> type, String wire) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.wire().equals(wire))
                .findFirst();
    }
}
