package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.allocation.pacing.PacingBook;
import io.agencyos.application.allocation.pacing.PacingDay;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Days in {@code pacing_day}; first touches are counted in {@code touch}. */
public final class PostgresPacingBook implements PacingBook {

    @Override
    public int startsBetween(ClientId client, Instant from, Instant until) {
        return Db.query("""
            select count(*)
              from touch
             where client_id = :client and sent_at >= :from and sent_at < :until and touch_no = 1
            """)
                .bind("client", client)
                .bind("from", from)
                .bind("until", until)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public Dialled dialled(ClientId client, Instant from, Instant until) {
        return Db.query("""
            select count(*) calls, count(distinct lead_id) leads
              from touch
             where client_id = :client and sent_at >= :from and sent_at < :until and channel = 'voice'
            """)
                .bind("client", client)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> new Dialled(row.getInt("calls"), row.getInt("leads")))
                .one();
    }

    @Override
    public void put(PacingDay day) {
        Pacing pacing = day.pacing();
        Db.update("""
            insert into pacing_day (client_id, day, quota, cycle_day, cycle_days, days_left, started_leads, expected,
                   pace_pct, start_budget, flag)
            values (:client, :day, :quota, :cycleDay, :cycleDays, :left, :started,
                   :quota::numeric * :cycleDay / greatest(1, :cycleDays), :perMille::numeric / 10, :budget, :flag)
            on conflict (client_id, day) do update
               set quota = excluded.quota, cycle_day = excluded.cycle_day, cycle_days = excluded.cycle_days,
                   days_left = excluded.days_left, started_leads = excluded.started_leads,
                   expected = excluded.expected, pace_pct = excluded.pace_pct, start_budget = excluded.start_budget,
                   flag = excluded.flag, updated_at = now(), row_version = pacing_day.row_version + 1
            """)
                .bind("client", day.clientId())
                .bind("day", day.day())
                .bind("quota", pacing.quota())
                .bind("cycleDay", pacing.completed())
                .bind("cycleDays", pacing.workingDays())
                .bind("left", pacing.left())
                .bind("started", pacing.started())
                .bind("perMille", pacing.perMille())
                .bind("budget", day.startBudget())
                .bind("flag", day.flag())
                .execute();
    }

    @Override
    public List<PacingDay> days(ClientId client, LocalDate from, LocalDate until) {
        return Db.query("""
            select client_id, day, quota, cycle_day, cycle_days, days_left, started_leads, start_budget, flag
              from pacing_day
             where client_id = :client and day >= :from and day < :until
             order by day
            """)
                .bind("client", client)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> read(row))
                .list();
    }

    private static PacingDay read(ResultSet row) throws SQLException {
        return new PacingDay(
                Rows.id(row, "client_id", ClientId::new),
                row.getObject("day", LocalDate.class),
                new Pacing(
                        row.getInt("quota"),
                        row.getInt("started_leads"),
                        row.getInt("cycle_days"),
                        row.getInt("cycle_day"),
                        row.getInt("days_left")),
                row.getInt("start_budget"),
                Rows.wordOrNull(row, "flag", Pacing.Alert.class));
    }
}
