package io.agencyos.application.conversion.everywhere;

import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingStatus;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Lists over all live clients, each page one question that walks the clients' own indexes. Needs an open platform unit of
 * work. Empty sets and nulls of a filter leave everything. Source: api 9.17.
 */
@SecondaryPort
public interface Everywhere {

    /** Whose it is. */
    record Owner(ClientId id, String name) {}

    /** A lead as lists show it. */
    record Someone(
            LeadId id,
            @Nullable String name,
            @Nullable String title,
            @Nullable String company,
            @Nullable String timezone,
            @Nullable Integer score,
            @Nullable Tier tier) {}

    /** A campaign as lists show it; one that was deleted has no name any more. */
    record Named(CampaignId id, @Nullable String name) {}

    /** Where a page begins: behind the row with this instant and id. */
    record Place(Instant at, UUID id) {}

    /**
     * Which part of a list.
     *
     * @param clients none for all
     */
    record Window(List<ClientId> clients, @Nullable Place after, int limit) {

        public Window {
            clients = List.copyOf(clients);
        }
    }

    /** By what leads are ordered. */
    enum LeadOrder {
        NEWEST,
        OLDEST,
        LAST_CHANGED,
        FIRST_CHANGED
    }

    /**
     * Which leads.
     *
     * @param q somewhere in name, address or company
     * @param updatedFrom inclusive
     * @param updatedTo exclusive
     */
    record LeadFilter(
            Set<CampaignId> campaigns,
            Set<Tier> tiers,
            Set<LeadStatus> statuses,
            @Nullable String q,
            @Nullable Instant updatedFrom,
            @Nullable Instant updatedTo,
            LeadOrder order) {

        public LeadFilter {
            campaigns = Set.copyOf(campaigns);
            tiers = Set.copyOf(tiers);
            statuses = Set.copyOf(statuses);
        }
    }

    record LeadRow(
            Owner client,
            Someone lead,
            @Nullable Named campaign,
            @Nullable String email,
            LeadStatus status,
            LeadSource source,
            @Nullable Instant lastContactedAt,
            @Nullable Instant lastRepliedAt,
            Instant createdAt,
            Instant updatedAt) {}

    /**
     * Which campaigns; empty sets and null are any.
     *
     * @param q what the name contains, however it is written
     */
    record CampaignFilter(
            Set<CampaignStatus> statuses,
            Set<CampaignOrigin> origins,
            @Nullable String q) {

        public CampaignFilter {
            statuses = Set.copyOf(statuses);
            origins = Set.copyOf(origins);
        }
    }

    record CampaignRow(
            Owner client,
            CampaignId id,
            String name,
            CampaignStatus status,
            @Nullable PermissionMode permissionMode,
            @Nullable Instant activatedAt,
            @Nullable Instant pausedAt,
            @Nullable String pauseReason,
            Instant createdAt) {}

    /**
     * Which meetings; empty sets and null are any.
     *
     * @param upcoming true for those that are scheduled or confirmed at {@code now}, false for all others
     * @param now against which status is told
     */
    record MeetingFilter(
            Set<MeetingOutcome> outcomes,
            Set<MeetingStatus> statuses,
            @Nullable Boolean upcoming,
            Instant now) {

        public MeetingFilter {
            outcomes = Set.copyOf(outcomes);
            statuses = Set.copyOf(statuses);
        }
    }

    /** Which replies. */
    record ReplyFilter(
            Set<Intent> intents,
            Set<Channel> channels,
            @Nullable Boolean handled,
            @Nullable Boolean needsReview) {

        public ReplyFilter {
            intents = Set.copyOf(intents);
            channels = Set.copyOf(channels);
        }
    }

    /** @param intent what it was read as, or what a person says that it means */
    record ReplyRow(
            Owner client,
            UUID id,
            Someone lead,
            @Nullable Named campaign,
            Channel channel,
            @Nullable Intent intent,
            boolean reviewRequired,
            @Nullable Instant handledAt,
            Instant receivedAt) {}

    record MeetingRow(
            Owner client,
            UUID id,
            @Nullable Someone lead,
            @Nullable Named campaign,
            MeetingType type,
            BookedBy bookedBy,
            @Nullable Instant scheduledAt,
            @Nullable Boolean showedUp,
            MeetingOutcome outcome,
            Instant bookedAt) {}

    /**
     * Which lines.
     *
     * @param from inclusive
     * @param to exclusive
     */
    record ActivityFilter(
            Set<Channel> channels,
            Set<ActivityAction> actions,
            @Nullable Instant from,
            @Nullable Instant to) {

        public ActivityFilter {
            channels = Set.copyOf(channels);
            actions = Set.copyOf(actions);
        }
    }

    /** @param senderDomain the domain that the touch left from, where it was an e-mail */
    record ActivityRow(
            Owner client,
            UUID id,
            Someone lead,
            @Nullable Named campaign,
            ActivityAction action,
            @Nullable Channel channel,
            @Nullable TouchKind touchKind,
            @Nullable Integer step,
            @Nullable String detail,
            @Nullable String senderDomain,
            Instant at) {}

    List<LeadRow> leads(LeadFilter filter, Window window);

    /**
     * How many leads live clients got in this time.
     *
     * @param from inclusive
     * @param to exclusive
     */
    long newLeads(Instant from, Instant to);

    /**
     * What a client's e-mails came to.
     *
     * @param optedOut people who asked on any channel to be left alone
     */
    record Compliance(Owner client, long sent, long bounced, long complained, long optedOut) {}

    /** Of every live client since then, by name; a client that sent nothing has zeros. */
    List<Compliance> compliance(Instant since);

    /** The newest first. */
    List<CampaignRow> campaigns(CampaignFilter filter, Window window);

    /** Those that came last first. */
    List<ReplyRow> replies(ReplyFilter filter, Window window);

    /** Those that were booked last first. */
    List<MeetingRow> meetings(MeetingFilter filter, Window window);

    /** What happened last first. */
    List<ActivityRow> activities(ActivityFilter filter, Window window);
}
