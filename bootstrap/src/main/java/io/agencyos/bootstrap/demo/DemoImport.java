package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.in.cli.Demo;
import io.agencyos.adapters.in.cli.Demo.Stage;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.intake.LeadFiles.Source;
import io.agencyos.application.lead.intake.UnreadableLeadFile;
import io.agencyos.bootstrap.demo.DemoSetUp.LeadFiles;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.intake.ColumnMapping;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The lead file shared out among the clients. */
final class DemoImport {

    private static final String SHIPPED = "leads-apollo-2000.csv";

    private final DemoSetUp setUp;
    private final Stage stage;
    private final Runnable statistics;

    /** @param statistics has the server look at what was imported; it may do so while more is */
    DemoImport(DemoSetUp setUp, Stage stage, Runnable statistics) {
        this.setUp = setUp;
        this.stage = stage;
        this.statistics = statistics;
    }

    void run(List<Cast> casts, Optional<Path> own) {
        Source source =
                own.<Source>map(path -> () -> Files.newInputStream(path)).orElse(DemoImport::shipped);
        String name = own.map(path -> path.getFileName().toString()).orElse(SHIPPED);
        LeadFiles file = LeadFiles.csv(source);
        int rows = count(file);
        int before = 0;
        CompletableFuture<Void> looked = CompletableFuture.completedFuture(null);
        for (int turn = 0; turn < casts.size(); turn++) {
            int done = before;
            LeadImport run = setUp.importShare(
                    casts.get(turn),
                    turn,
                    name,
                    file,
                    counts -> stage.progress("Importing " + name, Math.min(rows - 1, done + counts.rows()), rows));
            before += run.counts().rows();
            if (turn == 0) {
                looked = CompletableFuture.runAsync(
                        statistics,
                        look -> Thread.ofPlatform().name("statistics").start(look));
            }
        }
        looked.join();
        stage.progress("Importing " + name, rows, rows);
    }

    /** Refuses a file that no lead could come of, before anything is begun. */
    static void examine(Path own) {
        LeadFiles leads = LeadFiles.csv(() -> Files.newInputStream(own));
        try (LeadFile file = leads.open()) {
            if (!ColumnMapping.guess(file.headers()).canIdentify()) {
                throw misused(
                        own,
                        "no column is an e-mail, a LinkedIn profile or a phone number: "
                                + String.join(", ", file.headers()));
            }
            if (count(leads) == 0) {
                throw misused(own, "there is no row below the headers");
            }
        } catch (UnreadableLeadFile unreadable) {
            throw misused(own, unreadable.getMessage());
        }
    }

    private static Demo.Misused misused(Path own, String why) {
        return new Demo.Misused("--leads: " + own + ": " + why);
    }

    private static int count(LeadFiles file) {
        int rows = 0;
        try (var opened = file.open()) {
            for (var all = opened.rows(); all.hasNext(); all.next()) {
                rows++;
            }
        }
        return rows;
    }

    private static InputStream shipped() throws FileNotFoundException {
        InputStream stream = DemoImport.class.getResourceAsStream("/demo/" + SHIPPED);
        if (stream == null) {
            throw new FileNotFoundException(SHIPPED + " is not in this build");
        }
        return stream;
    }
}
