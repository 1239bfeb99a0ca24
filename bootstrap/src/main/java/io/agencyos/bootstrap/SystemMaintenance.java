package io.agencyos.bootstrap;

import io.agencyos.adapters.in.cli.Maintenance;
import io.agencyos.adapters.out.postgres.kernel.DatabaseInUse;
import io.agencyos.adapters.out.postgres.kernel.PreparedDatabase;
import io.agencyos.adapters.out.postgres.kernel.SchemaMismatch;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.system.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The maintenance commands on the machine as it is. */
final class SystemMaintenance implements Maintenance {

    private static final long ENOUGH_DISK = 2L << 30;

    private final Settings settings;
    private final Supplier<Running> open;

    SystemMaintenance(Settings settings) {
        this(settings, () -> Running.open(settings, new SystemClock()));
    }

    /** @param open the product, with the world outside that the caller wants */
    SystemMaintenance(Settings settings, Supplier<Running> open) {
        this.settings = settings;
        this.open = open;
    }

    @Override
    public void migrate() {
        try (Database database = Database.reach(settings)) {
            database.migrate();
        }
    }

    @Override
    public void prepare(Path folder) throws IOException {
        PreparedDatabase.make(folder);
    }

    @Override
    public Map<String, String> settings() {
        return settings.shown();
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("configuration", true, "every setting is known and complete", ""));
        findings.add(new Finding("java", true, Runtime.version().toString(), ""));
        findings.add(disk());
        Schema schema = database();
        findings.add(schema.finding());
        if (schema.upToDate()) {
            findings.addAll(Examination.of(open));
        }
        return findings;
    }

    @Override
    public Finding tryEmail(String vendor, String client, String from, String to, int minutes) {
        try (Running running = open.get()) {
            return EmailTrial.of(running.product(), vendor, client, from, to, Duration.ofMinutes(minutes));
        }
    }

    private Finding disk() {
        Path directory = settings.dataDirectory();
        try {
            Files.createDirectories(directory);
            long free = Files.getFileStore(directory).getUsableSpace();
            String detail = directory + ", " + (free >> 20) + " MiB free";
            boolean well = Files.isWritable(directory) && free >= ENOUGH_DISK;
            return new Finding("data", well, detail, "make the directory writable and keep 2 GiB free");
        } catch (IOException unusable) {
            return new Finding(
                    "data",
                    false,
                    directory + " cannot be used: " + unusable.getMessage(),
                    "set AGENCYOS_DATA_DIR to a directory that can be written");
        }
    }

    /**
     * What was found of the database.
     *
     * @param upToDate whether the product can be opened on it as it is: who only looks changes nothing
     */
    private record Schema(Finding finding, boolean upToDate) {}

    private Schema database() {
        try (Database database = Database.reach(settings)) {
            return schema(database);
        } catch (DatabaseInUse taken) {
            return fault(taken, "stop the other process, or look at its own health");
        } catch (StorageUnavailable unreachable) {
            return fault(unreachable, "check address, name and password, the server and its disk");
        }
    }

    private static Schema schema(Database database) {
        try {
            database.check();
            return new Schema(new Finding("database", true, database.description() + ", schema up to date", ""), true);
        } catch (SchemaMismatch mismatch) {
            return mismatch.isBehind() && database.migratesItself()
                    ? new Schema(
                            new Finding(
                                    "database",
                                    true,
                                    database.description() + ", its schema is brought up to date by the next start",
                                    ""),
                            false)
                    : fault(
                            mismatch,
                            mismatch.isBehind()
                                    ? "run: agency-os migrate"
                                    : "use the program and the server that it asks for");
        }
    }

    private static Schema fault(RuntimeException failure, String advice) {
        return new Schema(new Finding("database", false, message(failure), advice), false);
    }

    private static String message(RuntimeException failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
