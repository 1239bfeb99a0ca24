package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks;
import io.agencyos.adapters.in.cli.Desk;
import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.lead.ImportLeads;
import io.agencyos.application.lead.LeadFile;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.shared.Result;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The whole import of a file as {@code agency-os import} does it, on a new embedded database that keeps what it commits;
 * held against COPY of the leads that it made into a table with the same columns, checks, indexes and foreign keys in the
 * same database. The import writes eleven more tables than that.
 */
final class ImportBench {

    private static final int TOLD_EVERY = 50_000;
    private static final int BUFFER = 1 << 16;
    private static final String TWIN = """
        create table public.lead_twin (like app.lead including all);
        alter table public.lead_twin
            add foreign key (client_id, campaign_id) references app.campaign (client_id, id),
            add foreign key (client_id, import_id) references app.lead_import (client_id, id),
            add foreign key (client_id, referred_by_lead_id) references app.lead (client_id, id)
        """;

    private final Function<Settings, Desk> product;
    private final Path data;
    private final Path file;
    private final Consumer<String> progress;

    ImportBench(Function<Settings, Desk> product, Path data, Path file, Consumer<String> progress) {
        this.product = product;
        this.data = data;
        this.file = file;
        this.progress = progress;
    }

    Benchmarks.Figure measure() throws IOException {
        double imported = imported();
        return new Benchmarks.Figure(
                "import", "rows/s", imported, "COPY of its leads into an equal indexed table", copied());
    }

    private double imported() throws IOException {
        try (Desk desk = product.apply(settings());
                LeadFile opened = desk.leadFiles().open(() -> Files.newInputStream(file))) {
            if (!(desk.openClient().open("Benchmark") instanceof OpenClient.Outcome.Opened(var client))) {
                throw new IllegalStateException("a new database refuses its first client");
            }
            int[] told = {0};
            long begun = System.nanoTime();
            ImportLeads.Outcome outcome = desk.importLeads()
                    .importLeads(
                            TenantScope.worker(client.id()),
                            new ImportLeads.Request(LeadSource.CSV_IMPORT, "leads.csv", Map.of(), null),
                            opened,
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
            double perSecond = perSecond(run.counts().rows(), begun);
            progress.accept(
                    said(run.counts().rows(), begun) + ", " + run.counts().created() + " leads");
            return perSecond;
        }
    }

    private Settings settings() {
        return switch (Settings.read(Map.of("AGENCYOS_DATA_DIR", data.toString()))) {
            case Result.Ok<Settings, List<String>>(Settings settings) -> settings;
            case Result.Err<Settings, List<String>>(List<String> mistakes) ->
                throw new IllegalStateException(String.join("; ", mistakes));
        };
    }

    /** The leads that the import made, as they stand in their table, into its empty twin. */
    private double copied() throws IOException {
        Path rows = data.resolve("leads.copy");
        try (EmbeddedDatabase server = EmbeddedDatabase.start(data.resolve("postgres"))) {
            DatabaseAddress address = server.address("postgres");
            try (Connection connection = DriverManager.getConnection(
                            address.jdbcUrl(), address.adminUser(), address.adminPassword());
                    Statement statement = connection.createStatement()) {
                CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
                try (OutputStream out = Files.newOutputStream(rows)) {
                    copy.copyOut("copy app.lead to stdout (format binary)", out);
                }
                statement.execute(TWIN);
                statement.execute("checkpoint");
                try (InputStream in = Files.newInputStream(rows)) {
                    long begun = System.nanoTime();
                    long copied = copy.copyIn("copy public.lead_twin from stdin (format binary)", in, BUFFER);
                    return perSecond(copied, begun);
                }
            }
        } catch (SQLException failed) {
            throw new IOException("the baseline could not be taken", failed);
        } finally {
            Files.deleteIfExists(rows);
        }
    }

    private static String said(int rows, long begun) {
        return String.format(Locale.ROOT, "imported %,d rows, %,.0f rows/s", rows, perSecond(rows, begun));
    }

    private static double perSecond(long count, long begun) {
        return count * 1e9 / (System.nanoTime() - begun);
    }
}
