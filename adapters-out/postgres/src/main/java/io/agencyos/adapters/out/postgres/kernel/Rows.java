package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.EntityId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the house's types from a row, for row mappers written by hand. A null where none may be is an error, not a default. */
public final class Rows {

    private Rows() {}

    public static <T extends EntityId> T id(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
        return present(column, idOrNull(row, column, type));
    }

    public static <T extends EntityId> @Nullable T idOrNull(ResultSet row, String column, Function<UUID, T> type)
            throws SQLException {
        UUID value = row.getObject(column, UUID.class);
        return value == null ? null : type.apply(value);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return present(column, instantOrNull(row, column));
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static <E extends Enum<E> & Vocabulary> E word(ResultSet row, String column, Class<E> type)
            throws SQLException {
        return present(column, wordOrNull(row, column, type));
    }

    public static <E extends Enum<E> & Vocabulary> @Nullable E wordOrNull(ResultSet row, String column, Class<E> type)
            throws SQLException {
        String wire = row.getString(column);
        return wire == null
                ? null
                : Vocabulary.parse(type, wire)
                        .orElseThrow(() -> new IllegalStateException(
                                "column " + column + " holds an unknown " + type.getSimpleName() + ": " + wire));
    }

    public static String text(ResultSet row, String column) throws SQLException {
        return present(column, row.getString(column));
    }

    public static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /** A text array; an empty list for null. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    public static @Nullable Json jsonOrNull(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : new Json(text);
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
