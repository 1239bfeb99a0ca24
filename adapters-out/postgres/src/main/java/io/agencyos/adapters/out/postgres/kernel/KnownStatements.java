package io.agencyos.adapters.out.postgres.kernel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.cache.JdbiCache;
import org.jdbi.v3.core.cache.JdbiCacheBuilder;
import org.jdbi.v3.core.cache.JdbiCacheLoader;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * What the text of each statement is made of, found out once. JDBI's own memory holds a thousand texts, fewer than the
 * product has, and writes down in one list for all threads which of them was asked last. Its grammar is asked about what
 * is not {@link PlainStatement plain}.
 */
final class KnownStatements implements SqlParser {

    /** Several times what the product has; lists may compose theirs from what was filtered by. */
    static final int MOST = 8_192;

    private final SqlParser parser = new ColonPrefixSqlParser(new NoMemory());
    private final Map<String, ParsedSql> known = new ConcurrentHashMap<>();

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        ParsedSql parsed = known.get(sql);
        if (parsed == null) {
            parsed = PlainStatement.parse(sql).orElseGet(() -> parser.parse(sql, context));
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(sql, parsed);
        }
        return parsed;
    }

    @Override
    public String nameParameter(String rawName, StatementContext context) {
        return parser.nameParameter(rawName, context);
    }

    int size() {
        return known.size();
    }

    /** Remembers nothing: for what is found out elsewhere, or is nothing to find out. */
    static final class NoMemory implements JdbiCacheBuilder {

        @Override
        public <K, V> JdbiCache<K, V> build() {
            return new Nothing<>(null);
        }

        @Override
        public <K, V> JdbiCache<K, V> buildWithLoader(JdbiCacheLoader<K, V> loader) {
            return new Nothing<>(loader);
        }

        @Override
        public JdbiCacheBuilder maxSize(int size) {
            return this;
        }
    }

    private record Nothing<K, V>(@Nullable JdbiCacheLoader<K, V> loader) implements JdbiCache<K, V> {

        @Override
        public @Nullable V get(K key) {
            return loader == null ? null : loader.create(key);
        }

        @Override
        public V getWithLoader(K key, JdbiCacheLoader<K, V> made) {
            return made.create(key);
        }

        @Override
        public <T> @Nullable T getStats() {
            return null;
        }
    }
}
