package io.agencyos.adapters.out.postgres.campaign;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Chosen senders in {@code campaign_resource}: what is lent by its assignment, seats by their own id. */
final class CampaignSenderRows {

    private CampaignSenderRows() {}

    static List<CampaignSender> of(ClientId client, CampaignId campaign) {
        return Db.query("""
            select r.id, r.channel, coalesce(held.resource_id, r.seat_id) as sender, r.daily_limit, r.is_active,
                   r.last_used_at, r.created_at, r.row_version
              from campaign_resource r
              left join client_resource held on held.client_id = r.client_id and held.id = r.client_resource_id
             where r.client_id = :client and r.campaign_id = :campaign
             order by r.created_at, r.id
            """)
                .bind("client", client)
                .bind("campaign", campaign)
                .map((row, context) -> new CampaignSender(
                        row.getObject("id", UUID.class),
                        client,
                        campaign,
                        Rows.word(row, "channel", Channel.class),
                        Rows.id(row, "sender", ResourceId::new),
                        Rows.intOrNull(row, "daily_limit"),
                        row.getBoolean("is_active"),
                        Rows.instantOrNull(row, "last_used_at"),
                        Rows.instant(row, "created_at"),
                        row.getInt("row_version")))
                .list();
    }

    static boolean insert(CampaignSender sender) {
        boolean seat = sender.channel() == Channel.LINKEDIN;
        return Db.stamping("""
            insert into campaign_resource (client_id, id, campaign_id, client_resource_id, seat_id, channel, daily_limit,
                   is_active, created_at, updated_at)
            select :client, :id, :campaign, own.held, own.seat, :channel, :limit, :active, :created, :moment
              from (select null::uuid as held, id as seat from linkedin_seat
                     where :isSeat and client_id = :client and id = :sender
                    union all
                    select id, null from client_resource
                     where not :isSeat and client_id = :client and resource_id = :sender and released_at is null) own
            """)
                        .bind("client", sender.clientId())
                        .bind("id", sender.id())
                        .bind("campaign", sender.campaignId())
                        .bind("channel", sender.channel())
                        .bindByType("limit", sender.dailyLimit(), Integer.class)
                        .bind("active", sender.active())
                        .bind("created", sender.createdAt())
                        .bind("isSeat", seat)
                        .bind("sender", sender.sender())
                        .execute()
                > 0;
    }

    static CampaignSender update(CampaignSender sender) {
        return Db.stamping("""
            update campaign_resource
               set daily_limit = :limit, is_active = :active, updated_at = :moment, row_version = row_version + 1
             where client_id = :client and id = :id
            returning row_version
            """)
                .bind("client", sender.clientId())
                .bind("id", sender.id())
                .bindByType("limit", sender.dailyLimit(), Integer.class)
                .bind("active", sender.active())
                .executeAndReturnGeneratedKeys()
                .mapTo(Integer.class)
                .findOne()
                .map(sender::atVersion)
                .orElse(sender);
    }

    static void delete(CampaignSender sender) {
        Db.update("delete from campaign_resource where client_id = :client and id = :id")
                .bind("client", sender.clientId())
                .bind("id", sender.id())
                .execute();
    }

    static void used(ClientId client, Collection<UUID> ids, Instant at) {
        Db.stamping("""
            update campaign_resource
               set last_used_at = greatest(last_used_at, :at), updated_at = :moment, row_version = row_version + 1
             where client_id = :client and id = any (:ids)
            """)
                .bind("client", client)
                .bind("at", at)
                .bind("ids", ids.toArray(UUID[]::new))
                .execute();
    }
}
