package io.agencyos.domain.conversion.platform;

import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.kernel.Estimate;
import io.agencyos.domain.conversion.kernel.Estimates;
import io.agencyos.domain.conversion.kernel.SegmentKernel;
import io.agencyos.domain.conversion.kernel.SegmentTable;
import io.agencyos.domain.scoring.Component;
import io.agencyos.domain.scoring.Weights;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LargestRemainder;
import io.agencyos.domain.shared.Result;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Learns across clients, each a stratum of its own so that high base rates do not distort, and publishes only what no
 * single client can be read from. Source: conversion intelligence 12.2.
 */
public final class PlatformLearning {

    private static final int LEAST_CLIENTS = 10;
    private static final long LEAST_CONVERSIONS = 500;
    private static final int LEAST_WEIGHTS = 3;
    private static final long CONTRIBUTES_FROM = 20;
    private static final int CLIENTS_PER_SEGMENT = 5;
    private static final double LARGEST_CLIENT = 0.40;
    private static final long SEGMENT_CONVERSIONS = 50;
    private static final long HALF_KNOWN = 50;
    private static final BigDecimal MOST_CONFIDENT = new BigDecimal("0.9000");
    private static final double MOSTLY = 0.6;
    private static final List<Component> COMPONENTS = List.of(
            Component.DATA_QUALITY, Component.AUTHORITY, Component.COMPANY_FIT, Component.TIMING, Component.RISK);

    /** A segment that may be published. */
    public record Published(
            String dimension, String segment, double lift, long units, int clients, BigDecimal confidence) {}

    /** Weights that may be published, with what stands behind them. */
    public record PublishedWeights(Weights weights, long conversions, int clients, BigDecimal confidence) {}

    private final List<Contribution> contributors;

    private PlatformLearning(List<Contribution> contributors) {
        this.contributors = contributors;
    }

    /** Learning over these consenting clients, in any order; empty below the threshold at which it starts. */
    public static Optional<PlatformLearning> over(List<Contribution> consenting) {
        List<Contribution> contributors = consenting.stream()
                .filter(each -> each.conversions() >= CONTRIBUTES_FROM)
                .sorted(Comparator.comparing(each -> each.client().text()))
                .toList();
        boolean active = consenting.size() >= LEAST_CLIENTS
                && consenting.stream().mapToLong(Contribution::conversions).sum() >= LEAST_CONVERSIONS
                && contributors.stream()
                                .filter(each -> each.promoted().isPresent())
                                .count()
                        >= LEAST_WEIGHTS;
        return active ? Optional.of(new PlatformLearning(contributors)) : Optional.empty();
    }

    /** Confidence in what so many conversions say. */
    public static BigDecimal confidence(long conversions) {
        return BigDecimal.valueOf(conversions)
                .divide(BigDecimal.valueOf(conversions + HALF_KNOWN), 4, RoundingMode.HALF_UP)
                .min(MOST_CONFIDENT);
    }

    /** The lifts of all segments that may be published. */
    public Result<List<Published>, BadCell> patterns() {
        List<Published> published = new ArrayList<>();
        Map<String, List<Cell>> cells = new TreeMap<>();
        Map<String, Map<ClientId, Long>> clients = new HashMap<>();
        for (Contribution contribution : contributors) {
            contribution
                    .dimensions()
                    .forEach((dimension, own) -> own.forEach(cell -> {
                        cells.computeIfAbsent(dimension, _ -> new ArrayList<>())
                                .add(new Cell(
                                        cell.segment(),
                                        contribution.client().text() + '|' + cell.stratum(),
                                        cell.n(),
                                        cell.k()));
                        if (cell.n() > 0) {
                            clients.computeIfAbsent(dimension + '|' + cell.segment(), _ -> new HashMap<>())
                                    .merge(contribution.client(), cell.n(), Long::sum);
                        }
                    }));
        }
        for (Map.Entry<String, List<Cell>> dimension : cells.entrySet()) {
            switch (SegmentTable.of(dimension.getValue())) {
                case Result.Ok<SegmentTable, BadCell>(SegmentTable table) -> {
                    Estimates estimates = SegmentKernel.estimate(table);
                    estimates.segments().stream()
                            .filter(each -> mayBePublished(
                                    each, clients.getOrDefault(dimension.getKey() + '|' + each.segment(), Map.of())))
                            .map(each -> published(
                                    dimension.getKey(),
                                    each,
                                    clients.getOrDefault(dimension.getKey() + '|' + each.segment(), Map.of())
                                            .size()))
                            .forEach(published::add);
                }
                case Result.Err<SegmentTable, BadCell>(BadCell bad) -> {
                    return Result.err(bad);
                }
            }
        }
        return Result.ok(published);
    }

    private static boolean mayBePublished(Estimate estimate, Map<ClientId, Long> clients) {
        return estimate.hasContrast()
                && clients.size() >= CLIENTS_PER_SEGMENT
                && estimate.k() >= SEGMENT_CONVERSIONS
                && clients.values().stream().allMatch(n -> n <= LARGEST_CLIENT * estimate.n());
    }

    private static Published published(String dimension, Estimate estimate, int clients) {
        return new Published(
                dimension, estimate.segment(), estimate.lift(), estimate.n(), clients, confidence(estimate.k()));
    }

    /**
     * Mean of the promoted weights, weighted by conversions with a cap; empty unless the mean of the others beats the
     * default for most clients that are left out of it.
     *
     * @param beatsDefault whether these weights sort this client's leads better than the default ones
     */
    public Optional<PublishedWeights> weights(BiPredicate<ClientId, Weights> beatsDefault) {
        List<Contribution> withWeights = contributors.stream()
                .filter(each -> each.promoted().isPresent())
                .toList();
        long better = withWeights.stream()
                .filter(left -> beatsDefault.test(
                        left.client(),
                        mean(withWeights.stream().filter(each -> each != left).toList())))
                .count();
        long conversions =
                withWeights.stream().mapToLong(Contribution::conversions).sum();
        return better >= MOSTLY * withWeights.size()
                ? Optional.of(new PublishedWeights(
                        mean(withWeights), conversions, withWeights.size(), confidence(conversions)))
                : Optional.empty();
    }

    private static Weights mean(List<Contribution> from) {
        double[] shares =
                CappedShares.of(from.stream().map(Contribution::conversions).toList());
        double[] mean = new double[COMPONENTS.size()];
        for (int i = 0; i < shares.length; i++) {
            Weights own = from.get(i).promoted().orElse(Weights.DEFAULT);
            for (int c = 0; c < mean.length; c++) {
                mean[c] += shares[i] * own.of(COMPONENTS.get(c));
            }
        }
        List<Integer> parts =
                LargestRemainder.split(
                                Weights.ONE,
                                Arrays.stream(mean)
                                        .mapToObj(BigDecimal::valueOf)
                                        .toList())
                        .stream()
                        .map(Long::intValue)
                        .toList();
        return new Weights(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
    }
}
