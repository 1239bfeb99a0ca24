package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;

/** Bookings as they stand, and which of them facts know of. */
final class StandingBookings {

    /** Bookings that stand: not retracted by a later row. */
    static final String STANDING = """
        o.client_id = :client and o.kind = 'meeting_booked' and o.source <> 'retraction'
               and not exists (select from outcome_event r
                                where r.client_id = :client and r.kind = o.kind and r.source = 'retraction'
                                  and r.source_ref = o.id::text)
        """;

    /** The first booking of each lead that has one. */
    static final String BOOKED = """
        booked as (
            select distinct on (o.lead_id) o.lead_id, o.occurred_at, o.touch_id
              from outcome_event o
             where %s
             order by o.lead_id, o.occurred_at)
        """.formatted(STANDING);

    /** Leads whose bookings differ from those that their facts know of. */
    private static final String REBOOKED = """
        with standing as (
            select o.lead_id, string_agg(o.occurred_at || ' ' || coalesce(o.touch_id::text, ''), ',' order by o.occurred_at, o.id)
                   bookings
              from outcome_event o
             where %s
             group by o.lead_id)
        select coalesce(s.lead_id, seen.lead_id)
          from standing s
          full join (select lead_id, bookings from cis_booking_seen where client_id = :client) seen on seen.lead_id = s.lead_id
         where s.bookings is distinct from nullif(seen.bookings, '')
        """.formatted(STANDING);

    private static final String SEEN = """
        insert into cis_booking_seen as old (client_id, lead_id, bookings)
        select :client, changed.lead_id, coalesce(
                   (select string_agg(o.occurred_at || ' ' || coalesce(o.touch_id::text, ''), ',' order by o.occurred_at, o.id)
                      from outcome_event o
                     where o.lead_id = changed.lead_id and %s), '')
          from unnest(:rebooked) changed (lead_id)
        on conflict (client_id, lead_id) do update set bookings = excluded.bookings, row_version = old.row_version + 1
        """.formatted(STANDING);

    private StandingBookings() {}

    static UUID[] rebooked(ClientId client) {
        return Db.query(REBOOKED).bind("client", client).mapTo(UUID.class).stream()
                .toArray(UUID[]::new);
    }

    /** Facts know of no booking as it counts now, so that every lead that ever booked is looked at again. */
    static void unseen(ClientId client) {
        Db.update("update cis_booking_seen set bookings = '?', row_version = row_version + 1 where client_id = :client")
                .bind("client", client)
                .execute();
    }

    /** Facts know of the bookings of these leads from now on. */
    static void seen(ClientId client, UUID[] rebooked) {
        if (rebooked.length > 0) {
            Db.update(SEEN).bind("client", client).bind("rebooked", rebooked).execute();
        }
    }
}
