package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.conversion.learning.LearningFacts;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.weights.ComponentCell;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.shared.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.Query;

/** Facts in {@code cis_lead_fact} and {@code cis_touch_fact}; every question counts in the database. */
public final class PostgresLearningFacts implements LearningFacts {

    /** One pass over the facts; each row says what it is in every dimension. */
    private static final String LEAD_COUNTS = """
        select d.dimension, d.value, d.stratum, count(*) n, count(*) filter (where f.y) k
          from cis_lead_fact f
         cross join lateral (select f.campaign_id || '|' || coalesce(f.tier, '') || '|' || f.month plan_stratum) s
         cross join lateral (values
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
               ('tier_first:' || f.tier, f.plan_channels[1], s.plan_stratum),
               ('channel:email', case when 'email' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum),
               ('channel:linkedin', case when 'linkedin' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum),
               ('channel:voice', case when 'voice' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum),
               ('channel:sms', case when 'sms' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum),
               ('channel:mail', case when 'mail' = any (f.plan_channels) then 'with' else 'without' end, s.plan_stratum)
               ) d (dimension, value, stratum)
         where f.client_id = :client and f.t1 >= :from and f.t1 < :until
           and d.value is not null and d.dimension is not null
         group by d.dimension, d.value, d.stratum
        """;

    private static final String TOUCH_COUNTS = """
        select d.dimension, d.value, d.stratum, count(*) n, count(*) filter (where f.y) k
          from cis_touch_fact f
         cross join lateral (select f.channel || '|' || least(f.touch_no, 4) || '|' || coalesce(f.tier, '') || '|' || f.month
               mix) s
         cross join lateral (values
               ('day', case when f.calm then f.day_index::text end, s.mix),
               ('hour', case when f.calm then f.hour::text end, s.mix),
               ('timezone', f.timezone, s.mix),
               ('template', f.template, s.mix),
               ('model', f.model, s.mix),
               ('prompt', f.prompt, s.mix),
               ('touch_no', f.touch_no::text, ''),
               ('booked_channel', f.channel, '')
               ) d (dimension, value, stratum)
         where f.client_id = :client and f.sent_at >= :from and f.sent_at < :until and d.value is not null
         group by d.dimension, d.value, d.stratum
        """;

    @Override
    public Matured mature(ClientId client, ZoneId zone, Instant now, Horizons horizons) {
        return FactMaturing.mature(client, zone, now, horizons);
    }

    @Override
    public int retractCancelled(ClientId client, Instant now, Duration patience) {
        return Db.update("""
            insert into outcome_event (client_id, id, lead_id, kind, occurred_at, source, source_ref, reason)
            select o.client_id, gen_random_uuid(), o.lead_id, o.kind, :now, 'retraction', o.id::text, 'cancelled'
              from outcome_event o
              join meeting m on m.client_id = o.client_id and m.id::text = o.source_ref and m.outcome = 'cancelled'
             where o.client_id = :client and o.kind = 'meeting_booked' and o.source = 'meeting'
               and o.occurred_at <= :now::timestamptz - :patience::interval
               and not exists (select from meeting later
                                where later.client_id = o.client_id and later.lead_id = o.lead_id
                                  and later.booked_at >= m.booked_at and later.id <> m.id
                                  and later.outcome is distinct from 'cancelled')
            on conflict (client_id, kind, source, source_ref) do nothing
            """)
                .bind("client", client)
                .bind("now", now)
                .bind("patience", patience.toString())
                .execute();
    }

    @Override
    public Totals totals(ClientId client, Unit unit, Span span) {
        return of(
                        client,
                        span,
                        switch (unit) {
                            case LEAD ->
                                "select count(*) n, count(*) filter (where y) k from cis_lead_fact "
                                        + "where client_id = :client and t1 >= :from and t1 < :until";
                            case TOUCH ->
                                "select count(*) n, count(*) filter (where y) k from cis_touch_fact "
                                        + "where client_id = :client and sent_at >= :from and sent_at < :until";
                        })
                .map((row, context) -> new Totals(row.getLong("n"), row.getLong("k")))
                .one();
    }

    @Override
    public List<Counted> counts(ClientId client, Unit unit, Span span) {
        return of(
                        client,
                        span,
                        switch (unit) {
                            case LEAD -> LEAD_COUNTS;
                            case TOUCH -> TOUCH_COUNTS;
                        })
                .map((row, context) -> new Counted(
                        row.getString("dimension"),
                        new Cell(row.getString("value"), row.getString("stratum"), row.getLong("n"), row.getLong("k"))))
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
    public Holdout holdout(ClientId client, Span span) {
        List<ComponentCell> train = new ArrayList<>();
        List<ComponentCell> test = new ArrayList<>();
        of(client, span, """
            with ranked as (
                select f.*, rank() over (order by t1) place, count(*) over () units from cis_lead_fact f
                 where client_id = :client and t1 >= :from and t1 < :until)
            select place <= units * 7 / 10 older, dq, au, fit, tm, rk, count(*) n, count(*) filter (where y) k,
                   count(*) filter (where y_email) k_email
              from ranked group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
            """)
                .map((row, context) -> (row.getBoolean("older") ? train : test)
                        .add(new ComponentCell(
                                row.getInt("dq"),
                                row.getInt("au"),
                                row.getInt("fit"),
                                row.getInt("tm"),
                                row.getInt("rk"),
                                1,
                                row.getLong("n"),
                                row.getLong("k"),
                                row.getLong("k_email"))))
                .list();
        return new Holdout(train, test);
    }

    private static Query of(ClientId client, Span span, String sql) {
        return Db.query(sql).bind("client", client).bind("from", span.from()).bind("until", span.until());
    }
}
