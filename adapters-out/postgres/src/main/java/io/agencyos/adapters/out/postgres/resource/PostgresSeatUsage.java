package io.agencyos.adapters.out.postgres.resource;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.resource.seat.SeatUsage;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Seven day rows of {@code quota_counter}, each beginning at midnight on the seat's own clock. */
public final class PostgresSeatUsage implements SeatUsage {

    @Override
    public Map<SeatId, Used> invitations(ClientId client, Collection<Seat> seats, Instant now) {
        Map<SeatId, Used> used = new HashMap<>();
        Db.query("""
            select s.id, coalesce(sum(q.reserved + q.used) filter (where q.period_start = day.start), 0) today,
                   sum(q.reserved + q.used) week
              from linkedin_seat s
             cross join lateral (select date_trunc('day', :now::timestamptz, s.timezone) start) day
              join quota_counter q on q.client_id = s.client_id and q.target_id = s.id and q.metric = 'li_invite'
               and q.period_start > (day.start at time zone s.timezone - interval '7 days') at time zone s.timezone
               and q.period_start <= day.start
             where s.client_id = :client and s.id = any (:seats)
             group by s.id
            """)
                .bind("client", client)
                .bind("seats", Db.uuids(seats.stream().map(Seat::id).toList()))
                .bind("now", now)
                .map((row, context) ->
                        used.put(Rows.id(row, "id", SeatId::new), new Used(row.getInt("today"), row.getInt("week"))))
                .list();
        return used;
    }
}
