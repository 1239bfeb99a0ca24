package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks;
import io.agencyos.application.conversion.learning.LearnPatterns;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.Learning;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.conversion.Horizons;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A client's learning over ten touches a lead, at a tenth, three tenths and all of the leads: taking over a night's touches,
 * then all detectors and the weights for both cut-offs. Held against the GROUP BY statements that a person would write by
 * hand to get the same counts from the same facts, and nothing else. Of two runs of each the second counts.
 */
record LearningBench(Path folder, int leads, Consumer<String> progress) {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final int NIGHT = 50_000;
    private static final List<Integer> TENTHS = List.of(1, 3, 10);

    private record Measured(
            int leads, int night, double first, Night nightly, double learned, double byHand, long heap) {}

    /** Seconds that passed, and those that the server's processor worked; NaN where the system does not tell. */
    private record Night(double passed, double worked) {}

    List<Benchmarks.Figure> measure() throws IOException {
        List<Benchmarks.Figure> figures = new ArrayList<>();
        try (House house = new House(folder, progress)) {
            for (int tenths : TENTHS) {
                figures.addAll(figures(measure(house, Math.max(30, leads * tenths / 10), tenths)));
            }
        }
        figures.add(KernelBench.measure());
        return figures;
    }

    private Measured measure(House house, int size, int number) throws IOException {
        int night = Math.min(NIGHT, Math.max(10, size / 2));
        Instant moment = Instant.now();
        TenantScope worker = PoolFilling.client(house.product(), number);
        UUID campaign = PoolFilling.campaign(house.product(), worker.clientId()).value();
        UUID client = worker.clientId().value();
        house.bare(connection -> {
            new LearningFilling(client, campaign, moment, size, night).fill(connection);
            return true;
        });
        progress.accept(String.format(Locale.ROOT, "generated %,d touches of %,d leads", 10L * size, size));
        double first = mature(house.product(), worker, moment.minus(Duration.ofDays(1)))
                .passed();
        Night nightly = mature(house.product(), worker, moment);
        learn(house.product(), worker);
        double learned = learn(house.product(), worker);
        long heap = House.usedBytes();
        double byHand = house.bare(connection -> {
            byHand(connection, client, moment);
            return byHand(connection, client, moment);
        });
        return new Measured(size, night, first, nightly, learned, byHand, heap);
    }

    private static Night mature(Product product, TenantScope worker, Instant now) {
        long begun = System.nanoTime();
        double[] worked = {0};
        LearningFacts.Matured taken = new LearningFacts.Matured(0, 0, false);
        while (!taken.complete()) {
            taken = product.basis().units().inTenant(worker, () -> {
                double before = ServerTime.ofThisConnection();
                LearningFacts.Matured part = Learning.facts().mature(worker.clientId(), SYDNEY, now, Horizons.DEFAULT);
                worked[0] += ServerTime.ofThisConnection() - before;
                return part;
            });
        }
        return new Night(seconds(begun), worked[0]);
    }

    private static double learn(Product product, TenantScope worker) {
        long begun = System.nanoTime();
        if (!(Learning.of(product).learnPatterns().learn(worker.clientId()) instanceof LearnPatterns.Outcome.Learned)) {
            throw new IllegalStateException("there is enough to learn from, and nothing was learned");
        }
        return seconds(begun);
    }

    private static double byHand(Connection connection, UUID client, Instant moment) throws SQLException {
        Instant now = Windows.cutOff(moment);
        long begun = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            for (Instant cutOff : List.of(now, now.minus(Windows.REPEAT))) {
                for (GroupedByHand grouped : GroupedByHand.ALL) {
                    Windows.Window window = Windows.DEFAULT.window(grouped.unit(), cutOff, 90);
                    read(statement, grouped.sql(client, window.span()));
                }
            }
        }
        return seconds(begun);
    }

    private static void read(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getLong("n");
            }
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static List<Benchmarks.Figure> figures(Measured one) {
        String touches = String.format(Locale.ROOT, "%,d touches", 10L * one.leads());
        return List.of(
                new Benchmarks.Figure(
                        "learning, " + touches,
                        String.format(Locale.ROOT, "%.2f s", one.learned()),
                        String.format(Locale.ROOT, "%.2f x", one.learned() / one.byHand()),
                        "<= 1.5 x",
                        String.format(
                                Locale.ROOT,
                                "the GROUP BY statements by hand, %.2f s; %d MiB of heap held",
                                one.byHand(),
                                one.heap() >> 20)),
                new Benchmarks.Figure(
                        "  a night's " + String.format(Locale.ROOT, "%,d", one.night()),
                        String.format(Locale.ROOT, "%.2f s", one.nightly().passed()),
                        "",
                        "< 2 s",
                        String.format(
                                Locale.ROOT,
                                "%.2f s of it the server's processor; %.1f s to count all days once and take over %,d"
                                        + " touches",
                                one.nightly().worked(),
                                one.first(),
                                8L * one.night())));
    }
}
