package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.domain.shared.EntityId;
import io.agencyos.domain.shared.Vocabulary;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
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
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
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
        jdbi.registerArgument(new HouseArguments());
        jdbi.registerColumnMapper(new HouseColumns());
        jdbi.registerArrayType(Instant.class, "timestamptz");
        return jdbi;
    }

    /**
     * Preparable, because JDBI asks those first and its own would bind an enum by its Java name. The plain types are bound
     * as JDBI would bind them; being asked first saves its search through all factories for every value of every statement.
     */
    private static final class HouseArguments implements ArgumentFactory.Preparable {

        private static final Map<Class<?>, Function<Object, Argument>> PLAIN = Map.of(
                String.class, value -> object(value, Types.VARCHAR),
                int.class, value -> object(value, Types.INTEGER),
                Integer.class, value -> object(value, Types.INTEGER),
                long.class, value -> object(value, Types.BIGINT),
                Long.class, value -> object(value, Types.BIGINT),
                boolean.class, value -> object(value, Types.BOOLEAN),
                Boolean.class, value -> object(value, Types.BOOLEAN),
                UUID.class, value -> object(value, Types.OTHER),
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
                return Optional.of(value -> object(value instanceof EntityId id ? id.value() : null, Types.OTHER));
            }
            if (Vocabulary.class.isAssignableFrom(raw)) {
                return Optional.of(
                        value -> object(value instanceof Vocabulary word ? word.wire() : null, Types.VARCHAR));
            }
            if (raw == Instant.class) {
                return Optional.of(value -> object(
                        value instanceof Instant instant ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : null,
                        Types.TIMESTAMP_WITH_TIMEZONE));
            }
            if (raw == Json.class) {
                return Optional.of(value -> value instanceof Json json
                        ? (at, statement, context) -> statement.setObject(at, jsonb(json))
                        : object(null, Types.OTHER));
            }
            if (raw == RowSet.Text.class) {
                // without a type of its own, so that the function it is given to tells the type
                return Optional.of(value -> (at, statement, context) ->
                        statement.setObject(at, value instanceof RowSet.Text rows ? rows.json() : null, Types.OTHER));
            }
            return Optional.empty();
        }

        /** As text: the driver's own way looks at every character of every id for what it might have to escape. */
        private static Argument ids(@Nullable Object value) {
            return (at, statement, context) -> {
                if (value instanceof UUID[] elements) {
                    PGobject array = new PGobject();
                    array.setType("_uuid");
                    array.setValue(
                            Arrays.stream(elements).map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
                    statement.setObject(at, array);
                } else {
                    statement.setNull(at, Types.ARRAY);
                }
            };
        }

        private static Argument array(String element, @Nullable Object value) {
            return (at, statement, context) -> {
                if (value instanceof Object[] elements) {
                    statement.setArray(at, statement.getConnection().createArrayOf(element, elements));
                } else {
                    statement.setNull(at, Types.ARRAY);
                }
            };
        }

        private static Argument object(@Nullable Object value, int sqlType) {
            return (at, statement, context) -> {
                if (value == null) {
                    statement.setNull(at, sqlType);
                } else {
                    statement.setObject(at, value);
                }
            };
        }
    }

    private static PGobject jsonb(Json json) throws SQLException {
        PGobject object = new PGobject();
        object.setType("jsonb");
        object.setValue(json.text());
        return object;
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
