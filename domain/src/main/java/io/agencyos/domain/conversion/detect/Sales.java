package io.agencyos.domain.conversion.detect;

import io.agencyos.domain.conversion.kernel.Bars;
import io.agencyos.domain.conversion.kernel.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What came of meetings and of deals, one row each, as there are few. Source: conversion intelligence 10.
 *
 * @param meetings held and at least 30 days old
 * @param deals closed within the window
 * @param credits of the won ones, summed by model and channel
 */
public record Sales(List<HeldMeeting> meetings, List<ClosedDeal> deals, List<Credited> credits) {

    /**
     * A meeting that took place.
     *
     * @param outcome good or bad, null while nobody said
     * @param sold a deal was made of it
     * @param cents its value, null while unknown
     */
    public record HeldMeeting(
            @Nullable String outcome,
            @Nullable String tier,
            @Nullable String sizeBand,
            boolean sold,
            @Nullable Long cents) {}

    /**
     * A deal that is over.
     *
     * @param days from its creation to its close
     * @param lostReason null where it was won, as is {@code lostAt}, the stage that it was lost at
     * @param daysByStage days that it stood at each open stage
     */
    public record ClosedDeal(
            boolean won,
            @Nullable Long cents,
            int days,
            @Nullable String firstChannel,
            @Nullable String tier,
            @Nullable String industry,
            @Nullable String lostReason,
            @Nullable String lostAt,
            Map<String, Integer> daysByStage,
            boolean attributed) {

        public ClosedDeal {
            daysByStage = Map.copyOf(daysByStage);
        }
    }

    /** What a model credits a channel with, over all won deals. */
    public record Credited(String model, String channel, long millionths, long cents) {}

    /** Nothing was sold. */
    public static final Sales NONE = new Sales(List.of(), List.of(), List.of());

    private static final int MEETING_DAYS = 90;
    private static final int DEAL_DAYS = 180;

    public Sales {
        meetings = List.copyOf(meetings);
        deals = List.copyOf(deals);
        credits = List.copyOf(credits);
    }

    /** Held meetings by what they were like; converted is a deal. */
    public Sample meetingToDeal() {
        return sample(
                meetings,
                HeldMeeting::sold,
                MEETING_DAYS,
                Map.of("outcome", HeldMeeting::outcome, "tier", HeldMeeting::tier, Who.SIZE, HeldMeeting::sizeBand));
    }

    /** Closed deals by where they came from; converted is won. */
    public Sample winRate() {
        return sample(
                deals,
                ClosedDeal::won,
                DEAL_DAYS,
                Map.of(
                        "first_touch_channel",
                        ClosedDeal::firstChannel,
                        "tier",
                        ClosedDeal::tier,
                        Who.INDUSTRY,
                        ClosedDeal::industry));
    }

    private static <T> Sample sample(
            List<T> units, Predicate<T> converted, int days, Map<String, Function<T, @Nullable String>> values) {
        List<Dimension> dimensions = new ArrayList<>();
        new TreeMap<>(values).forEach((name, value) -> {
            Map<String, long[]> counts = new TreeMap<>();
            for (T unit : units) {
                String of = value.apply(unit);
                if (of != null) {
                    long[] count = counts.computeIfAbsent(of, none -> new long[2]);
                    count[0]++;
                    count[1] += converted.test(unit) ? 1 : 0;
                }
            }
            List<Cell> cells = counts.entrySet().stream()
                    .map(each -> Cell.of(each.getKey(), each.getValue()[0], each.getValue()[1]))
                    .toList();
            dimensions.add(
                    new Dimension(name, cells, cells.stream().mapToLong(Cell::n).sum(), units.size(), Bars.FUNNEL));
        });
        return new Sample(units.size(), units.stream().filter(converted).count(), days, dimensions);
    }
}
