package io.agencyos.adapters.in.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.agencyos.domain.conversion.weights.ComponentCell;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.conversion.weights.TierMix;
import io.agencyos.domain.conversion.weights.WeightEstimator;
import io.agencyos.domain.conversion.weights.WeightLearning;
import io.agencyos.domain.scoring.weight.Weights;
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
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code agency-os cis weights}: weights of the score learned from a file, and how they do on its newer part. Nothing is stored.
 * Source: conversion intelligence 11, 23.2.
 */
@Command(
        name = "weights",
        description = "Learns the weights of the five components of the score from the older 70 %% of a file's rows and"
                + " judges them on the rest.",
        mixinStandardHelpOptions = true)
public final class WeightsCommand implements Callable<Integer> {

    private static final int MISUSED = 2;
    private static final int COMPONENTS = 5;
    private static final long ENOUGH_FRESH = 15;
    private static final double TRAIN = 0.7;

    @Spec
    private CommandSpec spec;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "CSV with a header, plain or .gz")
    private Path file;

    @Option(names = "--outcome", required = true, paramLabel = "COLUMN=VALUE", description = "what means converted")
    private String outcome;

    @Option(
            names = "--order",
            required = true,
            paramLabel = "COLUMN",
            description = "a number; the lowest is the oldest")
    private String order;

    @Option(
            names = "--points",
            split = ",",
            paramLabel = "COLUMN",
            description =
                    "five columns of whole points: data quality (to 20), authority (25), company fit (25), timing (15),"
                            + " risk (15)")
    private List<String> points = new ArrayList<>();

    @Option(
            names = "--x-education",
            description = "instead of --points: work them out from the columns of the public lead scoring set")
    private boolean xEducation;

    private record Row(double order, List<Integer> points, boolean converted) {}

    @Override
    public Integer call() {
        String[] wanted = outcome.split("=", 2);
        if (wanted.length < 2 || xEducation != points.isEmpty() || !xEducation && points.size() != COMPONENTS) {
            return misused("--outcome is COLUMN=VALUE, and points are five columns or --x-education");
        }
        List<Row> rows = new ArrayList<>();
        try {
            new ColumnFile(file)
                    .each(row -> rows.add(new Row(
                            Double.parseDouble(row.getField(order).strip()),
                            xEducation ? XEducation.points(row) : given(row),
                            row.getField(wanted[0]).equals(wanted[1]))));
        } catch (IOException | CsvParseException | NoSuchElementException | NumberFormatException unreadable) {
            return misused(file + ": " + unreadable.getMessage());
        }
        rows.sort(Comparator.comparingDouble(Row::order));
        int older = (int) (TRAIN * rows.size());
        print(new Holdout(cells(rows.subList(0, older)), cells(rows.subList(older, rows.size()))));
        return 0;
    }

    private List<Integer> given(NamedCsvRecord row) {
        return points.stream()
                .map(column -> Integer.valueOf(row.getField(column).strip()))
                .toList();
    }

    private static List<ComponentCell> cells(List<Row> rows) {
        Map<List<Integer>, long[]> counts = new LinkedHashMap<>();
        rows.forEach(row -> {
            long[] count = counts.computeIfAbsent(row.points(), _ -> new long[2]);
            count[0]++;
            count[1] += row.converted() ? 1 : 0;
        });
        return counts.entrySet().stream()
                .map(each -> ComponentCell.of(
                        each.getKey().get(0),
                        each.getKey().get(1),
                        each.getKey().get(2),
                        each.getKey().get(3),
                        each.getKey().get(4),
                        each.getValue()[0],
                        each.getValue()[1]))
                .toList();
    }

    private void print(Holdout leads) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%n%d rows, %d converted; older part %s, newer part %s%n",
                leads.units(),
                leads.conversions(),
                told(leads.train()),
                told(leads.test()));
        out.printf("%-12s %s%n", "", "quality authority company-fit timing risk");
        out.printf("%-12s %s%n", "default", shown(Weights.DEFAULT));
        if (new WeightEstimator(Weights.DEFAULT, WeightEstimator.TAU).fit(leads.train())
                instanceof WeightEstimator.Fit.Fitted fitted) {
            out.printf(
                    "%-12s %s%n",
                    "fitted",
                    IntStream.range(0, COMPONENTS)
                            .mapToObj(i -> String.format(Locale.ROOT, "%.3f", fitted.weights()[i]))
                            .collect(Collectors.joining(" ")));
            out.printf(
                    Locale.ROOT,
                    "the default score by itself: intercept %.4f, slope %.4f%n",
                    fitted.line().intercept(),
                    fitted.line().slope());
        }
        WeightLearning.Outcome came = new WeightLearning(Weights.DEFAULT, Weights.DEFAULT, WeightEstimator.TAU)
                .learn(leads, Optional.empty(), ENOUGH_FRESH, _ -> TierMix.EMPTY);
        out.println(
                switch (came) {
                    case WeightLearning.Outcome.InsufficientData(var shortages) -> "too little: " + shortages;
                    case WeightLearning.Outcome.NoSignal none -> "better scores do not convert better";
                    case WeightLearning.Outcome.SolverFailed failed -> "no optimum was found";
                    case WeightLearning.Outcome.Judged judged -> judged(judged);
                });
        out.flush();
    }

    private static String told(List<ComponentCell> part) {
        return "%d of which %d"
                .formatted(
                        part.stream().mapToLong(ComponentCell::n).sum(),
                        part.stream().mapToLong(ComponentCell::k).sum());
    }

    private static String judged(WeightLearning.Outcome.Judged judged) {
        var separation = judged.report().separation();
        return String.format(
                Locale.ROOT,
                "%-12s %s%nAUC on the newer part %.4f against %.4f, standard error of the difference %.4f, p ="
                        + " %.6f%n%s",
                "one step",
                shown(judged.weights()),
                separation.first(),
                separation.second(),
                separation.standardError(),
                separation.pValue(),
                judged.report().passes()
                        ? "the gate passes"
                        : "the gate does not pass: " + judged.report().failed());
    }

    private static String shown(Weights weights) {
        return List.of(
                        weights.dataQuality(),
                        weights.authority(),
                        weights.companyFit(),
                        weights.timing(),
                        weights.risk())
                .stream()
                .map(each -> String.format(Locale.ROOT, "%.3f", each / (double) Weights.ONE))
                .collect(Collectors.joining(" "));
    }

    /** How the columns of X Education's lead scoring set stand for points. Source: conversion intelligence 23.2. */
    private static final class XEducation {

        private static final Map<String, Integer> AUTHORITY = Map.of(
                "Working Professional", 25,
                "Businessman", 25,
                "Unemployed", 10,
                "Student", 7,
                "Other", 7,
                "Housewife", 7);
        private static final Map<String, Integer> FIT = Map.of(
                "reference", 25,
                "welingak website", 25,
                "google", 15,
                "organic search", 15,
                "direct traffic", 15);

        private static List<Integer> points(NamedCsvRecord row) {
            String city = text(row, "City");
            return List.of(
                    text(row, "Do Not Email").equals("No") ? 20 : 8,
                    AUTHORITY.getOrDefault(text(row, "What is your current occupation"), 5),
                    FIT.getOrDefault(text(row, "Lead Source").toLowerCase(Locale.ROOT), 8),
                    timing(text(row, "Total Time Spent on Website")),
                    15 - (text(row, "Country").isEmpty() ? 5 : 0) - (city.isEmpty() || city.equals("Select") ? 5 : 0));
        }

        private static int timing(@Nullable String seconds) {
            double spent = seconds == null || seconds.isEmpty() ? 0 : Double.parseDouble(seconds);
            return spent >= 900 ? 15 : spent >= 300 ? 9 : spent > 0 ? 5 : 0;
        }

        private static String text(NamedCsvRecord row, String column) {
            return row.getField(column).strip();
        }
    }

    private int misused(String reason) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(reason);
        err.flush();
        return MISUSED;
    }
}
