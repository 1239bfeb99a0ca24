package io.agencyos.adapters.out.postgres.kernel;

import java.nio.file.Path;

/** Another process runs the embedded database of this data directory; only one may. */
public final class DatabaseInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseInUse(Path dataDirectory, String holder) {
        super("The data directory " + dataDirectory + " is in use by process " + (holder.isEmpty() ? "?" : holder)
                + ". Only one process may run the embedded database: stop that one, choose another data directory, or"
                + " set AGENCYOS_DATABASE_URL to an external PostgreSQL, which any number of processes may share.");
    }
}
