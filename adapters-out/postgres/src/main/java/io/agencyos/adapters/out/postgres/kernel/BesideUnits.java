package io.agencyos.adapters.out.postgres.kernel;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Short transactions of the platform beside whatever unit of work is open on the thread, for the few things that must stand
 * even if that unit is rolled back. They have a connection of their own: those of the units may all be waiting for them.
 */
public final class BesideUnits {

    private final Jdbi jdbi;

    BesideUnits(DataSource connections) {
        this.jdbi = JdbiSetup.on(connections);
    }

    public <T> T run(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (RuntimeException failure) {
            throw SqlErrors.translate("The database refused", failure);
        }
    }
}
