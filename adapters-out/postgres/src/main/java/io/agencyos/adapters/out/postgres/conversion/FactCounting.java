package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.application.conversion.learning.LearningFacts;
import java.util.Set;

/** The statements that count facts; the database gives back cells, never facts. */
final class FactCounting {

    /** Dimensions of what is counted of flags before the two sides of each are told apart. */
    static final String FLAGGED = "flag";

    static final String FLAGGABLE = "text";
    static final Set<String> FLAGS = Set.of(FLAGGED, FLAGGABLE);

    /** The facts of one or two spans of time; each row says what it is in every dimension. Dimension '' is for the totals. */
    private static final String LEAD_CELLS = """
        select f.t1 at, f.y converted, d.dimension, d.value, d.stratum
          from cis_lead_fact f
         cross join lateral (select f.campaign_id || '|' || coalesce(f.tier, '') || '|' || f.month plan_stratum) s
         cross join lateral (values
               ('', '', ''),
               ('title', f.title, f.month),
               ('seniority', f.seniority, f.month),
               ('industry', f.industry, f.month),
               ('size_band', f.size_band, f.month),
               ('state', f.state, f.month),
               ('source', f.source, f.month),
               ('email_status', f.email_status, f.month),
               ('new_role', case f.new_role when true then 'with' when false then 'without' end, f.month),
               ('hiring', case f.hiring when true then 'with' when false then 'without' end, f.month),
               ('funded', case f.funded when true then 'with' when false then 'without' end, f.month),
               ('first_channel', f.plan_channels[1], s.plan_stratum),
               ('multi_channel', case when cardinality(f.plan_channels) = 0 then null
                    when (select count(distinct c) from unnest(f.plan_channels) c) > 1 then 'multi'
                    else 'single' end, s.plan_stratum),
               ('sequence', case when cardinality(f.plan_channels) >= 2
                    then array_to_string(array[f.plan_channels[1], f.plan_channels[2], f.plan_channels[3]], '→') end, s.plan_stratum),
               ('channel_basis', f.channel_basis, ''),
               ('landmark', f.landmark, s.plan_stratum),
               ('tier_first:' || f.tier, f.plan_channels[1], s.plan_stratum),
               ('channel:email', case when 'email' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum),
               ('channel:linkedin', case when 'linkedin' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum),
               ('channel:voice', case when 'voice' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum),
               ('channel:sms', case when 'sms' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum),
               ('channel:mail', case when 'mail' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum)
               ) d (dimension, value, stratum)
         where f.client_id = :client and (f.t1 >= :from and f.t1 < :until or f.t1 >= :from2 and f.t1 < :until2)
           and d.value is not null and d.dimension is not null
        """;

    /** Flags are counted where they are set (dimension flag), and all whose flags are known beside them (dimension text). */
    private static final String TOUCH_CELLS = """
        select f.sent_at at, f.y converted, d.dimension, d.value, d.stratum
          from cis_touch_fact f
         cross join lateral (select f.channel || '|' || least(f.touch_no, 4) || '|' || coalesce(f.tier, '') || '|' || f.month
               mix, f.campaign_id || '|' || least(f.touch_no, 4) || '|' || coalesce(f.tier, '') || '|' || f.month plan_mix) s
         cross join lateral (values
               ('', '', ''),
               ('day', case when f.calm then f.day_index::text end, s.mix),
               ('hour', case when f.calm then f.hour::text end, s.mix),
               ('timezone', f.timezone, s.mix),
               ('template', f.template, s.mix),
               ('model', f.model, s.mix),
               ('prompt', f.prompt, s.mix),
               ('cta', f.cta, s.mix),
               ('cta_type', f.cta_type, s.mix),
               ('link_count', least(f.link_count, 5)::text, s.mix),
               ('length:' || f.channel, f.length_bin, s.mix),
               ('transition', f.prev_channel || '→' || f.channel, s.plan_mix),
               ('timing_basis', f.timing_basis, ''),
               ('touch_no', f.touch_no::text, ''),
               ('booked_channel', f.channel, ''),
               ('text', case when f.flags is not null then '' end, s.mix)
               union all
               select 'flag', flag.name, s.mix from unnest(f.flags) flag (name)
               ) d (dimension, value, stratum)
         where f.client_id = :client and (f.sent_at >= :from and f.sent_at < :until or f.sent_at >= :from2 and f.sent_at < :until2)
           and d.value is not null
        """;

    private static final String GAP_CELLS = """
        select f.sent_at at, f.y28 converted, d.dimension, d.value, d.stratum
          from cis_touch_fact f
         cross join lateral (values
               ('', '', ''),
               (case when f.touch_no <= 5 then 'gap:' || f.touch_no end, f.next_gap_bucket,
                f.channel || '|' || least(f.touch_no, 4) || '|' || coalesce(f.tier, '') || '|' || f.month)
               ) d (dimension, value, stratum)
         where f.client_id = :client and (f.sent_at >= :from and f.sent_at < :until or f.sent_at >= :from2 and f.sent_at < :until2)
           and f.next_gap_bucket is not null and d.dimension is not null
        """;

    /**
     * Counts the facts of whole slots and keeps what comes of it, one row per slot and dimension. A dimension that a slot
     * has keeps it, as no fact is ever taken out.
     */
    static String daily(LearningFacts.Unit unit) {
        return """
            insert into cis_daily_count as old (client_id, unit, slot, dimension, segments, strata, units, conversions)
            select :client, :unit, c.slot, c.dimension, array_agg(c.value), array_agg(c.stratum), array_agg(c.n), array_agg(c.k)
              from (select %s slot, cell.dimension, cell.value, cell.stratum, count(*)::int n,
                           (count(*) filter (where cell.converted))::int k
                      from (%s) cell
                     group by 1, 2, 3, 4) c
             group by c.slot, c.dimension
            on conflict (client_id, unit, slot, dimension) do update
               set segments = excluded.segments, strata = excluded.strata, units = excluded.units,
                   conversions = excluded.conversions, row_version = old.row_version + 1
            """.formatted(Days.of("cell.at"), cells(unit));
    }

    /** The cells of slots that are counted already. */
    static final String COUNTED = """
        select c.dimension, cell.value, cell.stratum, sum(cell.n) n, sum(cell.k) k
          from cis_daily_count c
         cross join lateral unnest(c.segments, c.strata, c.units, c.conversions) cell (value, stratum, n, k)
         where c.client_id = :client and c.unit = :unit and c.slot >= :first and c.slot < :last and c.dimension <> ''
         group by 1, 2, 3
        """;

    /** The same from facts. */
    static String edges(LearningFacts.Unit unit) {
        return """
            select c.dimension, c.value, c.stratum, count(*) n, count(*) filter (where c.converted) k
              from (%s) c
             where c.dimension <> ''
             group by 1, 2, 3
            """.formatted(cells(unit));
    }

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
            """.formatted(
                        unit == LearningFacts.Unit.GAP ? "y28" : "y",
                        table(unit),
                        at(unit),
                        unit == LearningFacts.Unit.GAP ? "next_gap_bucket is not null" : "true");
    }

    /** Every slot that has a fact. */
    static String slots(LearningFacts.Unit unit) {
        return "select distinct %s from %s where client_id = :client".formatted(Days.of(at(unit)), table(unit));
    }

    private static String table(LearningFacts.Unit unit) {
        return switch (unit) {
            case LEAD -> "cis_lead_fact";
            case TOUCH, GAP -> "cis_touch_fact";
            case MEETING -> throw notKept();
        };
    }

    private static String at(LearningFacts.Unit unit) {
        return unit == LearningFacts.Unit.LEAD ? "t1" : "sent_at";
    }

    private static IllegalArgumentException notKept() {
        return new IllegalArgumentException("meetings are too few to be kept as facts");
    }

    private static String cells(LearningFacts.Unit unit) {
        return switch (unit) {
            case LEAD -> LEAD_CELLS;
            case TOUCH -> TOUCH_CELLS;
            case GAP -> GAP_CELLS;
            case MEETING -> throw notKept();
        };
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
