package io.agencyos.adapters.out.memory.conversion;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.conversation.MemoryReplies;
import io.agencyos.adapters.out.memory.conversation.MemoryThreads;
import io.agencyos.adapters.out.memory.deal.MemoryDeals;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog.SentTouch;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversion.Reports;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.outreach.ImpliedDelivery;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same counts as the SQL, by walking the tables of the other fakes. */
public final class MemoryReports implements Reports {

    private final MemoryEnrolments enrolments;
    private final MemorySentLog sentLog;
    private final MemoryActivities activities;
    private final MemoryReplies replies;
    private final MemoryThreads threads;
    private final MemoryMeetings meetings;
    private final MemoryDeals deals;

    public MemoryReports(
            MemoryEnrolments enrolments,
            MemorySentLog sentLog,
            MemoryActivities activities,
            MemoryReplies replies,
            MemoryThreads threads,
            MemoryMeetings meetings,
            MemoryDeals deals) {
        this.enrolments = enrolments;
        this.sentLog = sentLog;
        this.activities = activities;
        this.replies = replies;
        this.threads = threads;
        this.meetings = meetings;
        this.deals = deals;
    }

    @Override
    public List<Funnel> funnels(ClientId client, Instant from, Instant until, Instant now) {
        Map<String, Set<LeadId>> cohorts = enrolments
                .all(client)
                .filter(enrolment -> within(enrolment.createdAt(), from, until))
                .collect(Collectors.groupingBy(
                        enrolment -> enrolment.campaignId().text(),
                        TreeMap::new,
                        Collectors.mapping(Enrolment::leadId, Collectors.toSet())));
        return cohorts.entrySet().stream()
                .map(cohort -> funnel(client, new CampaignId(UUID.fromString(cohort.getKey())), cohort.getValue(), now))
                .toList();
    }

    private Funnel funnel(ClientId client, CampaignId campaign, Set<LeadId> cohort, Instant now) {
        List<SentTouch> sent = sentLog.touches(client).stream()
                .filter(one -> one.sent().touch().campaignId().equals(campaign))
                .toList();
        return new Funnel(
                campaign,
                cohort.size(),
                of(cohort, sent.stream().map(MemoryReports::lead)),
                of(cohort, sent.stream().filter(one -> arrived(one, now)).map(MemoryReports::lead)),
                of(
                        cohort,
                        activities.all().stream()
                                .filter(line -> line.clientId().equals(client)
                                        && line.action() == ActivityAction.OPENED
                                        && campaign.equals(line.campaignId()))
                                .map(Activity::leadId)),
                firstIntents(client, campaign, cohort),
                of(cohort, held(client, campaign, meeting -> true)),
                of(cohort, held(client, campaign, meeting -> Boolean.TRUE.equals(meeting.showedUp()))),
                sold(client, campaign, cohort));
    }

    private Sold sold(ClientId client, CampaignId campaign, Set<LeadId> cohort) {
        List<Deal> all = deals.all(client)
                .filter(deal -> campaign.equals(deal.campaignId()) && cohort.contains(deal.leadId()))
                .toList();
        return new Sold(
                (int) all.stream().map(Deal::leadId).distinct().count(),
                (int) all.stream()
                        .filter(deal -> deal.stage() == DealStage.CLOSED_WON)
                        .map(Deal::leadId)
                        .distinct()
                        .count(),
                worth(all, deal -> deal.stage().isOpen()),
                worth(all, deal -> deal.stage() == DealStage.CLOSED_WON));
    }

    private static Money worth(List<Deal> all, Predicate<Deal> which) {
        return all.stream()
                .filter(which)
                .flatMap(deal -> Stream.ofNullable(deal.value()))
                .reduce(new Money(0), Money::plus);
    }

    private static int of(Set<LeadId> cohort, Stream<LeadId> leads) {
        return (int) leads.filter(cohort::contains).distinct().count();
    }

    private static LeadId lead(SentTouch one) {
        return one.sent().touch().leadId();
    }

    private static boolean arrived(SentTouch one, Instant now) {
        return ImpliedDelivery.arrived(
                one.delivery(), one.sent().touch().kind(), one.sent().at(), now);
    }

    private Map<Intent, Integer> firstIntents(ClientId client, CampaignId campaign, Set<LeadId> cohort) {
        Map<LeadId, Intent> first = new HashMap<>();
        human(client)
                .filter(reply -> cohort.contains(reply.leadId()))
                .filter(reply -> threads.find(client, reply.threadId())
                        .filter(thread -> campaign.equals(thread.campaignId()))
                        .isPresent())
                .sorted(comparing(Reply::receivedAt)
                        .thenComparing(reply -> reply.id().text()))
                .forEach(reply -> Optional.ofNullable(reply.intent())
                        .ifPresent(intent -> first.putIfAbsent(reply.leadId(), intent)));
        Map<Intent, Integer> counts = new EnumMap<>(Intent.class);
        first.values().forEach(intent -> counts.merge(intent, 1, Integer::sum));
        return counts;
    }

    private Stream<Reply> human(ClientId client) {
        return replies.list(client, Replies.Filter.ALL, null, Integer.MAX_VALUE).stream()
                .filter(reply -> reply.intent() != null && !AUTOMATIC.contains(reply.intent()));
    }

    private Stream<LeadId> held(ClientId client, CampaignId campaign, Predicate<Meeting> which) {
        return standing(client)
                .filter(meeting -> campaign.equals(meeting.campaignId()) && which.test(meeting))
                .map(meeting -> Objects.requireNonNull(meeting.leadId()));
    }

    private Stream<Meeting> standing(ClientId client) {
        return meetings.all(client)
                .filter(meeting -> meeting.leadId() != null && meeting.outcome() != MeetingOutcome.CANCELLED);
    }

    @Override
    public List<TierLine> conversionByTier(ClientId client, Instant from, Instant until) {
        Map<Tier, List<SentTouch>> firsts = sentLog.touches(client).stream()
                .filter(one -> one.sent().touchNo() == 1
                        && within(one.sent().at(), from, until)
                        && one.sent().touch().frozen().tier() != null)
                .collect(Collectors.groupingBy(
                        one -> Vocabulary.parse(
                                        Tier.class, one.sent().touch().frozen().tier())
                                .orElseThrow(),
                        TreeMap::new,
                        Collectors.toList()));
        return firsts.entrySet().stream()
                .map(tier -> line(client, tier.getKey(), tier.getValue()))
                .toList();
    }

    private TierLine line(ClientId client, Tier tier, List<SentTouch> firsts) {
        Map<LeadId, Instant> since = firsts.stream()
                .collect(Collectors.toMap(MemoryReports::lead, one -> one.sent().at()));
        List<Reply> answers = human(client)
                .filter(reply ->
                        since.containsKey(reply.leadId()) && !reply.receivedAt().isBefore(since.get(reply.leadId())))
                .toList();
        return new TierLine(
                tier,
                since.size(),
                of(since.keySet(), answers.stream().map(Reply::leadId)),
                of(
                        since.keySet(),
                        answers.stream()
                                .filter(reply -> POSITIVE.contains(reply.intent()))
                                .map(Reply::leadId)),
                of(
                        since.keySet(),
                        standing(client)
                                .filter(meeting -> since.containsKey(meeting.leadId())
                                        && !meeting.bookedAt().isBefore(since.get(meeting.leadId())))
                                .map(meeting -> Objects.requireNonNull(meeting.leadId()))));
    }

    private static boolean within(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
