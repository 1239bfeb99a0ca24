package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.conversation.MemoryReplies;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.application.client.Clients;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversion.everywhere.Everywhere;
import io.agencyos.domain.campaign.CampaignPause;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingStatus;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.SearchText;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same lists, by walking the tables of the other fakes. */
public final class MemoryEverywhere implements Everywhere {

    /** The tables that are walked. */
    public record Tables(
            Clients clients,
            MemoryLeads leads,
            MemoryCampaigns campaigns,
            MemoryReplies replies,
            MemoryMeetings meetings,
            MemoryActivities activities,
            MemorySentLog sentLog) {}

    private final Tables tables;

    public MemoryEverywhere(Tables tables) {
        this.tables = tables;
    }

    private <T> List<T> page(
            Window window,
            boolean descending,
            Function<Client, Stream<T>> rows,
            Function<T, Instant> at,
            Function<T, UUID> id) {
        Comparator<Place> upwards = Comparator.comparing(Place::at)
                .thenComparing(place -> place.id().toString());
        Comparator<Place> order = descending ? upwards.reversed() : upwards;
        Function<T, Place> place = row -> new Place(at.apply(row), id.apply(row));
        return tables.clients().allLive().stream()
                .filter(client -> window.clients().isEmpty() || window.clients().contains(client.id()))
                .flatMap(rows)
                .filter(row -> window.after() == null || order.compare(place.apply(row), window.after()) > 0)
                .sorted(Comparator.comparing(place, order))
                .limit(window.limit())
                .toList();
    }

    private static <T> boolean any(Set<T> wanted, @Nullable T value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }

    private static boolean within(Instant at, @Nullable Instant from, @Nullable Instant to) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }

    private static Owner owner(Client client) {
        return new Owner(client.id(), client.name());
    }

    private @Nullable Lead lead(ClientId client, @Nullable LeadId id) {
        return id == null ? null : tables.leads().find(client, id).orElse(null);
    }

    private static Someone someone(Lead lead) {
        ScoreSummary score = lead.score();
        String name = lead.person().fullName();
        return new Someone(
                lead.id(),
                name.isEmpty() ? null : name,
                lead.person().title(),
                lead.company().name(),
                lead.timezone() == null ? null : lead.timezone().getId(),
                score == null ? null : score.score(),
                score == null ? null : score.tier());
    }

    private @Nullable Named named(ClientId client, @Nullable CampaignId id) {
        return id == null
                ? null
                : tables.campaigns()
                        .find(client, id)
                        .map(campaign -> new Named(id, campaign.name()))
                        .orElse(null);
    }

    @Override
    public List<LeadRow> leads(LeadFilter filter, Window window) {
        boolean changed = filter.order() == LeadOrder.LAST_CHANGED || filter.order() == LeadOrder.FIRST_CHANGED;
        boolean descending = filter.order() == LeadOrder.NEWEST || filter.order() == LeadOrder.LAST_CHANGED;
        return page(
                window,
                descending,
                client -> tables.leads()
                        .live(client.id())
                        .filter(lead -> shows(filter, lead))
                        .map(lead -> new LeadRow(
                                owner(client),
                                someone(lead),
                                named(client.id(), lead.campaignId()),
                                lead.contact().email() == null
                                        ? null
                                        : lead.contact().email().value(),
                                lead.status(),
                                lead.source(),
                                lead.history().lastTouchAt(),
                                lead.history().lastReplyAt(),
                                lead.createdAt(),
                                lead.updatedAt())),
                changed ? LeadRow::updatedAt : LeadRow::createdAt,
                row -> row.lead().id().value());
    }

    @Override
    public long newLeads(Instant from, Instant to) {
        return tables.clients().allLive().stream()
                .flatMap(client -> tables.leads().live(client.id()))
                .filter(lead -> within(lead.createdAt(), from, to))
                .count();
    }

    @Override
    public List<Compliance> compliance(Instant since) {
        return tables.clients().allLive().stream()
                .sorted(Comparator.comparing(Client::name)
                        .thenComparing(client -> client.id().text()))
                .map(client -> {
                    List<Activity> lately = tables.activities().all().stream()
                            .filter(one -> one.clientId().equals(client.id()))
                            .filter(one -> !one.occurredAt().isBefore(since))
                            .toList();
                    return new Compliance(
                            owner(client),
                            count(lately, ActivityAction.SENT, true),
                            count(lately, ActivityAction.BOUNCED, true),
                            count(lately, ActivityAction.COMPLAINED, false),
                            count(lately, ActivityAction.UNSUBSCRIBED, false));
                })
                .toList();
    }

    private static long count(List<Activity> some, ActivityAction action, boolean emailOnly) {
        return some.stream()
                .filter(one -> one.action() == action && (!emailOnly || one.channel() == Channel.EMAIL))
                .count();
    }

    private static boolean shows(LeadFilter filter, Lead lead) {
        String all = SearchText.folded(
                (lead.contact().email() == null ? "" : lead.contact().email().value()) + " "
                        + lead.person().fullName() + " "
                        + (lead.company().name() == null ? "" : lead.company().name()));
        return any(filter.campaigns(), lead.campaignId())
                && any(
                        filter.tiers(),
                        lead.score() == null ? null : lead.score().tier())
                && any(filter.statuses(), lead.status())
                && within(lead.updatedAt(), filter.updatedFrom(), filter.updatedTo())
                && (filter.q() == null || all.contains(SearchText.folded(filter.q())));
    }

    @Override
    public List<CampaignRow> campaigns(CampaignFilter filter, Window window) {
        return page(
                window,
                true,
                client -> tables.campaigns().all(client.id()).stream()
                        .filter(campaign -> any(filter.statuses(), campaign.status()))
                        .filter(campaign -> any(filter.origins(), campaign.origin()))
                        .filter(campaign -> filter.q() == null
                                || SearchText.folded(campaign.name()).contains(SearchText.folded(filter.q())))
                        .map(campaign -> {
                            CampaignPause pause = campaign.pause();
                            return new CampaignRow(
                                    owner(client),
                                    campaign.id(),
                                    campaign.name(),
                                    campaign.status(),
                                    campaign.permissionMode(),
                                    campaign.life().activatedAt(),
                                    pause == null ? null : pause.at(),
                                    pause == null ? null : pause.reason(),
                                    campaign.createdAt());
                        }),
                CampaignRow::createdAt,
                row -> row.id().value());
    }

    @Override
    public List<ReplyRow> replies(ReplyFilter filter, Window window) {
        return page(
                window,
                true,
                client -> tables.replies().list(client.id(), Replies.Filter.ALL, null, Integer.MAX_VALUE).stream()
                        .filter(reply -> any(filter.intents(), reply.intent())
                                && any(filter.channels(), reply.channel())
                                && (filter.handled() == null || filter.handled() == (reply.handledAt() != null))
                                && (filter.needsReview() == null || filter.needsReview() == reply.reviewRequired()))
                        .map(reply -> {
                            Lead lead = tables.leads()
                                    .find(client.id(), reply.leadId())
                                    .orElseThrow();
                            return new ReplyRow(
                                    owner(client),
                                    reply.id().value(),
                                    someone(lead),
                                    named(client.id(), lead.campaignId()),
                                    reply.channel(),
                                    reply.intent(),
                                    reply.reviewRequired(),
                                    reply.handledAt(),
                                    reply.receivedAt());
                        }),
                ReplyRow::receivedAt,
                ReplyRow::id);
    }

    private static boolean shows(MeetingFilter filter, Meeting meeting) {
        MeetingStatus status = MeetingStatus.of(meeting, filter.now());
        return any(filter.outcomes(), meeting.outcome())
                && any(filter.statuses(), status)
                && (filter.upcoming() == null || filter.upcoming() == status.isUpcoming());
    }

    @Override
    public List<MeetingRow> meetings(MeetingFilter filter, Window window) {
        return page(
                window,
                true,
                client -> tables.meetings()
                        .all(client.id())
                        .filter(meeting -> shows(filter, meeting))
                        .map(meeting -> {
                            Lead lead = lead(client.id(), meeting.leadId());
                            return new MeetingRow(
                                    owner(client),
                                    meeting.id().value(),
                                    lead == null ? null : someone(lead),
                                    named(client.id(), meeting.campaignId()),
                                    meeting.type(),
                                    meeting.bookedBy(),
                                    meeting.scheduledAt(),
                                    meeting.showedUp(),
                                    meeting.outcome(),
                                    meeting.bookedAt());
                        }),
                MeetingRow::bookedAt,
                MeetingRow::id);
    }

    @Override
    public List<ActivityRow> activities(ActivityFilter filter, Window window) {
        return page(
                window,
                true,
                client -> tables.activities().all().stream()
                        .filter(one -> one.clientId().equals(client.id()))
                        .filter(one -> any(filter.channels(), one.channel())
                                && any(filter.actions(), one.action())
                                && within(one.occurredAt(), filter.from(), filter.to()))
                        .map(one -> new ActivityRow(
                                owner(client),
                                one.id().value(),
                                someone(tables.leads()
                                        .find(client.id(), one.leadId())
                                        .orElseThrow()),
                                named(client.id(), one.campaignId()),
                                one.action(),
                                one.channel(),
                                one.touchKind(),
                                one.stepNo(),
                                one.detail(),
                                senderDomain(client.id(), one.touchId()),
                                one.occurredAt())),
                ActivityRow::at,
                ActivityRow::id);
    }

    private @Nullable String senderDomain(ClientId client, @Nullable TouchId touch) {
        return tables.sentLog().touches(client).stream()
                .filter(one -> one.sent().touch().id().equals(touch))
                .flatMap(one -> Optional.ofNullable(one.sent().senderDomain()).stream())
                .map(DomainName::value)
                .findFirst()
                .orElse(null);
    }
}
