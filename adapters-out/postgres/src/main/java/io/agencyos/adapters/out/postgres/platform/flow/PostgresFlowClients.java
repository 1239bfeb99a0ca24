package io.agencyos.adapters.out.postgres.platform.flow;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.platform.flow.store.FlowClients;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Clients as flows see them. */
public final class PostgresFlowClients implements FlowClients {

    @Override
    public List<ClientId> eligible(@Nullable ClientId after, int limit) {
        return Db.query("""
            select c.client_id from client c join subscription s on s.client_id = c.client_id
             where (c.mode = 'live' or c.in_use_at is not null) and c.deleted_at is null and s.status in ('active', 'trialing') and c.client_id > :after
             order by c.client_id limit :limit
            """)
                .bind("after", after == null ? new UUID(0, 0) : after.value())
                .bind("limit", limit)
                .mapTo(UUID.class)
                .map(ClientId::new)
                .list();
    }

    @Override
    public Optional<Standing> standing(ClientId client) {
        return Db.query("""
            select c.paused_at, coalesce(c.pause_reason, '') as pause_reason, u.full_name as paused_by, s.status,
                   coalesce(a.balance, 0) as credits, a.next_reset_at
              from client c join subscription s on s.client_id = c.client_id
              left join credit_account a on a.client_id = c.client_id
              left join app_user u on u.user_id = c.paused_by
             where c.client_id = :client and c.deleted_at is null
            """)
                .bind("client", client)
                .map((row, context) -> new Standing(
                        pause(row),
                        Rows.word(row, "status", SubscriptionStatus.class),
                        row.getInt("credits"),
                        Rows.instantOrNull(row, "next_reset_at")))
                .findOne();
    }

    private static @Nullable Pause pause(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "paused_at");
        return at == null ? null : new Pause(at, Rows.text(row, "pause_reason"), row.getString("paused_by"));
    }
}
