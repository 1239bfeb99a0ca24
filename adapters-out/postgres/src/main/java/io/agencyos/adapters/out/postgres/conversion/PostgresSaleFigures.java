package io.agencyos.adapters.out.postgres.conversion;

import static io.agencyos.adapters.out.postgres.conversion.PostgresFigures.over;

import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.application.conversion.report.SaleFigures;
import io.agencyos.domain.deal.AttributionModel;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.LostReason;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of deals, in {@code deal}, its history and its credit. */
public final class PostgresSaleFigures implements SaleFigures {

    @Override
    public List<Revenue> revenue(Figures.Over over, AttributionModel model) {
        return over("""
            select a.channel, count(distinct d.id) deals,
                   (sum(case when a.deal_id is null then coalesce(d.value, 0) else a.value end) * 100)::bigint cents
              from deal d
              left join attribution a on a.client_id = d.client_id and a.deal_id = d.id and a.model = :model and a.share > 0
             where d.client_id = :client and d.won and d.closed_at >= :from and d.closed_at < :until
               and (:campaign::uuid is null or d.campaign_id = :campaign)
             group by a.channel
            """, over)
                .bind("model", model)
                .map((row, context) -> new Revenue(
                        Rows.wordOrNull(row, "channel", Channel.class), row.getInt("deals"), row.getLong("cents")))
                .list()
                .stream()
                .sorted(MOST_REVENUE)
                .toList();
    }

    @Override
    public Totals totals(Figures.Over over) {
        return over("""
            with own as (
                select * from deal where client_id = :client and (:campaign::uuid is null or campaign_id = :campaign)),
            closed as (
                select won, value, floor(extract(epoch from closed_at - created_at) / 86400) days from own
                 where closed_at >= :from and closed_at < :until),
            met as (
                select m.id, exists (select from deal d where d.client_id = :client and d.meeting_id = m.id) led
                  from meeting m
                 where m.client_id = :client and m.scheduled_at >= :from and m.scheduled_at < :until and m.showed_up
                   and (:campaign::uuid is null or m.campaign_id = :campaign))
            select (select count(*) from own where created_at >= :from and created_at < :until) made,
                   count(*) filter (where won) won, count(*) filter (where not won) lost,
                   (coalesce(sum(value) filter (where won), 0) * 100)::bigint won_cents,
                   percentile_cont(0.5) within group (order by days)::numeric median_days,
                   (select (coalesce(sum(value), 0) * 100)::bigint from own where closed_at is null) pipeline_cents,
                   (select count(*) from met) met, (select count(*) from met where led) led
              from closed
            """, over)
                .map((row, context) -> new Totals(
                        row.getInt("made"),
                        row.getInt("won"),
                        row.getInt("lost"),
                        row.getLong("won_cents"),
                        half(row.getBigDecimal("median_days")),
                        row.getLong("pipeline_cents"),
                        row.getInt("met"),
                        row.getInt("led")))
                .one();
    }

    private static @Nullable BigDecimal half(@Nullable BigDecimal median) {
        return median == null ? null : median.setScale(1, RoundingMode.HALF_UP);
    }

    @Override
    public List<Lost> lost(Figures.Over over) {
        return over("""
            select d.lost_reason, e.from_stage, count(*) deals, (coalesce(sum(d.value), 0) * 100)::bigint cents
              from deal d
              left join lateral (select from_stage from deal_stage_event
                                  where client_id = d.client_id and deal_id = d.id and to_stage = 'closed_lost'
                                  order by created_at desc, id desc limit 1) e on true
             where d.client_id = :client and d.stage = 'closed_lost' and d.closed_at >= :from and d.closed_at < :until
               and (:campaign::uuid is null or d.campaign_id = :campaign)
             group by 1, 2
            """, over)
                .map((row, context) -> new Lost(
                        Rows.word(row, "lost_reason", LostReason.class),
                        Rows.wordOrNull(row, "from_stage", DealStage.class),
                        row.getInt("deals"),
                        row.getLong("cents")))
                .list()
                .stream()
                .sorted(MOST_LOST)
                .toList();
    }
}
