package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.application.shared.StorageUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Names that one thread of the whole cluster holds at a time: an advisory lock of the session, so that no transaction
 * is open while the holder works. Whoever waits holds no connection. A pooler in transaction mode would break it.
 */
final class AdvisoryLocks {

    private static final Duration ASK_EVERY = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final DataSource pool;
    /** In one process threads queue here, so that at most one of them asks the database for a name. */
    private final Map<String, ReentrantLock> here = new ConcurrentHashMap<>();

    AdvisoryLocks(DataSource pool) {
        this.pool = pool;
    }

    <T> T holding(String name, Supplier<T> work) {
        ReentrantLock turn = here.computeIfAbsent(name, key -> new ReentrantLock());
        turn.lock();
        try {
            return turn.getHoldCount() > 1 ? work.get() : inCluster(name, work);
        } finally {
            turn.unlock();
        }
    }

    private <T> T inCluster(String name, Supplier<T> work) {
        long askUntil = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() - askUntil < 0) {
            try (Connection connection = pool.getConnection()) {
                if (ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)) {
                    return whileHeld(connection, name, work);
                }
            } catch (SQLException failure) {
                throw new StorageUnavailable("The lock " + name + " could not be asked for", failure);
            }
            pause(name);
        }
        throw new StorageUnavailable(
                "The lock " + name + " was not free in time", new IllegalStateException("held elsewhere"));
    }

    private static <T> T whileHeld(Connection connection, String name, Supplier<T> work) throws SQLException {
        try {
            return work.get();
        } finally {
            if (!ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name)) {
                // the session is not the one that took it: never hand it to others
                connection.abort(Runnable::run);
            }
        }
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void pause(String name) {
        try {
            Thread.sleep(ASK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("Interrupted while waiting for the lock " + name, interrupted);
        }
    }
}
