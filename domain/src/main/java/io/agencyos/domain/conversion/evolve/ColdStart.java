package io.agencyos.domain.conversion.evolve;

import io.agencyos.domain.shared.LargestRemainder;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Campaigns of a client of which nothing is learned yet. Source: conversion intelligence 17. */
public final class ColdStart {

    private static final int WHOLE = 100;
    private static final int LEAST_SHARE = 10;
    private static final int HALF = 50;
    private static final int MOST_CAMPAIGNS = 3;
    private static final long MANY_LEADS = 500;
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");
    private static final List<Integer> LEAST_POINTS = List.of(10, 15, 15, 5, 5);
    private static final List<Integer> MOST_POINTS = List.of(30, 35, 35, 25, 25);

    private ColdStart() {}

    /**
     * Shares of campaigns in percent that sum to 100, each at least {@code min(10, ⌊50/n⌋)}: as they were given where they
     * are that, else the least each and the rest as the shares demand.
     */
    public static List<Integer> shares(List<Integer> given) {
        int least = Math.min(LEAST_SHARE, HALF / given.size());
        boolean valid = given.stream().mapToInt(Integer::intValue).sum() == WHOLE
                && given.stream().allMatch(share -> share >= least);
        if (valid) {
            return List.copyOf(given);
        }
        List<BigDecimal> weights = given.stream()
                .map(share -> BigDecimal.valueOf(Math.max(0, share)))
                .toList();
        boolean none = weights.stream().allMatch(weight -> weight.signum() == 0);
        List<BigDecimal> used = none ? Collections.nCopies(given.size(), BigDecimal.ONE) : weights;
        return LargestRemainder.split(WHOLE - (long) given.size() * least, used).stream()
                .map(part -> Math.toIntExact(part) + least)
                .toList();
    }

    /** Whether campaigns start together. */
    public enum Launch implements Vocabulary {
        PARALLEL,
        SEQUENTIAL
    }

    /** An industry with its leads and its place. */
    public record Part(String industry, long leads) {}

    /** @param left industries that got no campaign of their own */
    public record Split(List<Part> parts, Launch launch, List<String> left) {

        public Split {
            parts = List.copyOf(parts);
            left = List.copyOf(left);
        }
    }

    /** Why a distribution is none. */
    public enum Fault implements Vocabulary {
        /** It does not name exactly the industries. */
        INDUSTRIES,
        /** It does not sum to one. */
        SUM
    }

    /**
     * One campaign per industry, at most three: shares by the distribution that was given, else by clients of the
     * portfolio, else alike. More clients go first, then a larger share, then the alphabet.
     *
     * @param distribution shares of one, empty where none was given
     * @param portfolio clients per industry
     */
    public static Result<Split, Fault> split(
            List<String> industries, long leads, Map<String, BigDecimal> distribution, Map<String, Integer> portfolio) {
        if (!distribution.isEmpty()) {
            if (!distribution.keySet().equals(Set.copyOf(industries))) {
                return Result.err(Fault.INDUSTRIES);
            }
            BigDecimal sum = distribution.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.subtract(BigDecimal.ONE).abs().compareTo(TOLERANCE) > 0) {
                return Result.err(Fault.SUM);
            }
        }
        if (industries.isEmpty()) {
            return Result.ok(new Split(List.of(), Launch.SEQUENTIAL, List.of()));
        }
        boolean known = industries.stream().anyMatch(each -> portfolio.getOrDefault(each, 0) > 0);
        Map<String, BigDecimal> weights = new TreeMap<>();
        industries.forEach(industry -> weights.put(
                industry,
                !distribution.isEmpty()
                        ? distribution.getOrDefault(industry, BigDecimal.ZERO)
                        : known ? BigDecimal.valueOf(portfolio.getOrDefault(industry, 0)) : BigDecimal.ONE));
        List<String> ordered = industries.stream()
                .sorted(Comparator.comparing((String each) -> portfolio.getOrDefault(each, 0))
                        .thenComparing(weights::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> kept = ordered.stream().limit(MOST_CAMPAIGNS).toList();
        List<Long> parts =
                LargestRemainder.split(leads, kept.stream().map(weights::get).toList());
        List<Part> split = IntStream.range(0, kept.size())
                .mapToObj(i -> new Part(kept.get(i), parts.get(i)))
                .toList();
        Launch launch =
                split.stream().allMatch(part -> part.leads() >= MANY_LEADS) ? Launch.PARALLEL : Launch.SEQUENTIAL;
        return Result.ok(
                new Split(split, launch, ordered.stream().skip(MOST_CAMPAIGNS).toList()));
    }

    /**
     * Proposed points of data quality, authority, company fit, timing and risk, brought within 10–30, 15–35, 15–35, 5–25
     * and 5–25 and to a sum of 100 by largest remainder.
     */
    public static List<Integer> points(List<Integer> proposed) {
        List<Integer> bounded = new ArrayList<>();
        for (int i = 0; i < LEAST_POINTS.size(); i++) {
            bounded.add(Math.clamp(proposed.get(i), LEAST_POINTS.get(i), MOST_POINTS.get(i)));
        }
        int missing = WHOLE - bounded.stream().mapToInt(Integer::intValue).sum();
        List<Integer> room = IntStream.range(0, bounded.size())
                .mapToObj(i -> missing > 0 ? MOST_POINTS.get(i) - bounded.get(i) : bounded.get(i) - LEAST_POINTS.get(i))
                .toList();
        if (missing == 0) {
            return List.copyOf(bounded);
        }
        List<Long> parts = LargestRemainder.split(
                Math.abs(missing), room.stream().map(BigDecimal::valueOf).toList());
        return IntStream.range(0, bounded.size())
                .mapToObj(i -> bounded.get(i) + Integer.signum(missing) * Math.toIntExact(parts.get(i)))
                .toList();
    }

    /** Whether points are within their bounds and sum to 100. */
    public static boolean isValid(List<Integer> points) {
        return points.size() == LEAST_POINTS.size()
                && points.stream().mapToInt(Integer::intValue).sum() == WHOLE
                && IntStream.range(0, points.size())
                        .allMatch(i -> points.get(i) >= LEAST_POINTS.get(i) && points.get(i) <= MOST_POINTS.get(i));
    }
}
