package io.agencyos.application.platform.export;

import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One value of a row. A table program reads numbers as numbers and texts as texts, never as formulas. */
public sealed interface Cell {

    record Text(String value) implements Cell {}

    record Number(BigDecimal value) implements Cell {}

    /** Nothing is known. */
    record Empty() implements Cell {}

    static Cell of(@Nullable String text) {
        return text == null || text.isEmpty() ? new Empty() : new Text(text);
    }

    static Cell of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    static Cell of(@Nullable Integer number) {
        return number == null ? new Empty() : of(number.longValue());
    }

    static Cell of(@Nullable BigDecimal number) {
        return number == null ? new Empty() : new Number(number);
    }

    static Cell of(@Nullable Instant at) {
        return at == null ? new Empty() : new Text(at.toString());
    }

    static Cell of(@Nullable Vocabulary word) {
        return word == null ? new Empty() : new Text(word.wire());
    }

    /** Whatever says what it is by its text, such as a day or an id. */
    static Cell told(@Nullable Object value) {
        return value == null ? new Empty() : of(value.toString());
    }
}
