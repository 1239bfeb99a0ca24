package io.agencyos.adapters.in.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.agencyos.domain.conversion.experiment.VariantReplay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code agency-os cis replay}: what allocation among variants would have done with an experiment whose rows are known. Nothing
 * is stored. Source: conversion intelligence 7.1, 23.2.
 */
@Command(
        name = "replay",
        description = "Plays a finished experiment again, giving out rows by the chance of each arm to be the best.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {

    private static final int MISUSED = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "CSV with a header, plain or .gz")
    private Path file;

    @Option(names = "--arm", required = true, paramLabel = "COLUMN", description = "which arm a row had")
    private String arm;

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "COLUMN=VALUE",
            description = "the value that means rewarded; every other means not")
    private String outcome;

    @Option(
            names = "--a-day",
            paramLabel = "N",
            defaultValue = "500",
            description = "touches of a simulated day (default: ${DEFAULT-VALUE})")
    private int perDay;

    @Option(
            names = "--known-after",
            paramLabel = "DAYS",
            defaultValue = "7",
            description = "days until a reward is known (default: ${DEFAULT-VALUE})")
    private int daysToKnow;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            defaultValue = "hillstrom",
            description = "of the experiment; it draws the arms (default: ${DEFAULT-VALUE})")
    private String name;

    private static final class Rows {
        private final BitSet rewarded = new BitSet();
        private int count;

        private void add(boolean hit) {
            rewarded.set(count++, hit);
        }

        private boolean[] all() {
            boolean[] all = new boolean[count];
            rewarded.stream().forEach(row -> all[row] = true);
            return all;
        }
    }

    @Override
    public Integer call() {
        String[] wanted = outcome.split("=", 2);
        if (wanted.length < 2 || perDay < 1 || daysToKnow < 0) {
            return misused("--outcome is COLUMN=VALUE, --a-day 1 or more, --known-after 0 or more");
        }
        Map<String, Rows> arms = new LinkedHashMap<>();
        try {
            new ColumnFile(file)
                    .each(row -> arms.computeIfAbsent(row.getField(arm).strip(), _ -> new Rows())
                            .add(row.getField(wanted[0]).equals(wanted[1])));
        } catch (IOException | CsvParseException | NoSuchElementException unreadable) {
            return misused(file + ": " + unreadable.getMessage());
        }
        if (arms.size() < 2) {
            return misused(file + ": an experiment has two arms or more");
        }
        Map<String, boolean[]> rows = new LinkedHashMap<>();
        arms.forEach((each, of) -> rows.put(each, of.all()));
        long all = arms.values().stream().mapToLong(each -> each.count).sum();
        long hits = arms.values().stream()
                .mapToLong(each -> each.rewarded.cardinality())
                .sum();
        print(new VariantReplay(name, perDay, daysToKnow).played(rows, (double) hits / all), rows);
        return 0;
    }

    private void print(VariantReplay.Ended ended, Map<String, boolean[]> rows) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%nday %d: an arm has no more rows%n", ended.days());
        out.printf("%-24s %9s %9s %12s%n", "", "rows", "given", "allocation");
        ended.given()
                .forEach((each, given) -> out.printf(
                        Locale.ROOT,
                        "%-24s %9d %9d %12.2f%n",
                        each,
                        rows.get(each).length,
                        given,
                        ended.allocation().get(each)));
        out.printf(
                Locale.ROOT,
                "regret a touch %.3f, of an equal split %.3f%n",
                ended.regret(),
                ended.regretOfEqualParts());
        out.flush();
    }

    private int misused(String reason) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(reason);
        err.flush();
        return MISUSED;
    }
}
