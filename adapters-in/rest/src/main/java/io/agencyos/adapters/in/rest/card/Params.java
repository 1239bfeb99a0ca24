package io.agencyos.adapters.in.rest.card;

import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.Paging.Position;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Query;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Query parameters as the ports take them: null where nothing is asked for. */
public final class Params {

    private Params() {}

    /** An id that may be given once. */
    public static Param oneId(String name) {
        return new Param(name, Param.Kind.ID, List.of(), false, "An id.");
    }

    public static <T> @Nullable T id(Query query, String name, Function<UUID, T> type) {
        List<T> ids = query.ids(name, type);
        return ids.isEmpty() ? null : ids.getFirst();
    }

    public static <E extends Enum<E> & Vocabulary> @Nullable Set<E> words(Query query, String name, Class<E> type) {
        Set<E> words = query.words(name, type);
        return words.isEmpty() ? null : words;
    }

    public static @Nullable Instant instant(Query query, String name) {
        return query.instant(name).orElse(null);
    }

    /** A day such as 2026-03-01; null where none is given, or a wrong one, which is noted. */
    public static @Nullable LocalDate day(Query query, String name, List<FieldError> errors) {
        String text = query.text(name).orElse(null);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException foreign) {
            errors.add(FieldError.query(name, "invalid_date", "A day is written as 2026-03-01."));
            return null;
        }
    }

    /** True, false, or null where it is not asked for. */
    public static @Nullable Boolean flag(Query query, String name) {
        return query.text(name).map("true"::equals).orElse(null);
    }

    /** Where a list in the order of an instant ended, to the last digit that the store keeps. */
    public static Position at(Instant instant, UUID id) {
        return new Position(List.of(instant.toString()), id);
    }

    /** The instant of such a place. */
    public static Instant instant(Position position) {
        return Instant.parse(position.keys().getFirst());
    }
}
