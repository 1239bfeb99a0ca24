package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.adapters.in.rest.card.CampaignCard;
import io.agencyos.adapters.in.rest.card.LeadCard;
import io.agencyos.application.conversion.everywhere.Everywhere;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of lists over all clients; each says whose it is. Source: api 9.17. */
public final class EverywhereViews {

    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000031");
    private static final Instant WHEN = Instant.parse("2026-03-02T02:15:04.120Z");

    private EverywhereViews() {}

    /**
     * Whose it is.
     *
     * @param name what the client is called
     */
    public record ClientCard(UUID id, String name) {

        static final ClientCard EXAMPLE = new ClientCard(ID, "Northlight");

        static ClientCard of(Everywhere.Owner owner) {
            return new ClientCard(owner.id().value(), owner.name());
        }
    }

    private static @Nullable LeadCard leadCard(Everywhere.@Nullable Someone lead) {
        if (lead == null) {
            return null;
        }
        return new LeadCard(
                lead.id().value(),
                lead.name(),
                lead.title(),
                lead.company(),
                lead.timezone(),
                lead.score() == null || lead.tier() == null ? null : new LeadCard.Als(lead.score(), lead.tier()));
    }

    private static @Nullable CampaignCard campaignCard(Everywhere.@Nullable Named campaign) {
        return campaign == null ? null : new CampaignCard(campaign.id().value(), campaign.name());
    }

    /**
     * A lead of some client.
     *
     * @param client whose it is
     * @param email the lead's address; null where unknown
     * @param status how far the lead has come, from new to converted, or what ended its way
     * @param source how the lead came to the client
     */
    public record LeadRow(
            UUID id,
            ClientCard client,
            @Nullable LeadCard lead,
            @Nullable CampaignCard campaign,
            @Nullable String email,
            LeadStatus status,
            LeadSource source,
            @Nullable Instant lastContactedAt,
            @Nullable Instant lastRepliedAt,
            Instant createdAt,
            Instant updatedAt) {

        static final LeadRow EXAMPLE = new LeadRow(
                ID,
                ClientCard.EXAMPLE,
                LeadCard.EXAMPLE,
                CampaignCard.EXAMPLE,
                "priya@harbourlane.example",
                LeadStatus.IN_SEQUENCE,
                LeadSource.POOL,
                WHEN,
                null,
                WHEN,
                WHEN);

        static LeadRow of(Everywhere.LeadRow row) {
            return new LeadRow(
                    row.lead().id().value(),
                    ClientCard.of(row.client()),
                    leadCard(row.lead()),
                    campaignCard(row.campaign()),
                    row.email(),
                    row.status(),
                    row.source(),
                    row.lastContactedAt(),
                    row.lastRepliedAt(),
                    row.createdAt(),
                    row.updatedAt());
        }
    }

    /**
     * A campaign of some client.
     *
     * @param client whose it is
     * @param name what colleagues call the campaign
     * @param status only an active campaign sends; a draft never did, a paused one goes on later, a completed one does not
     */
    public record CampaignRow(
            UUID id,
            ClientCard client,
            String name,
            CampaignStatus status,
            @Nullable PermissionMode permissionMode,
            @Nullable Instant activatedAt,
            @Nullable Instant pausedAt,
            @Nullable String pauseReason,
            Instant createdAt) {

        static final CampaignRow EXAMPLE = new CampaignRow(
                ID, ClientCard.EXAMPLE, "Growth leads", CampaignStatus.ACTIVE, null, WHEN, null, null, WHEN);

        static CampaignRow of(Everywhere.CampaignRow row) {
            return new CampaignRow(
                    row.id().value(),
                    ClientCard.of(row.client()),
                    row.name(),
                    row.status(),
                    row.permissionMode(),
                    row.activatedAt(),
                    row.pausedAt(),
                    row.pauseReason(),
                    row.createdAt());
        }
    }

    /**
     * A reply to some client; its text is read in a support session only.
     *
     * @param client whose it is
     * @param channel the channel by which the reply came
     * @param intent what the reply means; null while nobody has read it
     */
    public record ReplyRow(
            UUID id,
            ClientCard client,
            @Nullable LeadCard lead,
            @Nullable CampaignCard campaign,
            Channel channel,
            @Nullable Intent intent,
            boolean reviewRequired,
            boolean handled,
            @Nullable Instant handledAt,
            Instant receivedAt) {

        static final ReplyRow EXAMPLE = new ReplyRow(
                ID,
                ClientCard.EXAMPLE,
                LeadCard.EXAMPLE,
                CampaignCard.EXAMPLE,
                Channel.EMAIL,
                Intent.INTERESTED,
                false,
                false,
                null,
                WHEN);

        static ReplyRow of(Everywhere.ReplyRow row) {
            return new ReplyRow(
                    row.id(),
                    ClientCard.of(row.client()),
                    leadCard(row.lead()),
                    campaignCard(row.campaign()),
                    row.channel(),
                    row.intent(),
                    row.reviewRequired(),
                    row.handledAt() != null,
                    row.handledAt(),
                    row.receivedAt());
        }
    }

    /**
     * A meeting of some client.
     *
     * @param client whose it is
     * @param type what the meeting is for
     * @param outcome how the meeting went; {@code pending} until somebody said
     */
    public record MeetingRow(
            UUID id,
            ClientCard client,
            @Nullable LeadCard lead,
            @Nullable CampaignCard campaign,
            MeetingType type,
            BookedBy bookedBy,
            @Nullable Instant scheduledAt,
            @Nullable Boolean showedUp,
            MeetingOutcome outcome,
            Instant bookedAt) {

        static final MeetingRow EXAMPLE = new MeetingRow(
                ID,
                ClientCard.EXAMPLE,
                LeadCard.EXAMPLE,
                CampaignCard.EXAMPLE,
                MeetingType.DISCOVERY,
                BookedBy.LEAD,
                WHEN,
                null,
                MeetingOutcome.PENDING,
                WHEN);

        static MeetingRow of(Everywhere.MeetingRow row) {
            return new MeetingRow(
                    row.id(),
                    ClientCard.of(row.client()),
                    leadCard(row.lead()),
                    campaignCard(row.campaign()),
                    row.type(),
                    row.bookedBy(),
                    row.scheduledAt(),
                    row.showedUp(),
                    row.outcome(),
                    row.bookedAt());
        }
    }

    /**
     * Something that happened with a lead of some client.
     *
     * @param client whose it is
     * @param action what happened
     * @param channel the channel that it happened on; null for what happened on none
     * @param detail what else is to be said of it; null where nothing is
     * @param senderDomain the domain that the message came from; null for what is no e-mail
     * @param at when it happened
     */
    public record ActivityRow(
            UUID id,
            ClientCard client,
            @Nullable LeadCard lead,
            @Nullable CampaignCard campaign,
            ActivityAction action,
            @Nullable Channel channel,
            @Nullable TouchKind touchKind,
            @Nullable Integer sequenceStep,
            @Nullable String detail,
            @Nullable String senderDomain,
            Instant at) {

        static final ActivityRow EXAMPLE = new ActivityRow(
                ID,
                ClientCard.EXAMPLE,
                LeadCard.EXAMPLE,
                CampaignCard.EXAMPLE,
                ActivityAction.BOUNCED,
                Channel.EMAIL,
                TouchKind.EMAIL,
                1,
                "550 no such mailbox",
                "hello-harbour.example",
                WHEN);

        static ActivityRow of(Everywhere.ActivityRow row) {
            return new ActivityRow(
                    row.id(),
                    ClientCard.of(row.client()),
                    leadCard(row.lead()),
                    campaignCard(row.campaign()),
                    row.action(),
                    row.channel(),
                    row.touchKind(),
                    row.step(),
                    row.detail(),
                    row.senderDomain(),
                    row.at());
        }
    }
}
