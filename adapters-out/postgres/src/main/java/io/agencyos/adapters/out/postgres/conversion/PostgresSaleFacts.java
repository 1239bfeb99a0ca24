package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.SaleFacts;
import io.agencyos.domain.conversion.detect.Sales;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Held meetings, closed deals and their credits, a statement each; what a lead was like is read off its fact. */
public final class PostgresSaleFacts implements SaleFacts {

    private static final TypeReference<Map<String, Integer>> DAYS = new TypeReference<>() {};

    @Override
    public Sales sales(ClientId client, LearningFacts.Span meetings, LearningFacts.Span deals, Instant cutOff) {
        return new Sales(meetings(client, meetings, cutOff), deals(client, deals), credits(client, deals));
    }

    private static List<Sales.HeldMeeting> meetings(ClientId client, LearningFacts.Span span, Instant cutOff) {
        return Db.query("""
            select case when m.outcome in ('good', 'bad') then m.outcome end outcome, f.tier, f.size_band, d.id is not null sold, (d.value * 100)::bigint cents
              from meeting m
              left join cis_lead_fact f on f.client_id = m.client_id and f.lead_id = m.lead_id
              left join lateral (
                   select d.id, d.value from deal d
                    where d.client_id = m.client_id and d.created_at < :cutOff
                      and (d.meeting_id = m.id or d.lead_id = m.lead_id and d.created_at >= m.scheduled_at)
                    order by d.created_at, d.id limit 1) d on true
             where m.client_id = :client and m.showed_up
               and m.scheduled_at >= :from and m.scheduled_at < :until
             order by m.scheduled_at, m.id
            """)
                .bind("client", client)
                .bind("from", span.from())
                .bind("until", span.until())
                .bind("cutOff", cutOff)
                .map((row, context) -> new Sales.HeldMeeting(
                        row.getString("outcome"),
                        row.getString("tier"),
                        row.getString("size_band"),
                        row.getBoolean("sold"),
                        longOrNull(row, "cents")))
                .list();
    }

    private static List<Sales.ClosedDeal> deals(ClientId client, LearningFacts.Span span) {
        return Db.query("""
            select d.won, (d.value * 100)::bigint cents, extract(day from d.closed_at - d.created_at)::int days,
                   d.first_touch_channel, f.tier, f.industry, d.lost_reason, last.from_stage lost_at,
                   coalesce(stages.days, '{}') stages, d.touches_before > 0 attributed
              from deal d
              left join cis_lead_fact f on f.client_id = d.client_id and f.lead_id = d.lead_id
              left join lateral (
                   select jsonb_object_agg(each.from_stage, each.days) days
                     from (select e.from_stage, sum(e.days_in_previous) days from deal_stage_event e
                            where e.client_id = d.client_id and e.deal_id = d.id
                              and e.from_stage not in ('closed_won', 'closed_lost')
                            group by e.from_stage) each) stages on true
              left join lateral (
                   select e.from_stage from deal_stage_event e
                    where e.client_id = d.client_id and e.deal_id = d.id and e.to_stage = 'closed_lost' and not d.won
                    order by e.created_at desc, e.id desc limit 1) last on true
             where d.client_id = :client and d.closed_at >= :from and d.closed_at < :until
             order by d.closed_at, d.id
            """)
                .bind("client", client)
                .bind("from", span.from())
                .bind("until", span.until())
                .map((row, context) -> new Sales.ClosedDeal(
                        row.getBoolean("won"),
                        longOrNull(row, "cents"),
                        row.getInt("days"),
                        row.getString("first_touch_channel"),
                        row.getString("tier"),
                        row.getString("industry"),
                        row.getString("lost_reason"),
                        row.getString("lost_at"),
                        new Json(Rows.text(row, "stages")).as(DAYS),
                        row.getBoolean("attributed")))
                .list();
    }

    private static List<Sales.Credited> credits(ClientId client, LearningFacts.Span span) {
        return Db.query("""
            select a.model, a.channel, sum(a.share) share, sum(a.value) credited
              from attribution a
              join deal d on d.client_id = a.client_id and d.id = a.deal_id and d.won
                   and d.closed_at >= :from and d.closed_at < :until
             where a.client_id = :client
             group by a.model, a.channel
             order by a.model, a.channel
            """)
                .bind("client", client)
                .bind("from", span.from())
                .bind("until", span.until())
                .map((row, context) -> new Sales.Credited(
                        Rows.text(row, "model"),
                        Rows.text(row, "channel"),
                        exact(row.getBigDecimal("share"), 6),
                        exact(row.getBigDecimal("credited"), 2)))
                .list();
    }

    private static long exact(BigDecimal value, int decimals) {
        return value.movePointRight(decimals).longValueExact();
    }

    private static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
