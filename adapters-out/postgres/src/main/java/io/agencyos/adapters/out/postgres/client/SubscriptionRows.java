package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** Rows of {@code subscription}; a day of the billing calendar is kept as its midnight in Sydney. */
final class SubscriptionRows {

    private SubscriptionRows() {}

    static Optional<Subscription> find(ClientId client) {
        return Db.query("""
            select * from subscription where client_id = :client
             order by status = 'cancelled', created_at desc limit 1
            """)
                .bind("client", client)
                .map((row, context) -> read(client, row))
                .findOne();
    }

    static Subscription read(ClientId client, ResultSet row) throws SQLException {
        return new Subscription(
                client,
                Rows.word(row, "plan_code", Plan.class),
                Rows.word(row, "status", SubscriptionStatus.class),
                row.getInt("anchor_day"),
                BillingPeriod.dayOf(Rows.instant(row, "period_start")),
                BillingPeriod.dayOf(Rows.instant(row, "period_end")),
                row.getBoolean("is_founding"),
                Rows.wordOrNull(row, "pending_plan_code", Plan.class));
    }

    static void insert(Subscription subscription, UUID id) {
        bound(Db.stamping("""
            insert into subscription (client_id, id, plan_code, status, anchor_day, period_start, period_end,
                   is_founding, pending_plan_code, created_at, updated_at)
            values (:client, :id, :plan, :status, :anchor, :start, :end, :founding, :pending, :moment,
                   :moment)
            """), subscription).bind("id", id).execute();
    }

    /** A cancelled subscription is history: it stays as it is, and one that runs again is a row of its own. */
    static void update(Subscription subscription, UUID newId) {
        int changed = bound(Db.stamping("""
            update subscription
               set plan_code = :plan, status = :status, anchor_day = :anchor, period_start = :start, period_end = :end,
                   is_founding = :founding, pending_plan_code = :pending, updated_at = :moment,
                   row_version = row_version + 1
             where client_id = :client and status <> 'cancelled'
            """), subscription).execute();
        if (changed == 0 && subscription.status() != SubscriptionStatus.CANCELLED) {
            insert(subscription, newId);
        }
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Subscription subscription) {
        return statement
                .bind("client", subscription.clientId())
                .bind("plan", subscription.plan())
                .bind("status", subscription.status())
                .bind("anchor", subscription.anchorDay())
                .bind("start", midnight(subscription.periodStart()))
                .bind("end", midnight(subscription.periodEnd()))
                .bind("founding", subscription.founding())
                .bindByType("pending", subscription.pendingPlan(), Plan.class);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(BillingPeriod.ZONE).toInstant();
    }
}
