package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks;
import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.lead.intake.ImportLeads;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.Running;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.system.SystemClock;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The whole product with one client on a new embedded database that keeps what it commits, and the same database bare,
 * for the baselines; one of the two at a time.
 */
final class House implements AutoCloseable {

    private static final int TOLD_EVERY = 50_000;

    private final Path data;
    private final Consumer<String> progress;
    private @Nullable Running running;
    private @Nullable ClientId client;
    private double importedPerSecond;

    House(Path data, Consumer<String> progress) {
        this.data = data;
        this.progress = progress;
    }

    /** Work on the bare server, as its administrator. */
    @FunctionalInterface
    interface Bare<T> {

        T on(Connection connection) throws SQLException, IOException;
    }

    /** Opens a connection of the administrator. */
    @FunctionalInterface
    interface Opener {

        Connection open() throws SQLException;
    }

    /** Work on the bare server with connections of its own. */
    @FunctionalInterface
    interface BareServer<T> {

        T on(Opener server) throws SQLException, IOException;
    }

    Product product() {
        if (running == null) {
            running = Running.open(settings(), new SystemClock());
        }
        return running.product();
    }

    /** Who holds the leads of the file. */
    ClientId client() {
        if (client == null) {
            throw new IllegalStateException("nobody was imported yet");
        }
        return client;
    }

    TenantScope worker() {
        return TenantScope.worker(client());
    }

    double importedPerSecond() {
        return importedPerSecond;
    }

    /** Imports the file for a new client, as {@code agency-os import} does it. */
    void imports(Path file) throws IOException {
        if (!(product().clients().openClient().open("Benchmark") instanceof OpenClient.Outcome.Opened(var opened))) {
            throw new IllegalStateException("a new database refuses its first client");
        }
        client = opened.id();
        try (LeadFile rows = new CsvLeadFiles().open(() -> Files.newInputStream(file))) {
            int[] told = {0};
            long begun = System.nanoTime();
            ImportLeads.Outcome outcome = product()
                    .leads()
                    .importLeads()
                    .importLeads(
                            worker(),
                            new ImportLeads.Request(LeadSource.CSV_IMPORT, "leads.csv", Map.of(), null),
                            rows,
                            counts -> {
                                if (counts.rows() - told[0] >= TOLD_EVERY) {
                                    told[0] = counts.rows();
                                    progress.accept(said(counts.rows(), begun));
                                }
                            },
                            rejected -> {});
            if (!(outcome instanceof ImportLeads.Outcome.Done(LeadImport run, List<String> warnings))) {
                throw new IllegalStateException("the generated file was not imported: " + outcome);
            }
            importedPerSecond = Benchmark.perSecond(run.counts().rows(), begun);
            progress.accept(said(run.counts().rows(), begun) + ", "
                    + run.counts().created() + " leads, " + (usedBytes() >> 20) + " MiB of heap in use");
        }
    }

    /** What is held on to; what an import has thrown away by now does not count. */
    static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    <T> T bare(Bare<T> work) throws IOException {
        return server(server -> {
            try (Connection connection = server.open()) {
                return work.on(connection);
            }
        });
    }

    /** The same for work that needs connections of its own. */
    <T> T server(BareServer<T> work) throws IOException {
        close();
        try (EmbeddedDatabase server = EmbeddedDatabase.start(data.resolve("postgres"))) {
            DatabaseAddress address = server.address("postgres");
            return work.on(
                    () -> DriverManager.getConnection(address.jdbcUrl(), address.adminUser(), address.adminPassword()));
        } catch (SQLException failed) {
            throw new IOException("the bare database refused", failed);
        }
    }

    private Settings settings() {
        return switch (Settings.read(Map.of("AGENCYOS_DATA_DIR", data.toString()))) {
            case Result.Ok<Settings, List<String>>(Settings settings) -> settings;
            case Result.Err<Settings, List<String>>(List<String> mistakes) ->
                throw new IllegalStateException(String.join("; ", mistakes));
        };
    }

    private static String said(int rows, long begun) {
        return String.format(Locale.ROOT, "imported %,d rows, %,.0f rows/s", rows, Benchmark.perSecond(rows, begun));
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** One measurement in a house whose client holds the leads of the file. */
    interface Benchmark {

        List<Benchmarks.Figure> measure(House house) throws IOException;

        static double perSecond(long count, long begun) {
            return count * 1e9 / (System.nanoTime() - begun);
        }
    }
}
