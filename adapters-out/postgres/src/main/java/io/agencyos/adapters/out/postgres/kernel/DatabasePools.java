package io.agencyos.adapters.out.postgres.kernel;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;

/** One small connection pool per role, each logged in as its role. Opening is lazy: a database that is down is no start-up error. */
final class DatabasePools implements AutoCloseable {

    private static final long ACQUIRE_WITHIN_MS = 5_000;

    private final Map<DatabaseRole, HikariDataSource> pools = new EnumMap<>(DatabaseRole.class);
    private final HikariDataSource beside;

    DatabasePools(DatabaseAddress address, int size) {
        for (DatabaseRole role : DatabaseRole.values()) {
            pools.put(role, open(address, role, size, 1));
        }
        beside = open(address, DatabaseRole.PLATFORM, 1, 0);
    }

    /** One connection of the platform's role, while it is used, beside those of the units of work. */
    DataSource beside() {
        return beside;
    }

    DataSource of(DatabaseRole role) {
        HikariDataSource pool = pools.get(role);
        if (pool == null) {
            throw new IllegalStateException("no pool for " + role);
        }
        return pool;
    }

    private static HikariDataSource open(DatabaseAddress address, DatabaseRole role, int size, int idle) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(role.sqlName());
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(role.sqlName());
        config.setPassword(address.passwordOf(role));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(idle);
        config.setConnectionTimeout(ACQUIRE_WITHIN_MS);
        config.setValidationTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "agency-os");
        config.addDataSourceProperty("currentSchema", "app,pool");
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("socketTimeout", "120");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty(
                "options",
                "-c statement_timeout=" + longestStatement(role)
                        + " -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000");
        return new HikariDataSource(config);
    }

    /** In milliseconds; people and programs hear within half a minute (api 1.8), and nobody waits for what goes on after that. */
    private static int longestStatement(DatabaseRole role) {
        return role == DatabaseRole.APP ? 30_000 : 60_000;
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
        beside.close();
    }
}
