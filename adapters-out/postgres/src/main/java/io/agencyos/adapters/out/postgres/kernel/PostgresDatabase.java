package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** An open database of the right schema: its unit of work, and the platform's pool for the job scheduler. */
public final class PostgresDatabase implements AutoCloseable {

    /** Connections per role; an embedded server takes 100, the three pools of one process use a third of them. */
    public static final int DEFAULT_POOL_SIZE = 10;

    private final DatabasePools pools;
    private final PostgresUnitOfWork unitOfWork;
    private final BesideUnits besideUnits;

    private PostgresDatabase(DatabasePools pools) {
        this.pools = pools;
        this.unitOfWork = new PostgresUnitOfWork(
                pools, () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS));
        this.besideUnits = new BesideUnits(pools.beside());
    }

    /** Opens a database after bringing its schema up to date. */
    public static PostgresDatabase migrateAndOpen(DatabaseAddress address) {
        new Schema(address).migrate();
        return new PostgresDatabase(new DatabasePools(address, DEFAULT_POOL_SIZE));
    }

    /**
     * Opens a database whose schema must already be this program's.
     *
     * @throws SchemaMismatch when it is not
     */
    public static PostgresDatabase open(DatabaseAddress address) {
        return open(address, DEFAULT_POOL_SIZE);
    }

    /** As {@link #open(DatabaseAddress)}, with another number of connections per role. */
    public static PostgresDatabase open(DatabaseAddress address, int poolSize) {
        new Schema(address).check();
        return new PostgresDatabase(new DatabasePools(address, poolSize));
    }

    /** Units whose rows are stamped by the machine's clock. */
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    /** Units whose rows are stamped by this clock. */
    public UnitOfWork unitOfWork(ClockPort clock) {
        return new PostgresUnitOfWork(pools, clock);
    }

    public BesideUnits besideUnits() {
        return besideUnits;
    }

    /** The pool of one role, for what brings its own transactions: the job scheduler and the read-only health check. */
    public DataSource pool(DatabaseRole role) {
        return pools.of(role);
    }

    /** What the server's clock says, which decides leases and due dates wherever several processes work. */
    public Instant serverTime() {
        return unitOfWork.onPlatform(
                () -> Db.query("select clock_timestamp()").mapTo(Instant.class).one());
    }

    @Override
    public void close() {
        pools.close();
    }
}
