package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.conversion.learning.LearningFacts.Counted;
import io.agencyos.application.conversion.learning.LearningFacts.Span;
import io.agencyos.application.conversion.learning.LearningFacts.Totals;
import io.agencyos.application.conversion.learning.LearningFacts.Unit;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.shared.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Facts counted by day: kept by what takes them over, added up by what learns from them. Source: conversion intelligence 22.
 */
final class DailyCounts {

    /** Slots of a week: years of a large client in one statement would outlast the time that a statement has. */
    private static final int AT_ONCE = 14;

    private static final Span NOTHING = new Span(Instant.EPOCH, Instant.EPOCH);

    private DailyCounts() {}

    /**
     * Counts the slots anew; a run of slots at once.
     *
     * @param all every slot that has a fact, as for facts that were taken over before days were counted
     */
    static void count(ClientId client, Unit unit, Collection<Integer> slots, boolean all) {
        List<Integer> sorted =
                (all ? everySlot(client, unit) : slots).stream().sorted().toList();
        for (int from = 0; from < sorted.size(); from += AT_ONCE) {
            for (Span run : Days.spans(sorted.subList(from, Math.min(from + AT_ONCE, sorted.size())))) {
                of(Db.update(FactCounting.daily(unit)), client, unit, List.of(run))
                        .execute();
            }
        }
    }

    private static List<Integer> everySlot(ClientId client, Unit unit) {
        return Db.query(FactCounting.slots(unit))
                .bind("client", client)
                .mapTo(Integer.class)
                .list();
    }

    static Totals totals(ClientId client, Unit unit, Span span) {
        Days days = Days.in(span);
        return of(Db.query(FactCounting.totals(unit)), client, unit, days.edges())
                .bind("first", days.first())
                .bind("last", days.last())
                .map((row, context) -> new Totals(row.getLong("n"), row.getLong("k")))
                .one();
    }

    private record Place(String dimension, String value, String stratum) {}

    /** All dimensions, flags as they are counted. */
    static List<Counted> counts(ClientId client, Unit unit, Span span) {
        Days days = Days.in(span);
        Map<Place, long[]> cells = new HashMap<>();
        if (days.first() < days.last()) {
            add(
                    Db.query(FactCounting.COUNTED)
                            .bind("client", client)
                            .bind("unit", unit.wire())
                            .bind("first", days.first())
                            .bind("last", days.last()),
                    cells);
        }
        if (!days.edges().isEmpty()) {
            add(of(Db.query(FactDimension.counted(unit, "0")), client, unit, days.edges()), cells);
            cells.keySet().removeIf(place -> place.dimension().isEmpty());
        }
        List<Counted> counted = new ArrayList<>(cells.size());
        cells.forEach((place, sum) ->
                counted.add(new Counted(place.dimension(), new Cell(place.value(), place.stratum(), sum[0], sum[1]))));
        return counted;
    }

    private static void add(Query query, Map<Place, long[]> cells) {
        query.map((row, context) -> {
                    Place place =
                            new Place(row.getString("dimension"), row.getString("value"), row.getString("stratum"));
                    long[] sum = cells.computeIfAbsent(place, _ -> new long[2]);
                    sum[0] += row.getLong("n");
                    sum[1] += row.getLong("k");
                    return place;
                })
                .list();
    }

    private static <S extends SqlStatement<S>> S of(S statement, ClientId client, Unit unit, List<Span> spans) {
        Span one = spans.isEmpty() ? NOTHING : spans.getFirst();
        Span other = spans.size() < 2 ? NOTHING : spans.getLast();
        return statement
                .bind("client", client)
                .bind("unit", unit.wire())
                .bind("from", one.from())
                .bind("until", one.until())
                .bind("from2", other.from())
                .bind("until2", other.until());
    }
}
