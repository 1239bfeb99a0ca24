package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.conversion.report.Benchmarks;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.domain.conversion.Benchmark.Contribution;
import java.time.Instant;
import java.util.List;

/** Counted over every sharing client in one statement, in groups by client. */
public final class PostgresBenchmarks implements Benchmarks {

    private static final String SHARED = """
        with sharing as materialized (
            select client_id from client where data_sharing_consent and deleted_at is null and mode = 'live'),
        contacted as (
            select t.client_id, t.lead_id
              from sharing s join touch t on t.client_id = s.client_id
             where t.sent_at >= :from and t.sent_at < :until and not t.is_test and t.kind <> 'li_view'
             group by t.client_id, t.lead_id),
        answered as (
            select r.client_id, r.lead_id
              from sharing s join reply r on r.client_id = s.client_id
             where r.received_at >= :from and r.received_at < :until
               and coalesce(r.corrected_intent, r.intent) <> all (:automatic)
             group by r.client_id, r.lead_id),
        reached as (
            select c.client_id, count(*) contacted, count(a.lead_id) replied
              from contacted c left join answered a using (client_id, lead_id)
             group by c.client_id),
        met as (
            select m.client_id,
                   count(*) filter (where m.booked_at >= :from and m.booked_at < :until) booked,
                   count(*) filter (where m.over_then and m.showed_up) showed,
                   count(*) filter (where m.over_then and not m.showed_up) missed
              from (select m.client_id, m.booked_at, m.showed_up,
                           m.scheduled_at >= :from and m.scheduled_at < :until
                               and m.scheduled_at + m.duration_min * interval '1 minute' <= :now over_then
                      from sharing s join meeting m on m.client_id = s.client_id
                     where m.outcome <> 'cancelled' and not m.is_blind
                       and (m.booked_at >= :from and m.booked_at < :until
                            or m.scheduled_at >= :from and m.scheduled_at < :until)) m
             group by m.client_id)
        select r.contacted, r.replied, coalesce(m.booked, 0) booked, coalesce(m.showed, 0) showed,
               coalesce(m.missed, 0) missed
          from reached r left join met m using (client_id)
        """;

    @Override
    public List<Contribution> shared(Instant from, Instant until, Instant now) {
        return Db.query(SHARED)
                .bind("from", from)
                .bind("until", until)
                .bind("now", now)
                .bind("automatic", Db.wires(Figures.AUTOMATIC))
                .map((row, context) -> new Contribution(
                        row.getInt("contacted"),
                        row.getInt("replied"),
                        row.getInt("booked"),
                        row.getInt("showed"),
                        row.getInt("missed")))
                .list();
    }
}
