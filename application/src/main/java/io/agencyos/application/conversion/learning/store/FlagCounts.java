package io.agencyos.application.conversion.learning.store;

import io.agencyos.domain.conversion.detect.Judged;
import io.agencyos.domain.conversion.detect.What;
import io.agencyos.domain.conversion.kernel.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Overlapping flags as two-valued dimensions: a store counts units that have a flag, and all units per stratum, and the
 * rest is those without. So a store need not tell of every flag that a unit does not have. Source: conversion
 * intelligence 7.
 */
public final class FlagCounts {

    private static final String EMAIL_STRATA = "email|";

    private FlagCounts() {}

    /**
     * Both sides of every flag that occurs.
     *
     * @param with segment is the flag
     * @param all segment is not read; one cell per stratum, of units whose flags are known
     */
    public static List<LearningFacts.Counted> bothSides(List<Cell> with, List<Cell> all) {
        Map<String, Map<String, Cell>> byFlag = new HashMap<>();
        with.forEach(cell ->
                byFlag.computeIfAbsent(cell.segment(), _ -> new HashMap<>()).put(cell.stratum(), cell));
        List<LearningFacts.Counted> counted = new ArrayList<>();
        byFlag.forEach((flag, cells) -> all.stream()
                .filter(total -> concerns(flag, total.stratum()))
                .forEach(total -> {
                    Cell set = cells.get(total.stratum());
                    long n = set == null ? 0 : set.n();
                    long k = set == null ? 0 : set.k();
                    add(counted, flag, Judged.WITH, total.stratum(), n, k);
                    add(counted, flag, Judged.WITHOUT, total.stratum(), total.n() - n, total.k() - k);
                }));
        return counted;
    }

    /** Only e-mails have a subject. */
    private static boolean concerns(String flag, String stratum) {
        return !flag.startsWith(What.SUBJECT + ":") || stratum.startsWith(EMAIL_STRATA);
    }

    private static void add(
            List<LearningFacts.Counted> counted, String flag, String side, String stratum, long n, long k) {
        if (n > 0) {
            counted.add(new LearningFacts.Counted(flag, new Cell(side, stratum, n, k)));
        }
    }
}
