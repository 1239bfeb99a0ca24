package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.staff.ClientBook;
import io.agencyos.application.client.staff.ClientStanding;
import io.agencyos.domain.client.ClientHealth;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clients with their figures in one question; what was sent is read off the index of {@code activity} that holds it alone. */
public final class PostgresClientBook implements ClientBook {

    private static final Duration LOOKED_AT = Duration.ofDays(30);

    @Override
    public List<ClientStanding> live(@Nullable ClientId only, Instant now) {
        return Db.query("""
            select c.*, %s, t.client_id as twin_id, s.plan_code, s.status, s.anchor_day, s.period_start, s.period_end,
                   s.is_founding, s.pending_plan_code, a.balance, a.quota, lately.sends, lately.bounced, sent.last_send,
                   happened.last_activity,
                   (select count(*) from campaign k
                     where k.client_id = c.client_id and k.status = 'active' and k.deleted_at is null) as campaigns,
                   (select count(*) from membership m where m.client_id = c.client_id and m.deleted_at is null) as members
              from client c
              left join client t on t.twin_of = c.client_id and t.deleted_at is null
              left join lateral (select * from subscription s where s.client_id = c.client_id
                                  order by s.status = 'cancelled', s.created_at desc limit 1) s on true
              left join credit_account a on a.client_id = c.client_id
              left join lateral (select count(*) filter (where x.action = 'sent') as sends,
                                        count(*) filter (where x.action = 'bounced') as bounced
                                   from activity x
                                  where x.client_id = c.client_id and x.occurred_at >= :since and x.channel = 'email'
                                    and x.action in ('sent', 'bounced')) lately on true
              left join lateral (select x.occurred_at as last_send from activity x
                                  where x.client_id = c.client_id and x.action = 'sent'
                                  order by x.occurred_at desc limit 1) sent on true
              left join lateral (select x.occurred_at as last_activity from activity x
                                  where x.client_id = c.client_id order by x.occurred_at desc limit 1) happened on true
             where c.mode = 'live' and c.deleted_at is null and (:only::uuid is null or c.client_id = :only)
            """.formatted(PostgresClients.BESIDE))
                .bind("since", now.minus(LOOKED_AT))
                .bindByType("only", only, ClientId.class)
                .map((row, context) -> read(row, now))
                .list();
    }

    private static ClientStanding read(ResultSet row, Instant now) throws SQLException {
        Subscription booked = row.getString("plan_code") == null
                ? null
                : SubscriptionRows.read(Rows.id(row, "client_id", ClientId::new), row);
        int campaigns = row.getInt("campaigns");
        ClientHealth.Facts facts = new ClientHealth.Facts(
                campaigns,
                Rows.instantOrNull(row, "last_send"),
                row.getLong("sends"),
                row.getLong("bounced"),
                booked == null ? null : booked.status());
        return new ClientStanding(
                PostgresClients.read(row),
                Rows.idOrNull(row, "twin_id", ClientId::new),
                booked,
                ClientHealth.of(facts, now),
                new ClientStanding.Figures(
                        campaigns, row.getInt("members"), row.getInt("balance"), row.getInt("quota")),
                Rows.instantOrNull(row, "last_activity"));
    }
}
