package io.agencyos.domain.conversion.platform;

import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.scoring.weight.Component;
import io.agencyos.domain.scoring.weight.Weights;
import io.agencyos.domain.shared.LargestRemainder;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Learns across clients, each a stratum of its own so that high base rates do not distort, and publishes only what no
 * single client can be read from. Source: conversion intelligence 12.2.
 */
public final class PlatformLearning {

    private static final int LEAST_CLIENTS = 10;
    private static final long LEAST_CONVERSIONS = 500;
    private static final int LEAST_WEIGHTS = 3;
    private static final int LEAST_WEIGHTS_OF_AN_INDUSTRY = 5;
    private static final long CONTRIBUTES_FROM = 20;
    static final int CLIENTS_PER_SEGMENT = 5;
    private static final long HALF_KNOWN = 50;
    private static final BigDecimal MOST_CONFIDENT = new BigDecimal("0.9000");
    private static final double MOSTLY = 0.6;
    private static final List<Component> COMPONENTS = List.of(
            Component.DATA_QUALITY, Component.AUTHORITY, Component.COMPANY_FIT, Component.TIMING, Component.RISK);

    /**
     * A segment that may be published.
     *
     * @param industry that the clients work for; null for all clients
     */
    public record Published(
            @Nullable String industry,
            String dimension,
            String segment,
            double lift,
            long units,
            int clients,
            BigDecimal confidence) {}

    /**
     * Weights that may be published, with what stands behind them.
     *
     * @param industry that the clients work for; null for all clients
     */
    public record PublishedWeights(
            @Nullable String industry, Weights weights, long conversions, int clients, BigDecimal confidence) {}

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

    /**
     * The lifts of all segments that may be published: of all contributors, then of each industry that enough of them work
     * for. Of an industry only what leaves no few others behind, who could else be read from the difference.
     */
    public Result<List<Published>, BadCell> patterns() {
        Summed all = Summed.of(contributors);
        List<Published> published = new ArrayList<>();
        Result<List<Published>, BadCell> global = all.published(null, segment -> true);
        if (global instanceof Result.Err<List<Published>, BadCell>) {
            return global;
        }
        published.addAll(global.orElseThrow());
        for (Map.Entry<String, List<Contribution>> industry : byIndustry().entrySet()) {
            Summed own = Summed.of(industry.getValue());
            Result<List<Published>, BadCell> learned = own.published(
                    industry.getKey(), segment -> hidesTheRest(all.clients(segment), own.clients(segment)));
            if (learned instanceof Result.Err<List<Published>, BadCell>) {
                return learned;
            }
            published.addAll(learned.orElseThrow());
        }
        return Result.ok(published);
    }

    private static boolean hidesTheRest(Map<ClientId, Long> all, Map<ClientId, Long> own) {
        int rest = all.size() - own.size();
        return rest == 0 || rest >= CLIENTS_PER_SEGMENT;
    }

    private Map<String, List<Contribution>> byIndustry() {
        Map<String, List<Contribution>> industries = new TreeMap<>();
        contributors.forEach(each -> each.industry()
                .ifPresent(industry -> industries
                        .computeIfAbsent(industry, _ -> new ArrayList<>())
                        .add(each)));
        industries.values().removeIf(those -> those.size() < CLIENTS_PER_SEGMENT);
        return industries;
    }

    /**
     * Means of the promoted weights, weighted by conversions with a cap: that of all clients, then of each industry that
     * enough of them work for and that leaves none or enough of the others, who could else be read from the difference. A
     * mean is left out unless that of the others beats the default for most clients that are left out of it.
     *
     * @param beatsDefault whether these weights sort this client's leads better than the default ones
     */
    public List<PublishedWeights> weights(BiPredicate<ClientId, Weights> beatsDefault) {
        List<Contribution> all = withWeights(contributors);
        List<PublishedWeights> published = new ArrayList<>();
        published(null, all, beatsDefault).ifPresent(published::add);
        byIndustry().forEach((industry, those) -> {
            List<Contribution> own = withWeights(those);
            int rest = all.size() - own.size();
            if (own.size() >= LEAST_WEIGHTS_OF_AN_INDUSTRY && (rest == 0 || rest >= LEAST_WEIGHTS)) {
                published(industry, own, beatsDefault).ifPresent(published::add);
            }
        });
        return List.copyOf(published);
    }

    private static List<Contribution> withWeights(List<Contribution> of) {
        return of.stream().filter(each -> each.promoted().isPresent()).toList();
    }

    private static Optional<PublishedWeights> published(
            @Nullable String industry, List<Contribution> withWeights, BiPredicate<ClientId, Weights> beatsDefault) {
        long better = withWeights.stream()
                .filter(left -> beatsDefault.test(
                        left.client(),
                        mean(withWeights.stream().filter(each -> each != left).toList())))
                .count();
        long conversions =
                withWeights.stream().mapToLong(Contribution::conversions).sum();
        return better >= MOSTLY * withWeights.size()
                ? Optional.of(new PublishedWeights(
                        industry, mean(withWeights), conversions, withWeights.size(), confidence(conversions)))
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
