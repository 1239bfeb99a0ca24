package io.agencyos.adapters.in.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.kernel.Bars;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.kernel.Estimate;
import io.agencyos.domain.conversion.kernel.Estimates;
import io.agencyos.domain.conversion.kernel.Family;
import io.agencyos.domain.conversion.kernel.Finding;
import io.agencyos.domain.conversion.kernel.Pooling;
import io.agencyos.domain.conversion.kernel.SegmentKernel;
import io.agencyos.domain.conversion.kernel.SegmentTable;
import io.agencyos.domain.shared.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code agency-os cis validate}: what the kernel says of a file whose answer is known. Nothing is stored. Source:
 * conversion intelligence 23.2.
 */
@Command(
        name = "validate",
        description = "Compares the values of columns by how often an outcome occurred; nothing is stored.",
        mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {

    private static final int MISUSED = 2;
    private static final String BETWEEN = "|";

    @Spec
    private CommandSpec spec;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "CSV with a header, plain or .gz")
    private Path file;

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "COLUMN=VALUE",
            description = "the value that means converted; every other means not")
    private String outcome;

    @Option(
            names = "--dimension",
            required = true,
            split = ",",
            paramLabel = "COLUMN",
            description = "what is compared")
    private List<String> dimensions = new ArrayList<>();

    @Option(
            names = "--stratum",
            split = ",",
            paramLabel = "COLUMN",
            description = "only within equal values of these: keep to what was known before the outcome")
    private List<String> strata = new ArrayList<>();

    @Option(
            names = "--run-of",
            paramLabel = "COLUMN",
            description =
                    "only within a run of rows with the same value: months in order whose year the file does not name")
    private @Nullable String runOf;

    @Option(names = "--lower-case", description = "values that differ in case only are the same")
    private boolean lowerCase;

    /** Counts the runs of rows that have passed. */
    private final class Runs {
        private String last = "";
        private int count;

        private String of(NamedCsvRecord row) {
            if (runOf == null) {
                return "";
            }
            String value = row.getField(runOf);
            count += value.equals(last) ? 0 : 1;
            last = value;
            return BETWEEN + count;
        }
    }

    /** Segment and stratum. */
    private record Place(String segment, String stratum) {}

    @Override
    public Integer call() {
        String[] wanted = outcome.split("=", 2);
        if (wanted.length < 2) {
            return misused("--outcome: COLUMN=VALUE");
        }
        Map<String, Map<Place, long[]>> counts = new LinkedHashMap<>();
        dimensions.forEach(dimension -> counts.put(dimension, new LinkedHashMap<>()));
        Runs passed = new Runs();
        try {
            new ColumnFile(file)
                    .each(row -> count(
                            counts, row, passed.of(row), row.getField(wanted[0]).equals(wanted[1])));
        } catch (IOException | CsvParseException unreadable) {
            return misused(file + ": " + unreadable.getMessage());
        } catch (NoSuchElementException noColumn) {
            return misused(file + ": " + noColumn.getMessage());
        }
        print(counts);
        return 0;
    }

    private void count(Map<String, Map<Place, long[]>> counts, NamedCsvRecord row, String run, boolean converted) {
        String stratum = String.join(BETWEEN, strata.stream().map(row::getField).toList()) + run;
        counts.forEach((dimension, cells) -> {
            String stripped = row.getField(dimension).strip();
            String value = lowerCase ? stripped.toLowerCase(Locale.ROOT) : stripped;
            if (!value.isEmpty()) {
                long[] count = cells.computeIfAbsent(new Place(value, stratum), _ -> new long[2]);
                count[0]++;
                count[1] += converted ? 1 : 0;
            }
        });
    }

    private void print(Map<String, Map<Place, long[]>> counts) {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Family.Dimension> family = new LinkedHashMap<>();
        counts.forEach((dimension, cells) -> family.put(dimension, new Family.Dimension(estimates(cells), Bars.LEADS)));
        Family.judge(family).forEach((dimension, findings) -> {
            Estimates estimates = family.get(dimension).estimates();
            out.printf(
                    Locale.ROOT,
                    "%n%s: %d of %d converted, p0 = %.6f, m = %.2f%n",
                    dimension,
                    estimates.conversions(),
                    estimates.units(),
                    estimates.shrinkage().p0(),
                    estimates.shrinkage().m());
            out.printf(
                    "%-24s %9s %9s %8s  %-15s %6s %6s %9s  %s%n",
                    "", "n", "k", "rate", "95 % interval", "lift", "ratio", "q", "status");
            findings.stream()
                    .sorted(Comparator.comparingLong(
                                    (Finding each) -> each.estimate().n())
                            .reversed())
                    .forEach(finding -> out.println(line(finding)));
        });
        out.flush();
    }

    private static Estimates estimates(Map<Place, long[]> counts) {
        List<Cell> cells = counts.entrySet().stream()
                .map(each -> new Cell(
                        each.getKey().segment(), each.getKey().stratum(), each.getValue()[0], each.getValue()[1]))
                .toList();
        return switch (SegmentTable.of(Pooling.pooled(cells))) {
            case Result.Ok<SegmentTable, BadCell>(SegmentTable table) -> SegmentKernel.estimate(table);
            case Result.Err<SegmentTable, BadCell>(BadCell bad) ->
                throw new IllegalStateException("counted wrongly: " + bad);
        };
    }

    private static String line(Finding finding) {
        Estimate estimate = finding.estimate();
        String head = "%-24s %9d %9d".formatted(finding.segment(), estimate.n(), estimate.k());
        if (!estimate.hasContrast()) {
            return head + " ".repeat(54) + finding.status().wire();
        }
        Double q = finding.q();
        return head
                + String.format(
                        Locale.ROOT,
                        " %8.4f  %.4f–%.4f   %6.2f %6.2f %9s  %s",
                        estimate.rate(),
                        estimate.interval().low(),
                        estimate.interval().high(),
                        estimate.lift(),
                        estimate.ratio(),
                        q == null ? "" : String.format(Locale.ROOT, "%.6f", q),
                        finding.status().wire());
    }

    private int misused(String reason) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(reason);
        err.flush();
        return MISUSED;
    }
}
