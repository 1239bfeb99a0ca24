package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.billing.RevenueLedger;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Revenue;
import io.agencyos.domain.client.billing.RevenueEntry;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code revenue_entry}, which nobody may change; amounts are kept in cents. */
public final class PostgresRevenueLedger implements RevenueLedger {

    @Override
    public boolean append(RevenueEntry entry) {
        return Db.update("""
            insert into revenue_entry (id, account_id, billed_client, at, kind, plan_code, monthly_cents, change_cents,
                   amount_cents, reference)
            values (:id,
                   coalesce((select account_id from revenue_entry where billed_client = :client limit 1), :id),
                   :client, :at, :kind, :plan, :monthly, :change, :amount, :reference)
            on conflict (reference, kind) where reference is not null do nothing
            """)
                        .bind("id", entry.id())
                        .bindByType("client", entry.client(), ClientId.class)
                        .bind("at", entry.at())
                        .bind("kind", entry.kind())
                        .bind("plan", entry.plan())
                        .bind("monthly", entry.monthly().cents())
                        .bind("change", entry.change().cents())
                        .bindByType("amount", cents(entry.amount()), Long.class)
                        .bind("reference", entry.reference())
                        .execute()
                > 0;
    }

    private static @Nullable Long cents(@Nullable Money money) {
        return money == null ? null : money.cents();
    }

    @Override
    public List<Revenue.Standing> standings() {
        return Db.query("""
            select distinct on (account_id, month) account_id, at, plan_code, monthly_cents, kind = 'opening' as opening
              from (select *, date_trunc('month', at, :zone) as month from revenue_entry where amount_cents is null) e
             order by account_id, month, at desc, id desc
            """)
                .bind("zone", BillingPeriod.ZONE.getId())
                .map((row, context) -> new Revenue.Standing(
                        row.getObject("account_id", UUID.class),
                        Rows.instant(row, "at"),
                        Rows.word(row, "plan_code", Plan.class),
                        new Money(row.getLong("monthly_cents")),
                        row.getBoolean("opening")))
                .list();
    }

    @Override
    public List<Line> page(Filter filter, @Nullable After after, int limit) {
        Criteria rows = new Criteria("""
            select e.*, c.name from revenue_entry e left join client c on c.client_id = e.billed_client where true\
            """)
                .and(
                        "e.billed_client = any (:clients)",
                        "clients",
                        filter.clients().isEmpty() ? null : Db.uuids(filter.clients()))
                .andAny("e.kind = any (:kinds)", "kinds", filter.kinds().isEmpty() ? null : filter.kinds())
                .and("e.at >= :from", "from", filter.from())
                .and("e.at < :to", "to", filter.to());
        if (after != null) {
            rows.and("(e.at, e.id) < (:afterAt, :afterId)")
                    .with("afterAt", after.at())
                    .with("afterId", after.id());
        }
        return rows.first(limit, "e.at desc, e.id desc")
                .map((row, context) -> new Line(read(row), row.getString("name")))
                .list();
    }

    private static RevenueEntry read(ResultSet row) throws SQLException {
        long amount = row.getLong("amount_cents");
        Money invoiced = row.wasNull() ? null : new Money(amount);
        return new RevenueEntry(
                row.getObject("id", UUID.class),
                Rows.idOrNull(row, "billed_client", ClientId::new),
                Rows.instant(row, "at"),
                Rows.word(row, "kind", RevenueEntry.Kind.class),
                Rows.word(row, "plan_code", Plan.class),
                new Money(row.getLong("monthly_cents")),
                new Money(row.getLong("change_cents")),
                invoiced,
                row.getString("reference"));
    }
}
