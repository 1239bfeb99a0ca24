package io.agencyos.adapters.out.postgres.allocation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.allocation.store.PoolHoldings;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Counts over {@code pool_claim}, {@code pool_claim_event}, {@code lead} and {@code activity}. */
public final class PostgresPoolHoldings implements PoolHoldings {

    @Override
    public Counts of(ClientId client) {
        Map<Channel, Integer> sent = new EnumMap<>(Channel.class);
        Db.query("""
            select channel, count(*)::int n from activity
             where client_id = :client and action = 'sent' and channel is not null group by channel
            """)
                .bind("client", client)
                .map((row, context) -> sent.put(Rows.word(row, "channel", Channel.class), row.getInt("n")))
                .list();
        return Db.query("""
            select h.claimed, h.released, c.active, c.converted, l.*
              from (select count(*) filter (where event = 'claimed') claimed,
                           count(*) filter (where event in ('released', 'expired')) released
                      from pool_claim_event where client_id = :client) h,
                   (select count(*) filter (where status = 'active') active,
                           count(*) filter (where status = 'converted') converted
                      from pool_claim where client_id = :client) c,
                   (select count(*) filter (where als_tier = 'hot') hot, count(*) filter (where als_tier = 'warm') warm,
                           count(*) filter (where als_tier = 'cool') cool, count(*) filter (where als_tier = 'cold') cold,
                           count(*) filter (where als_tier = 'dead') dead, count(*) filter (where als_tier is null) unscored,
                           coalesce(sum(als_score), 0) score_sum, count(*) filter (where touch_count > 0) contacted,
                           count(last_reply_at) replied, count(*) filter (where status = 'converted') converted_leads
                      from lead where client_id = :client and deleted_at is null) l
            """)
                .bind("client", client)
                .map((row, context) -> read(row, sent))
                .one();
    }

    @Override
    public Map<LeadStatus, Integer> stages(ClientId client) {
        Map<LeadStatus, Integer> stages = new EnumMap<>(LeadStatus.class);
        Db.query("""
            select l.status, count(*)::int n
              from pool_claim c join lead l on l.client_id = c.client_id and l.id = c.lead_id
             where c.client_id = :client and c.status = 'active' and l.deleted_at is null
             group by l.status
            """)
                .bind("client", client)
                .map((row, context) -> stages.put(Rows.word(row, "status", LeadStatus.class), row.getInt("n")))
                .list();
        return stages;
    }

    @Override
    public Map<CampaignId, Integer> unstarted(ClientId client) {
        Map<CampaignId, Integer> unstarted = new HashMap<>();
        Db.query("""
            select campaign_id, count(*)::int n from lead
             where client_id = :client and deleted_at is null and campaign_id is not null
               and status in ('new', 'enriched', 'scored') and touch_count = 0
             group by campaign_id
            """)
                .bind("client", client)
                .map((row, context) -> unstarted.put(Rows.id(row, "campaign_id", CampaignId::new), row.getInt("n")))
                .list();
        return unstarted;
    }

    private static Counts read(ResultSet row, Map<Channel, Integer> sent) throws SQLException {
        Map<Tier, Integer> tiers = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            int count = row.getInt(tier.wire());
            if (count > 0) {
                tiers.put(tier, count);
            }
        }
        return new Counts(
                row.getInt("claimed"),
                row.getInt("active"),
                row.getInt("converted"),
                row.getInt("released"),
                tiers,
                row.getInt("unscored"),
                row.getLong("score_sum"),
                row.getInt("contacted"),
                row.getInt("replied"),
                row.getInt("converted_leads"),
                sent);
    }
}
