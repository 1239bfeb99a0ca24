package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.conversion.learning.LearningFacts.Counted;
import io.agencyos.application.conversion.learning.LearningFacts.Span;
import io.agencyos.application.conversion.learning.LearningFacts.Totals;
import io.agencyos.application.conversion.learning.LearningFacts.Unit;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.shared.ClientId;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Facts counted by day: kept by what takes them over, added up by what learns from them. Source: conversion intelligence 22. */
final class DailyCounts {

    private static final String TOTALS = "dimension = ''";
    private static final String DIMENSIONS = "dimension <> ''";

    private DailyCounts() {}

    /**
     * Counts the days anew.
     *
     * @param all every day that has a fact, as for facts that were taken over before days were counted
     */
    static void count(ClientId client, Unit unit, Collection<Integer> days, boolean all) {
        Collection<Integer> counted = all ? everyDay(client, unit) : days;
        if (counted.isEmpty()) {
            return;
        }
        of(Db.update(FactCounting.daily(unit)), client, Days.spans(counted))
                .bind("unit", unit.wire())
                .execute();
    }

    private static List<Integer> everyDay(ClientId client, Unit unit) {
        return Db.query(
                        switch (unit) {
                            case LEAD ->
                                "select distinct %s from cis_lead_fact where client_id = :client"
                                        .formatted(Days.of("t1"));
                            case TOUCH, GAP ->
                                "select distinct %s from cis_touch_fact where client_id = :client"
                                        .formatted(Days.of("sent_at"));
                            case MEETING -> throw new IllegalArgumentException("meetings are not counted by day");
                        })
                .bind("client", client)
                .mapTo(Integer.class)
                .list();
    }

    static Totals totals(ClientId client, Unit unit, Span span) {
        return cells(client, unit, span, TOTALS).stream()
                .map(all -> new Totals(all.cell().n(), all.cell().k()))
                .findFirst()
                .orElse(new Totals(0, 0));
    }

    /** All dimensions, flags as they are counted. */
    static List<Counted> counts(ClientId client, Unit unit, Span span) {
        return cells(client, unit, span, DIMENSIONS);
    }

    private static List<Counted> cells(ClientId client, Unit unit, Span span, String dimensions) {
        Days days = Days.in(span);
        Query query = of(Db.query(FactCounting.counts(unit, dimensions)), client, days.edges());
        return query.bind("unit", unit.wire())
                .bind("firstDay", days.first())
                .bind("lastDay", days.last())
                .map((row, context) -> new Counted(
                        row.getString("dimension"),
                        new Cell(row.getString("value"), row.getString("stratum"), row.getLong("n"), row.getLong("k"))))
                .list();
    }

    private static <S extends SqlStatement<S>> S of(S statement, ClientId client, List<Span> spans) {
        return statement
                .bind("client", client)
                .bind(
                        "froms",
                        spans.stream().map(span -> span.from().toString()).toArray(String[]::new))
                .bind(
                        "untils",
                        spans.stream().map(span -> span.until().toString()).toArray(String[]::new));
    }
}
