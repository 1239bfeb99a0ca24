package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.out.postgres.kernel.Db;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the database's process behind a connection has worked, which says more than the clock where other work wants the same
 * processors. Told by Linux alone, and of a server on this machine.
 */
final class ServerTime {

    private static final double TICKS_PER_SECOND = 100;

    /** Fields of {@code /proc/PID/stat} after the name of the program, which may hold blanks. */
    private static final int IN_USER_MODE = 11;

    private static final int IN_KERNEL_MODE = 12;

    private ServerTime() {}

    /** Seconds of processor time so far; NaN where the system does not tell. Needs an open unit of work. */
    static double ofThisConnection() {
        int process = Db.query("select pg_backend_pid()").mapTo(Integer.class).one();
        try {
            String told = Files.readString(Path.of("/proc", String.valueOf(process), "stat"));
            String[] fields = told.substring(told.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[IN_USER_MODE]) + Long.parseLong(fields[IN_KERNEL_MODE])) / TICKS_PER_SECOND;
        } catch (IOException elsewhere) {
            return Double.NaN;
        }
    }
}
