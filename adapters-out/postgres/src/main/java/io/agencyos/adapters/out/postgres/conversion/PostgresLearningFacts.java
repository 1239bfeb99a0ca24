package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.learning.store.FlagCounts;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.domain.conversion.Horizons;
import io.agencyos.domain.conversion.detect.Objections;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.report.TierRates;
import io.agencyos.domain.conversion.weights.ComponentCell;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.conversion.weights.Propensity;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.Query;

/** Facts in {@code cis_lead_fact} and {@code cis_touch_fact}; every question counts in the database. */
public final class PostgresLearningFacts implements LearningFacts {

    /** As many as a statement takes over within a fraction of the time that it has. */
    private static final int AT_ONCE = 100_000;

    private static final Set<String> FLAGS = Set.of(FactDimension.FLAGGED, FactDimension.FLAGGABLE);

    private final FactMaturing maturing;

    public PostgresLearningFacts() {
        this(AT_ONCE);
    }

    /** The same, so many touches at a time. */
    PostgresLearningFacts(int atOnce) {
        maturing = new FactMaturing(atOnce);
    }

    @Override
    public Matured mature(ClientId client, ZoneId zone, Instant now, Horizons horizons) {
        return maturing.mature(client, zone, now, horizons);
    }

    @Override
    public int retractCancelled(ClientId client, Instant now, Duration patience) {
        return Db.query("""
            with off as (
                select o.client_id, o.id, o.lead_id, o.kind, o.touch_id, o.touch_sent_at
                  from outcome_event o
                  join meeting m on m.client_id = o.client_id and m.id::text = o.source_ref and m.outcome = 'cancelled'
                 where o.client_id = :client and o.kind = 'meeting_booked' and o.source = 'meeting'
                   and o.occurred_at <= :now::timestamptz - :patience::interval
                   and not exists (select from meeting later
                                    where later.client_id = o.client_id and later.lead_id = o.lead_id
                                      and later.booked_at >= m.booked_at and later.id <> m.id
                                      and later.outcome is distinct from 'cancelled')),
            retracted as (
                insert into outcome_event (client_id, id, lead_id, kind, occurred_at, source, source_ref, reason)
                select client_id, gen_random_uuid(), lead_id, kind, :now, 'retraction', id::text, 'cancelled' from off
                on conflict (client_id, kind, source, source_ref) do nothing
                returning source_ref),
            discredited as (
                update touch t
                   set led_to_booking = false, updated_at = now(), row_version = t.row_version + 1
                  from off
                  join retracted on retracted.source_ref = off.id::text
                 where t.client_id = :client and t.sent_at = off.touch_sent_at and t.id = off.touch_id and t.led_to_booking
                   and not exists (select from outcome_event o
                                    where o.lead_id = off.lead_id and o.touch_id = t.id
                                      and o.id not in (select id from off) and %s))
            select count(*) from retracted
            """.formatted(StandingBookings.STANDING))
                .bind("client", client)
                .bind("now", now)
                .bind("patience", patience.toString())
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public Totals totals(ClientId client, Unit unit, Span span) {
        return switch (unit) {
            case LEAD, TOUCH, GAP -> DailyCounts.totals(client, unit, span);
            case MEETING ->
                of(client, span, FactCounting.MEETING_TOTALS)
                        .map((row, context) -> new Totals(row.getLong("n"), row.getLong("k")))
                        .one();
        };
    }

    @Override
    public List<Counted> counts(ClientId client, Unit unit, Span span) {
        return switch (unit) {
            case LEAD, GAP -> DailyCounts.counts(client, unit, span);
            case TOUCH -> withFlags(DailyCounts.counts(client, unit, span));
            case MEETING ->
                of(client, span, FactCounting.MEETING_COUNTS)
                        .map((row, context) -> new Counted(
                                row.getString("dimension"),
                                new Cell(
                                        row.getString("value"),
                                        row.getString("stratum"),
                                        row.getLong("n"),
                                        row.getLong("k"))))
                        .list();
        };
    }

    private static List<Counted> withFlags(List<Counted> all) {
        Map<String, List<Cell>> flags = new HashMap<>();
        List<Counted> counted = new ArrayList<>();
        for (Counted each : all) {
            if (FLAGS.contains(each.dimension())) {
                flags.computeIfAbsent(each.dimension(), _ -> new ArrayList<>()).add(each.cell());
            } else {
                counted.add(each);
            }
        }
        counted.addAll(FlagCounts.bothSides(
                flags.getOrDefault(FactDimension.FLAGGED, List.of()),
                flags.getOrDefault(FactDimension.FLAGGABLE, List.of())));
        return counted;
    }

    @Override
    public List<Objections.Said> objections(ClientId client, Span span, Instant until) {
        return of(client, span, FactCounting.OBJECTIONS)
                .bind("cutOff", until)
                .map((row, context) -> new Objections.Said(
                        row.getString("industry"),
                        row.getString("size_band"),
                        row.getString("objection"),
                        row.getLong("replies"),
                        row.getLong("leads")))
                .list();
    }

    @Override
    public Map<Integer, Long> daysToConvert(ClientId client, Span span) {
        Map<Integer, Long> days = new TreeMap<>();
        of(client, span, """
            select days_to_convert, count(*) k from cis_lead_fact
             where client_id = :client and t1 >= :from and t1 < :until and y group by 1
            """)
                .map((row, context) -> days.put(row.getInt("days_to_convert"), row.getLong("k")))
                .list();
        return days;
    }

    @Override
    public Map<Tier, TierRates.Count> tiers(ClientId client, Span span) {
        Map<Tier, TierRates.Count> tiers = new EnumMap<>(Tier.class);
        of(client, span, """
            select tier, count(*) n, count(*) filter (where y) k from cis_lead_fact
             where client_id = :client and t1 >= :from and t1 < :until and tier is not null group by 1
            """)
                .map((row, context) -> tiers.put(
                        Rows.word(row, "tier", Tier.class), new TierRates.Count(row.getLong("n"), row.getLong("k"))))
                .list();
        return tiers;
    }

    /** Who came in a month with a score of a band, and who of them was written to: low ones are seen too seldom. */
    private static final String HOLDOUT = """
        with last_of_the_older as (
            select t1 from cis_lead_fact
             where client_id = :client and t1 >= :from and t1 < :until
             order by t1
            offset greatest((select count(*) * 7 / 10 from cis_lead_fact
                              where client_id = :client and t1 >= :from and t1 < :until) - 1, 0) limit 1),
        came as (
            select l.id, to_char(l.created_at at time zone c.timezone, 'YYYY-MM') "month", l.als_score / %1$d band,
                   l.first_touch_at is not null contacted
              from lead l
              join client c on c.client_id = l.client_id
             where l.client_id = :client and l.deleted_at is null and l.als_score is not null),
        band as (
            select "month", band, count(*) assigned, count(*) filter (where contacted) contacted from came group by 1, 2)
        select f.t1 <= (select t1 from last_of_the_older) older, f.dq, f.au, f.fit, f.tm, f.rk, count(*) n,
               count(*) filter (where f.y) k, count(*) filter (where f.y_email) k_email,
               coalesce(b.contacted, 0) contacted, coalesce(b.assigned, 0) assigned
          from cis_lead_fact f
          left join came on came.id = f.lead_id
          left join band b on b."month" = came."month" and b.band = came.band
         where f.client_id = :client and f.t1 >= :from and f.t1 < :until
         group by 1, 2, 3, 4, 5, 6, b.contacted, b.assigned
        """.formatted(Propensity.BAND);

    @Override
    public Holdout holdout(ClientId client, Span span) {
        List<Propensity.Group> train = new ArrayList<>();
        List<Propensity.Group> test = new ArrayList<>();
        of(client, span, HOLDOUT)
                .map((row, context) -> (row.getBoolean("older") ? train : test)
                        .add(new Propensity.Group(
                                new ComponentCell(
                                        row.getInt("dq"),
                                        row.getInt("au"),
                                        row.getInt("fit"),
                                        row.getInt("tm"),
                                        row.getInt("rk"),
                                        1,
                                        row.getLong("n"),
                                        row.getLong("k"),
                                        row.getLong("k_email")),
                                row.getLong("contacted"),
                                row.getLong("assigned"))))
                .list();
        return new Holdout(Propensity.weighed(train), Propensity.weighed(test));
    }

    private static Query of(ClientId client, Span span, String sql) {
        return Db.query(sql).bind("client", client).bind("from", span.from()).bind("until", span.until());
    }
}
