package io.agencyos.domain.conversion.platform;

import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.kernel.Estimate;
import io.agencyos.domain.conversion.kernel.SegmentKernel;
import io.agencyos.domain.conversion.kernel.SegmentTable;
import io.agencyos.domain.conversion.platform.PlatformLearning.Published;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The counts of some clients, each a stratum of its own, with how many units each has in a segment. Source: conversion
 * intelligence 12.2.
 */
record Summed(Map<String, List<Cell>> cells, Map<Segment, Map<ClientId, Long>> units) {

    private static final double LARGEST_CLIENT = 0.40;
    private static final long SEGMENT_CONVERSIONS = 50;

    /** A value of a dimension. */
    record Segment(String dimension, String key) {}

    static Summed of(List<Contribution> contributors) {
        Map<String, List<Cell>> cells = new TreeMap<>();
        Map<Segment, Map<ClientId, Long>> units = new HashMap<>();
        for (Contribution each : contributors) {
            each.dimensions()
                    .forEach((dimension, own) -> own.forEach(cell -> {
                        cells.computeIfAbsent(dimension, _ -> new ArrayList<>())
                                .add(new Cell(
                                        cell.segment(),
                                        each.client().text() + '|' + cell.stratum(),
                                        cell.n(),
                                        cell.k()));
                        if (cell.n() > 0) {
                            units.computeIfAbsent(new Segment(dimension, cell.segment()), _ -> new HashMap<>())
                                    .merge(each.client(), cell.n(), Long::sum);
                        }
                    }));
        }
        return new Summed(cells, units);
    }

    /** Units of each client that has any. */
    Map<ClientId, Long> clients(Segment segment) {
        return units.getOrDefault(segment, Map.of());
    }

    /** What nobody can be recognised in, of the segments that may be told at all. */
    Result<List<Published>, BadCell> published(@Nullable String industry, Predicate<Segment> tellable) {
        List<Published> published = new ArrayList<>();
        for (Map.Entry<String, List<Cell>> dimension : cells.entrySet()) {
            switch (SegmentTable.of(dimension.getValue())) {
                case Result.Ok<SegmentTable, BadCell>(SegmentTable table) ->
                    SegmentKernel.estimate(table).segments().forEach(estimate -> {
                        Segment segment = new Segment(dimension.getKey(), estimate.segment());
                        if (namesNobody(estimate, clients(segment)) && tellable.test(segment)) {
                            published.add(told(industry, segment, estimate));
                        }
                    });
                case Result.Err<SegmentTable, BadCell>(BadCell bad) -> {
                    return Result.err(bad);
                }
            }
        }
        return Result.ok(published);
    }

    private static boolean namesNobody(Estimate estimate, Map<ClientId, Long> clients) {
        return estimate.hasContrast()
                && clients.size() >= PlatformLearning.CLIENTS_PER_SEGMENT
                && estimate.k() >= SEGMENT_CONVERSIONS
                && clients.values().stream().allMatch(n -> n <= LARGEST_CLIENT * estimate.n());
    }

    private Published told(@Nullable String industry, Segment segment, Estimate estimate) {
        return new Published(
                industry,
                segment.dimension(),
                segment.key(),
                estimate.lift(),
                estimate.n(),
                clients(segment).size(),
                PlatformLearning.confidence(estimate.k()));
    }
}
