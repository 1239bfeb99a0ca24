package io.agencyos.domain.campaign;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of its client's mailboxes, numbers or seats that a campaign has chosen. A campaign that has chosen any for a channel
 * begins with nobody else's; on the other channels it uses all of its client's. Source: data model 5.4
 * {@code campaign_resource}, api 8.
 *
 * @param sender a mailbox or number, or for {@link Channel#LINKEDIN} a seat by its id
 * @param dailyLimit how much of it the campaign takes in a day of its client's, null for whatever is left
 * @param active whether it is used for now; one that is not is still a choice
 * @param version how often the choice was written since, its uses included
 */
public record CampaignSender(
        UUID id,
        ClientId clientId,
        CampaignId campaignId,
        Channel channel,
        ResourceId sender,
        @Nullable Integer dailyLimit,
        boolean active,
        @Nullable Instant lastUsedAt,
        Instant createdAt,
        int version) {

    /** A new choice. */
    public CampaignSender(
            UUID id,
            ClientId clientId,
            CampaignId campaignId,
            Channel channel,
            ResourceId sender,
            @Nullable Integer dailyLimit,
            boolean active,
            @Nullable Instant lastUsedAt,
            Instant createdAt) {
        this(id, clientId, campaignId, channel, sender, dailyLimit, active, lastUsedAt, createdAt, 0);
    }

    /** The same as it is stored after a change. */
    public CampaignSender atVersion(int now) {
        return new CampaignSender(
                id, clientId, campaignId, channel, sender, dailyLimit, active, lastUsedAt, createdAt, now);
    }

    /** The same, used or not, with this limit. */
    public CampaignSender with(@Nullable Integer limit, boolean used) {
        return new CampaignSender(
                id, clientId, campaignId, channel, sender, limit, used, lastUsedAt, createdAt, version);
    }

    /** The same sender for another campaign. */
    public CampaignSender of(UUID other, CampaignId campaign, Instant now) {
        return new CampaignSender(other, clientId, campaign, channel, sender, dailyLimit, active, null, now);
    }

    /** Whether it is a choice for this channel; a number texts and calls. */
    public boolean isFor(Channel asked) {
        return channel == asked || isPhone(channel) && isPhone(asked);
    }

    private static boolean isPhone(Channel channel) {
        return channel == Channel.SMS || channel == Channel.VOICE;
    }

    /** Of its client's channels those on which a campaign with these choices has somebody to send with. */
    public static Set<Channel> open(Set<Channel> channels, Collection<CampaignSender> chosen) {
        Set<Channel> open = EnumSet.noneOf(Channel.class);
        channels.stream()
                .filter(channel -> {
                    List<CampaignSender> own =
                            chosen.stream().filter(one -> one.isFor(channel)).toList();
                    return own.isEmpty() || own.stream().anyMatch(CampaignSender::active);
                })
                .forEach(open::add);
        return open;
    }
}
