package io.agencyos.adapters.in.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code agency-os bench}: how fast this machine is. Whatever comes out, the exit code says only that it was measured. */
@Command(
        name = "bench",
        description = "Measures on a database of its own, each beside a baseline taken in the same run.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

    private static final int MISUSED = 2;

    private final Benchmarks benchmarks;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "import, lists, api, outreach, rescore, assign, score, gates, learning; without it, all of"
                    + " them")
    private Set<String> only = new LinkedHashSet<>();

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "100000",
            description = "generated leads, 10 to 1000000 (default: ${DEFAULT-VALUE})")
    private int rows;

    public BenchCommand(Benchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<String> names = benchmarks.names();
        if (!names.containsAll(only)) {
            return misused("--only: " + String.join(", ", names));
        }
        if (rows < 10 || rows > 1_000_000) {
            return misused("--rows: 10 to 1000000");
        }
        out.println(benchmarks.machine());
        List<Benchmarks.Figure> figures = benchmarks.measure(only.isEmpty() ? Set.copyOf(names) : only, rows, line -> {
            out.println(line);
            out.flush();
        });
        out.printf("%n%-18s %24s %9s  %-14s %s%n", "", "measured", "ratio", "wanted", "baseline of the same run");
        for (Benchmarks.Figure figure : figures) {
            out.printf(
                    "%-18s %24s %9s  %-14s %s%n",
                    figure.name(), figure.measured(), figure.ratio(), figure.wanted(), figure.baseline());
        }
        out.flush();
        return 0;
    }

    private int misused(String reason) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(reason);
        err.flush();
        return MISUSED;
    }
}
