package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The whole import of a file; held against COPY of the leads that it made into a table with the same columns, checks,
 * indexes and foreign keys in the same database. The import writes nine more tables than that.
 */
record ImportBench(Path folder) implements House.Benchmark {

    private static final int BUFFER = 1 << 16;
    private static final String TWIN = """
        create table public.lead_twin (like app.lead including all);
        alter table public.lead_twin
            add foreign key (client_id, campaign_id) references app.campaign (client_id, id),
            add foreign key (client_id, import_id) references app.lead_import (client_id, id),
            add foreign key (client_id, referred_by_lead_id) references app.lead (client_id, id)
        """;

    @Override
    public List<Benchmarks.Figure> measure(House house) throws IOException {
        double copied = house.bare(this::copied);
        return List.of(Benchmarks.Figure.ofSpeed(
                "import",
                "rows",
                house.importedPerSecond(),
                "COPY of its leads into an equal indexed table",
                copied,
                ">= 0.20"));
    }

    /** The leads that the import made, as they stand in their table, into its empty twin. */
    private double copied(Connection connection) throws SQLException, IOException {
        Path rows = folder.resolve("leads.copy");
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Statement statement = connection.createStatement()) {
            try (OutputStream out = Files.newOutputStream(rows)) {
                copy.copyOut("copy app.lead to stdout (format binary)", out);
            }
            statement.execute(TWIN);
            statement.execute("checkpoint");
            try (InputStream in = Files.newInputStream(rows)) {
                long begun = System.nanoTime();
                long copied = copy.copyIn("copy public.lead_twin from stdin (format binary)", in, BUFFER);
                return House.Benchmark.perSecond(copied, begun);
            } finally {
                statement.execute("drop table public.lead_twin");
            }
        } finally {
            Files.deleteIfExists(rows);
        }
    }
}
