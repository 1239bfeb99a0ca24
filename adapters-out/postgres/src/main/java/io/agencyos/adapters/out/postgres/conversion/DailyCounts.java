package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.conversion.learning.store.LearningFacts.Counted;
import io.agencyos.application.conversion.learning.store.LearningFacts.Span;
import io.agencyos.application.conversion.learning.store.LearningFacts.Totals;
import io.agencyos.application.conversion.learning.store.LearningFacts.Unit;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Facts counted by day: kept by what takes them over, added up by what learns from them. Source: conversion intelligence 22.
 */
final class DailyCounts {

    private static final Span NOTHING = new Span(Instant.EPOCH, Instant.EPOCH);

    private DailyCounts() {}

    /** Counts every slot that has a fact, for a client of which nothing is counted; about so many facts a statement. */
    static void countAll(ClientId client, Unit unit, int atOnce) {
        List<Integer> slots = new ArrayList<>();
        long facts = 0;
        for (Map.Entry<Integer, Long> slot : slots(client, unit).entrySet()) {
            slots.add(slot.getKey());
            facts += slot.getValue();
            if (facts >= atOnce) {
                count(client, unit, slots);
                slots.clear();
                facts = 0;
            }
        }
        count(client, unit, slots);
    }

    /** What is counted of slots that lie wholly before. */
    static void forget(ClientId client, Instant before) {
        Db.update("delete from cis_daily_count where client_id = :client and slot < :slot")
                .bind("client", client)
                .bind("slot", Days.in(new Span(Instant.EPOCH, before)).last())
                .execute();
    }

    private static void count(ClientId client, Unit unit, List<Integer> slots) {
        for (Span run : Days.spans(slots)) {
            of(Db.query(FactCounting.daily(unit)), client, unit, List.of(run))
                    .mapTo(Long.class)
                    .one();
        }
    }

    private static SortedMap<Integer, Long> slots(ClientId client, Unit unit) {
        SortedMap<Integer, Long> slots = new TreeMap<>();
        Db.query(FactCounting.slots(unit))
                .bind("client", client)
                .map((row, context) -> slots.put(row.getInt("slot"), row.getLong("n")))
                .list();
        return slots;
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
            add(of(Db.query(FactCounting.ofSpans(unit)), client, unit, days.edges()), cells);
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
