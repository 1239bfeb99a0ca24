package io.agencyos.domain.shared;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of one vocabulary, made once: a million leads ask for each of them a dozen times. */
final class WireNames {

    private static final ClassValue<WireNames> ALL = new ClassValue<>() {
        @Override
        protected WireNames computeValue(Class<?> type) {
            return new WireNames(type);
        }
    };

    private final String[] lower;
    private final Object[] constants;
    private volatile @Nullable Map<String, Object> byWire;

    private WireNames(Class<?> type) {
        constants = type.getEnumConstants();
        lower = Arrays.stream(constants)
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    static WireNames of(Class<?> type) {
        return ALL.get(type);
    }

    String lower(int ordinal) {
        return lower[ordinal];
    }

    /** By the name that a constant says it has, which need not be its own in lower case. */
    @Nullable
    Object constant(String wire) {
        Map<String, Object> words = byWire;
        if (words == null) {
            words = new HashMap<>();
            for (Object constant : constants) {
                words.putIfAbsent(((Vocabulary) constant).wire(), constant);
            }
            byWire = words;
        }
        return words.get(wire);
    }
}
