package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.application.conversion.learning.store.LearningFacts;

/** The statements that count facts; the database gives back cells, never facts. */
final class FactCounting {

    /**
     * Parts of a {@code with} that add cells to what is counted of their slots, one row per slot and dimension.
     *
     * @param cells a relation of unit, slot, dimension, value, stratum, n and k
     */
    static String added(String cells) {
        return """
            kept as (
                insert into cis_daily_count as old (client_id, unit, slot, dimension, segments, strata, units, conversions)
                select :client, sum.unit, sum.slot, sum.dimension, array_agg(sum.value), array_agg(sum.stratum),
                       array_agg(sum.n), array_agg(sum.k)
                  from (select cell.unit, cell.slot, cell.dimension, cell.value, cell.stratum, sum(cell.n)::int n,
                               sum(cell.k)::int k
                          from (select unit, slot, dimension, "value", stratum, n, k from %1$s
                                union all
                                select c.unit, c.slot, c.dimension, held.*
                                  from (select distinct unit, slot, dimension from %1$s) touched
                                  join cis_daily_count c on c.client_id = :client and c.unit = touched.unit
                                       and c.slot = touched.slot and c.dimension = touched.dimension
                                 cross join lateral unnest(c.segments, c.strata, c.units, c.conversions) held
                                       ("value", stratum, n, k)) cell
                         group by 1, 2, 3, 4, 5
                        having sum(cell.n) <> 0 or sum(cell.k) <> 0) sum
                 group by 2, 3, 4
                on conflict (client_id, unit, slot, dimension) do update
                   set segments = excluded.segments, strata = excluded.strata, units = excluded.units,
                       conversions = excluded.conversions, row_version = old.row_version + 1)\
            """.formatted(cells);
    }

    /** The cells of facts that are counted in their slots. */
    static String cells(LearningFacts.Unit unit, String facts) {
        return FactPass.cells(unit, facts, Days.of("f." + FactPass.at(unit)));
    }

    /** Counts the facts of whole slots of which nothing is counted yet. */
    static String daily(LearningFacts.Unit unit) {
        return "with " + cells(unit, read(unit))
                + ", cell as materialized (select :unit unit, c.* from %s_cell c), ".formatted(unit.wire())
                + added("cell")
                + " select count(*) from cell";
    }

    /** The cells of the facts of one or two spans. */
    static String ofSpans(LearningFacts.Unit unit) {
        return "with %s select dimension, \"value\", stratum, n, k from %s_cell"
                .formatted(FactPass.cells(unit, read(unit), "0"), unit.wire());
    }

    private static String read(LearningFacts.Unit unit) {
        return """
            (select f.*, 1 n, f.y::int k%3$s
               from %1$s f
              where f.client_id = :client
                and (f.%2$s >= :from and f.%2$s < :until or f.%2$s >= :from2 and f.%2$s < :until2))\
            """.formatted(
                FactPass.table(unit), FactPass.at(unit), unit == LearningFacts.Unit.LEAD ? "" : ", f.y28::int k28");
    }

    /** The cells of slots that are counted already. */
    static final String COUNTED = """
        select c.dimension, cell.value, cell.stratum, sum(cell.n) n, sum(cell.k) k
          from cis_daily_count c
         cross join lateral unnest(c.segments, c.strata, c.units, c.conversions) cell (value, stratum, n, k)
         where c.client_id = :client and c.unit = :unit and c.slot >= :first and c.slot < :last and c.dimension <> ''
         group by 1, 2, 3
        """;

    /** Units and conversions of slots that are counted already, and of facts at the edges. */
    static String totals(LearningFacts.Unit unit) {
        return """
            select coalesce(sum(t.n), 0) n, coalesce(sum(t.k), 0) k
              from (select units[1] n, conversions[1] k
                      from cis_daily_count
                     where client_id = :client and unit = :unit and slot >= :first and slot < :last and dimension = ''
                    union all
                    select count(*), count(*) filter (where %s)
                      from %s f
                     where f.client_id = :client and (f.%s >= :from and f.%3$s < :until or f.%3$s >= :from2 and f.%3$s < :until2)
                       and %s) t
            """.formatted(FactPass.converted(unit), FactPass.table(unit), FactPass.at(unit), FactPass.unit(unit));
    }

    /** Every slot that has a fact, with how many. */
    static String slots(LearningFacts.Unit unit) {
        return "select %s slot, count(*) n from %s where client_id = :client group by 1"
                .formatted(Days.of(FactPass.at(unit)), FactPass.table(unit));
    }

    /** Meetings whose attendance is known; there are too few to be kept as facts. */
    private static final String MEETINGS = """
        select m.*, m.outcome in ('good', 'bad') held, t.lead_tier tier,
               m.scheduled_at at time zone c.timezone local_at,
               (m.scheduled_at at time zone c.timezone)::date - (m.booked_at at time zone c.timezone)::date lead_days
          from meeting m
          join client c on c.client_id = m.client_id
          left join touch t on t.client_id = m.client_id and t.sent_at = m.converting_touch_sent_at
               and t.id = m.converting_touch_id
         where m.client_id = :client and m.scheduled_at >= :from and m.scheduled_at < :until
           and m.outcome in ('good', 'bad', 'no_show')
        """;

    static final String MEETING_TOTALS = "select count(*) n, count(*) filter (where held) k from (" + MEETINGS + ") m";

    static final String MEETING_COUNTS = "with m as (" + MEETINGS + """
        )
        select d.dimension, d.value, '' stratum, count(*) n, count(*) filter (where m.held) k
          from m
         cross join lateral (values
               ('tier', m.tier),
               ('confirmed', case when m.confirmed_at is null then 'without' else 'with' end),
               ('rescheduled', case when m.rescheduled > 0 then 'with' else 'without' end),
               ('day', (extract(isodow from m.local_at) - 1)::text),
               ('hour_band', (array['before 10', '10-11', '12-13', '14-15', '16 and later'])
                    [width_bucket(extract(hour from m.local_at)::int, array[0, 10, 12, 14, 16])]),
               ('lead_time', (array['0-1', '2-3', '4-7', '8+'])[width_bucket(m.lead_days, array[0, 2, 4, 8])])
               ) d (dimension, value)
         where d.value is not null
         group by 1, 2
        """;

    static final String OBJECTIONS = """
        select f.industry, f.size_band, r.objection, grouping(r.objection) everybody, count(*) replies,
               count(distinct r.lead_id) leads
          from cis_lead_fact f
          join reply r on r.client_id = f.client_id and r.lead_id = f.lead_id and r.received_at < :cutOff
         where f.client_id = :client and f.t1 >= :from and f.t1 < :until
         group by grouping sets ((f.industry, f.size_band, r.objection), (f.industry, f.size_band))
        having grouping(r.objection) = 1 or r.objection is not null
        """;

    private FactCounting() {}
}
