package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks;
import io.agencyos.adapters.out.sandbox.population.Population;
import io.agencyos.adapters.out.sandbox.population.PopulationCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The measurements on the machine as it is, in a temporary folder that is removed afterwards. */
public final class SystemBenchmarks implements Benchmarks {

    private static final String IMPORT = "import";
    private static final String LISTS = "lists";
    private static final String RESCORE = "rescore";
    private static final String SCORE = "score";
    private static final String ASSIGN = "assign";
    private static final String API = "api";
    private static final String OUTREACH = "outreach";
    private static final String GATES = "gates";
    private static final String LEARNING = "learning";
    private static final int ASSIGNED_OF = 10;
    private static final List<String> HOUSED = List.of(IMPORT, LISTS, API, OUTREACH, RESCORE);

    /** In the order in which they are taken: rescoring leaves every lead changed. */
    private static Map<String, House.Benchmark> housed(Path folder, int rows) {
        Map<String, House.Benchmark> benchmarks = new LinkedHashMap<>();
        benchmarks.put(IMPORT, new ImportBench(folder));
        benchmarks.put(LISTS, new ListBench(rows));
        benchmarks.put(API, new ApiBench(rows));
        benchmarks.put(OUTREACH, new OutreachBench(rows));
        benchmarks.put(RESCORE, new RescoreBench());
        return benchmarks;
    }

    @Override
    public List<String> names() {
        return List.of(IMPORT, LISTS, API, OUTREACH, RESCORE, ASSIGN, SCORE, GATES, LEARNING);
    }

    @Override
    public String machine() {
        Runtime runtime = Runtime.getRuntime();
        return String.format(
                Locale.ROOT,
                "%d cores, %,d MiB heap at most, Java %s, %s %s",
                runtime.availableProcessors(),
                runtime.maxMemory() >> 20,
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }

    @Override
    public List<Figure> measure(Set<String> only, int rows, Consumer<String> progress) {
        List<Figure> figures = new ArrayList<>();
        try {
            Path folder = Files.createTempDirectory("agency-os-bench");
            try {
                Path file = folder.resolve("leads.csv");
                Files.writeString(file, PopulationCsv.of(Population.of(Population.SHIPPED_SEED, rows)));
                progress.accept(String.format(
                        Locale.ROOT, "generated %,d rows, %.1f MB", rows, Files.size(file) / 1_000_000.0));
                if (!Collections.disjoint(only, HOUSED)) {
                    try (House house = new House(folder.resolve("data"), progress)) {
                        house.imports(file);
                        for (Map.Entry<String, House.Benchmark> bench :
                                housed(folder, rows).entrySet()) {
                            if (only.contains(bench.getKey())) {
                                progress.accept("measuring " + bench.getKey());
                                figures.addAll(bench.getValue().measure(house));
                            }
                        }
                    }
                }
                if (only.contains(ASSIGN)) {
                    progress.accept("measuring assign");
                    figures.addAll(
                            new AssignBench(folder.resolve("pool"), file, rows / ASSIGNED_OF, progress).measure());
                }
                if (only.contains(SCORE)) {
                    figures.addAll(new ScoreBench(file, rows, progress).measure());
                }
                if (only.contains(LEARNING)) {
                    progress.accept("measuring learning");
                    figures.addAll(new LearningBench(folder.resolve("learning"), rows, progress).measure());
                }
                if (only.contains(GATES)) {
                    figures.add(GateBench.measure(rows));
                }
            } finally {
                deleteTree(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return figures;
    }

    private static void deleteTree(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path directory, @org.jspecify.annotations.Nullable IOException failed) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
