package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.EntityId;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** JDBI taught the house's own types: ids as uuid, vocabulary by wire name, instants in UTC, {@link Json} as jsonb. */
final class JdbiSetup {

    /** One for all pools: what a statement's text is made of is found out once. */
    private static final SqlParser PARSER = new KnownStatements();

    private JdbiSetup() {}

    static Jdbi on(DataSource source) {
        Jdbi jdbi = Jdbi.create(source).installPlugin(new PostgresPlugin());
        // SQL is SQL: nothing in it stands for other SQL
        jdbi.getConfig(SqlStatements.class)
                .setTemplateEngine(TemplateEngine.NOP)
                .setTemplateCache(new KnownStatements.NoMemory())
                .setSqlParser(PARSER);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(JdbiSetup::withoutValues);
        jdbi.getConfig(Arguments.class).setUntypedNullArgument(JdbiSetup::untyped);
        jdbi.registerArgument(new HouseArguments());
        jdbi.registerColumnMapper(new HouseColumns());
        jdbi.registerArrayType(Instant.class, "timestamptz");
        return jdbi;
    }

    /** What was wrong and with which statement; what was bound to it is somebody's, and logs are read by others. */
    private static String withoutValues(StatementException failure) {
        StatementContext context = failure.getStatementContext();
        String statement = context == null ? null : context.getRenderedSql();
        return failure.getShortMessage() + (statement == null ? "" : " [" + statement.strip() + "]");
    }

    /**
     * An absent value that does not say its type does no harm in a transaction of ours. Outside of one a reading unit would see
     * nobody's rows because of it, and only from the sixth time on: that question is not asked.
     */
    private static void untyped(int at, PreparedStatement statement, StatementContext context) throws SQLException {
        if (statement.getConnection().getAutoCommit()) {
            throw new IllegalStateException("parameter " + at + " is absent and does not say its type: bindByType");
        }
        statement.setNull(at, Types.OTHER);
    }

    /**
     * Preparable, because JDBI asks those first and its own would bind an enum by its Java name. The plain types are bound
     * as JDBI would bind them; being asked first saves its search through all factories for every value of every statement.
     * An absent value says its type too: of a parameter that has none the driver asks the server, and from then on it puts the
     * end of a transaction between whose rows a reading unit sees and its question ({@link Glance}), which then sees nobody's.
     */
    private static final class HouseArguments implements ArgumentFactory.Preparable {

        private static final Map<Class<?>, Function<Object, Argument>> PLAIN = Map.of(
                String.class, value -> object(value, "varchar"),
                int.class, value -> object(value, "int4"),
                Integer.class, value -> object(value, "int4"),
                long.class, value -> object(value, "int8"),
                Long.class, value -> object(value, "int8"),
                boolean.class, value -> object(value, "bool"),
                Boolean.class, value -> object(value, "bool"),
                UUID.class, value -> object(value, "uuid"),
                String[].class, value -> array("varchar", value),
                UUID[].class, HouseArguments::ids);

        @Override
        public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
            return type instanceof Class<?> raw
                    ? Optional.<Function<Object, Argument>>ofNullable(PLAIN.get(raw))
                            .or(() -> ours(raw))
                    : Optional.empty();
        }

        private static Optional<Function<Object, Argument>> ours(Class<?> raw) {
            if (EntityId.class.isAssignableFrom(raw)) {
                return Optional.of(value -> object(value instanceof EntityId id ? id.value() : null, "uuid"));
            }
            if (Vocabulary.class.isAssignableFrom(raw)) {
                return Optional.of(value -> object(value instanceof Vocabulary word ? word.wire() : null, "varchar"));
            }
            if (raw == Instant.class) {
                return Optional.of(value -> object(
                        value instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : null,
                        "timestamptz"));
            }
            if (raw == LocalTime.class) {
                return Optional.of(value -> object(value, "time"));
            }
            if (raw == Json.class) {
                return Optional.of(value -> typed("jsonb", value instanceof Json json ? json.text() : null));
            }
            if (raw == RowSet.Text.class) {
                return Optional.of(value -> typed("json", value instanceof RowSet.Text rows ? rows.json() : null));
            }
            return Optional.empty();
        }

        /** As text: the driver's own way looks at every character of every id for what it might have to escape. */
        private static Argument ids(@Nullable Object value) {
            return typed(
                    "_uuid",
                    value instanceof UUID[] elements
                            ? Arrays.stream(elements).map(UUID::toString).collect(Collectors.joining(",", "{", "}"))
                            : null);
        }

        private static Argument array(String element, @Nullable Object value) {
            return value instanceof Object[] elements
                    ? (at, statement, context) ->
                            statement.setArray(at, statement.getConnection().createArrayOf(element, elements))
                    : typed("_" + element, null);
        }

        private static Argument object(@Nullable Object value, String type) {
            return value == null ? typed(type, null) : (at, statement, context) -> statement.setObject(at, value);
        }

        /** As the server reads and names it. */
        private static Argument typed(String type, @Nullable String text) {
            return (at, statement, context) -> {
                PGobject object = new PGobject();
                object.setType(type);
                object.setValue(text);
                statement.setObject(at, object);
            };
        }
    }

    private static final class HouseColumns implements ColumnMapperFactory {
        @Override
        public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
            if (!(type instanceof Class<?> raw)) {
                return Optional.empty();
            }
            if (EntityId.class.isAssignableFrom(raw) && raw.isRecord()) {
                return Optional.of(idMapper(raw));
            }
            if (Vocabulary.class.isAssignableFrom(raw) && raw.isEnum()) {
                return Optional.of((row, column, context) -> word(raw, row.getString(column)));
            }
            if (raw == Instant.class) {
                return Optional.of((row, column, context) -> instant(row, column));
            }
            if (raw == Json.class) {
                return Optional.of((row, column, context) -> {
                    String text = row.getString(column);
                    return text == null ? null : new Json(text);
                });
            }
            return Optional.empty();
        }

        private static Instant instant(ResultSet row, int column) throws SQLException {
            OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }

        private static Object word(Class<?> type, String wire) {
            return wire == null
                    ? null
                    : Arrays.stream(type.getEnumConstants())
                            .filter(constant -> ((Vocabulary) constant).wire().equals(wire))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException(
                                    "the database holds an unknown " + type.getSimpleName() + ": " + wire));
        }

        private static ColumnMapper<?> idMapper(Class<?> type) {
            MethodHandle constructor = constructor(type);
            return (row, column, context) -> {
                UUID value = row.getObject(column, UUID.class);
                try {
                    return value == null ? null : constructor.invoke(value);
                } catch (RuntimeException | Error passed) {
                    throw passed;
                } catch (Throwable impossible) {
                    throw new IllegalStateException(impossible);
                }
            };
        }

        private static MethodHandle constructor(Class<?> type) {
            try {
                return MethodHandles.publicLookup()
                        .findConstructor(type, MethodType.methodType(void.class, UUID.class));
            } catch (ReflectiveOperationException notAnId) {
                throw new IllegalStateException(type + " is an id without a constructor of a UUID", notAnId);
            }
        }
    }
}
