package io.agencyos.domain.shared;

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
        return WireNames.of(((Enum<?>) this).getDeclaringClass()).lower(((Enum<?>) this).ordinal());
    }

    /** Whether those who use the API say it and hear it; the others are words of the product among itself. */
    default boolean isSpoken() {
        return true;
    }

    /** The constant of {@code type} with this wire name; empty when the word is not of this vocabulary. */
    static <E extends Enum<E> & Vocabulary> Optional<E> parse(Class<E> type, String wire) {
        return Optional.ofNullable(type.cast(WireNames.of(type).constant(wire)));
    }
}
