package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.application.shared.ScopeViolation;
import io.agencyos.application.shared.StorageUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/** What a database error means to the rest of the house, told by its SQLSTATE. */
final class SqlErrors {

    static final String UNIQUE_VIOLATION = "23505";

    private static final Set<String> RUN_AGAIN = Set.of("40001", "40P01");
    private static final String READ_ONLY = "25006";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    /** statement time-out, lock time-out, read-only after a fail-over */
    private static final Set<String> UNAVAILABLE = Set.of("57014", "55P03", READ_ONLY);

    private SqlErrors() {}

    /** The database's own error inside whatever wraps it. */
    static Optional<SQLException> find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                SQLException next = sql.getNextException();
                return Optional.of(sql.getSQLState() == null && next != null ? next : sql);
            }
        }
        return Optional.empty();
    }

    static boolean mayRunAgain(Throwable failure) {
        return find(failure)
                .map(SQLException::getSQLState)
                .filter(RUN_AGAIN::contains)
                .isPresent();
    }

    /** Whether a transaction that only reads was asked to write. */
    static boolean isRefusedWrite(Throwable failure) {
        return find(failure)
                .map(SQLException::getSQLState)
                .filter(READ_ONLY::equals)
                .isPresent();
    }

    /** Connection, resources, operator intervention, system errors: the same request may succeed later. */
    static boolean isUnavailable(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || state != null
                        && (state.startsWith("08")
                                || state.startsWith("53")
                                || state.startsWith("57P")
                                || state.startsWith("58")
                                || UNAVAILABLE.contains(state));
    }

    /** The exception of our own for a database error, or {@code failure} itself where it is none. */
    static RuntimeException translate(String what, Exception failure) {
        Optional<SQLException> sql = find(failure);
        if (sql.isPresent() && isUnavailable(sql.get())) {
            return new StorageUnavailable(what + ": " + sql.get().getMessage(), failure);
        }
        if (sql.isPresent() && INSUFFICIENT_PRIVILEGE.equals(sql.get().getSQLState())) {
            return new ScopeViolation(what + ": " + sql.get().getMessage(), failure);
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(what, failure);
    }
}
