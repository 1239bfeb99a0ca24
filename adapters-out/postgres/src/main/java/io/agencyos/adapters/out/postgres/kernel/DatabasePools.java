package io.agencyos.adapters.out.postgres.kernel;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
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
        config.setDataSourceProperties(driver(role));
        return new HikariDataSource(config);
    }

    /** What the driver is told of each connection. */
    static Properties driver(DatabaseRole role) {
        Properties driver = new Properties();
        driver.setProperty("ApplicationName", "agency-os");
        driver.setProperty("currentSchema", "app,pool");
        // of several servers the one that is written to: what a copy tells may be old, and everything here may decide
        driver.setProperty("targetServerType", "primary");
        driver.setProperty("connectTimeout", "5");
        driver.setProperty("socketTimeout", "120");
        driver.setProperty("tcpKeepAlive", "true");
        driver.setProperty("reWriteBatchedInserts", "true");
        // a refusal names what it refused, not the row: whoever reads logs reads nothing of people
        driver.setProperty("logServerErrorDetail", "false");
        driver.setProperty(
                "options",
                "-c statement_timeout=" + longestStatement(role)
                        + " -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000");
        return driver;
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
