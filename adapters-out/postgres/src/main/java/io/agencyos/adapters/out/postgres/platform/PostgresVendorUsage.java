package io.agencyos.adapters.out.postgres.platform;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.usage.VendorUsage;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.platform.usage.VendorCap;
import io.agencyos.domain.shared.id.ClientId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Lines of {@code vendor_usage}; who asks what was spent holds the client's vendor until the transaction ends. */
public final class PostgresVendorUsage implements VendorUsage {

    @Override
    public void expect(Collection<Use> uses) {
        if (uses.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet();
        uses.forEach(use -> rows.row()
                .set("client_id", use.client())
                .set("dispatch_id", use.dispatch())
                .set("vendor", use.vendor())
                .set("unit", use.unit())
                .set("units", use.units())
                .set("cost_micros", use.cost().micros())
                .set("used_on", use.day())
                .set("used_at", use.at()));
        Db.update("""
            insert into vendor_usage as u (client_id, dispatch_id, vendor, unit, units, cost_micros, used_on, used_at)
            select client_id, dispatch_id, vendor, unit, units, cost_micros, used_on, used_at
              from jsonb_to_recordset(:rows) as r(client_id uuid, dispatch_id uuid, vendor text, unit text, units int,
                   cost_micros bigint, used_on date, used_at timestamptz)
                on conflict (client_id, dispatch_id) do update
                   set vendor = excluded.vendor, unit = excluded.unit, units = excluded.units,
                       cost_micros = excluded.cost_micros, used_on = excluded.used_on, used_at = excluded.used_at,
                       updated_at = now(), row_version = u.row_version + 1
                 where u.units = 0 and not u.settled
            """).bind("rows", rows.json()).execute();
    }

    @Override
    public void settle(ClientId client, Collection<UUID> dispatches) {
        Db.update("""
            update vendor_usage set settled = true, updated_at = now(), row_version = row_version + 1
             where client_id = :client and dispatch_id = any (:dispatches) and not settled
            """)
                .bind("client", client)
                .bind("dispatches", dispatches.toArray(UUID[]::new))
                .execute();
    }

    @Override
    public void settle(ClientId client, UUID dispatch, int units, MicroAud cost) {
        Db.update("""
            update vendor_usage set settled = true, units = :units, cost_micros = :cost, updated_at = now(),
                   row_version = row_version + 1
             where client_id = :client and dispatch_id = :dispatch
            """)
                .bind("client", client)
                .bind("dispatch", dispatch)
                .bind("units", units)
                .bind("cost", cost.micros())
                .execute();
    }

    @Override
    public void drop(ClientId client, Collection<UUID> dispatches) {
        Db.update("""
            update vendor_usage set units = 0, cost_micros = 0, updated_at = now(), row_version = row_version + 1
             where client_id = :client and dispatch_id = any (:dispatches) and not settled
            """)
                .bind("client", client)
                .bind("dispatches", dispatches.toArray(UUID[]::new))
                .execute();
    }

    @Override
    public VendorCap.Spent spent(ClientId client, String vendor, LocalDate day) {
        // apart from the sum: a statement sees what was committed when it began, not when it got the lock
        Db.query("select pg_advisory_xact_lock(hashtextextended(:name, 0)) is null as held")
                .bind("name", "vendor usage " + client.text() + " " + vendor)
                .mapTo(Boolean.class)
                .one();
        return Db.query("""
            select coalesce(sum(cost_micros) filter (where used_on = :day), 0)::bigint as of_day,
                   coalesce(sum(cost_micros), 0)::bigint as of_month
              from vendor_usage
             where client_id = :client and vendor = :vendor and used_on >= date_trunc('month', :day::date)::date
               and used_on < (date_trunc('month', :day::date) + interval '1 month')::date
            """)
                .bind("client", client)
                .bind("vendor", vendor)
                .bind("day", day)
                .map((row, context) ->
                        new VendorCap.Spent(new MicroAud(row.getLong("of_day")), new MicroAud(row.getLong("of_month"))))
                .one();
    }

    @Override
    public int removeBefore(LocalDate day, int most) {
        return Db.update("""
            delete from vendor_usage u
             using (select client_id, dispatch_id from vendor_usage where used_on < :day order by used_on limit :most) old
             where u.client_id = old.client_id and u.dispatch_id = old.dispatch_id
            """).bind("day", day).bind("most", most).execute();
    }

    @Override
    public List<Line> lines(LocalDate from, LocalDate until) {
        return Db.query("""
            select u.client_id, u.used_on, u.vendor, u.unit, sum(u.units)::int as units,
                   sum(u.cost_micros)::bigint as cost,
                   coalesce(sum(u.cost_micros) filter (where not u.settled), 0)::bigint as expected
              from vendor_usage u join client c on c.client_id = u.client_id and c.mode = 'live'
             where u.used_on between :from and :until and u.units > 0
             group by u.client_id, u.used_on, u.vendor, u.unit
             order by u.used_on, u.client_id, u.vendor, u.unit
            """)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> new Line(
                        Rows.id(row, "client_id", ClientId::new),
                        row.getObject("used_on", LocalDate.class),
                        Rows.text(row, "vendor"),
                        Rows.word(row, "unit", MeteredUnit.class),
                        row.getInt("units"),
                        new MicroAud(row.getLong("cost")),
                        new MicroAud(row.getLong("expected"))))
                .list();
    }
}
