package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.campaign.MemoryCampaigns;
import io.agencyos.adapters.out.memory.deal.MemoryMeetingOutcomes;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog.SentTouch;
import io.agencyos.adapters.out.memory.scoring.MemoryLeadScores;
import io.agencyos.application.conversion.learning.LearningFacts;
import io.agencyos.application.deal.MeetingOutcomes;
import io.agencyos.application.outreach.SentLog;
import io.agencyos.application.scoring.LeadScores;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.weights.ComponentCell;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The same facts as the SQL makes them, by walking the tables of the other fakes. */
public final class MemoryLearningFacts implements LearningFacts {

    private final MemoryTable<LeadId, LeadFact> leadFacts;
    private final MemoryTable<TouchId, TouchFact> touchFacts;
    private final MemorySentLog sent;
    private final MemoryMeetingOutcomes outcomes;
    private final MemoryLeadScores scores;
    private final MemoryLeads leads;
    private final MemoryCampaigns campaigns;
    private final MemoryMeetings meetings;

    public MemoryLearningFacts(
            MemoryUnitOfWork units,
            MemorySentLog sent,
            MemoryMeetingOutcomes outcomes,
            MemoryLeadScores scores,
            MemoryLeads leads,
            MemoryCampaigns campaigns,
            MemoryMeetings meetings) {
        leadFacts = MemoryTable.<LeadId, LeadFact>ofTenants("cis_lead_fact", units, LeadFact::client, LeadFact::lead)
                .writtenBy(Role.WORKER);
        touchFacts = MemoryTable.<TouchId, TouchFact>ofTenants(
                        "cis_touch_fact", units, TouchFact::client, TouchFact::touch)
                .writtenBy(Role.WORKER);
        this.sent = sent;
        this.outcomes = outcomes;
        this.scores = scores;
        this.leads = leads;
        this.campaigns = campaigns;
        this.meetings = meetings;
    }

    @Override
    public Matured mature(ClientId client, ZoneId zone, Instant now, Horizons horizons) {
        Map<LeadId, SentTouch> first = new HashMap<>();
        sequenceTouches(client)
                .sorted(Comparator.comparing((SentTouch touch) -> touch.sent().at())
                        .thenComparing(touch -> touch.sent().touch().id().text()))
                .forEach(touch -> first.putIfAbsent(touch.sent().touch().leadId(), touch));
        long newLeads = first.values().stream()
                .filter(touch -> touch.sent().at().isBefore(now.minus(horizons.lead())))
                .flatMap(touch -> leadFact(client, zone, touch.sent(), horizons.lead()).stream())
                .filter(this::changes)
                .count();
        long newTouches = sequenceTouches(client)
                .filter(touch -> touch.sent().at().isBefore(now.minus(horizons.touch())))
                .filter(touch ->
                        touch.delivery() == DeliveryStatus.ACCEPTED || touch.delivery() == DeliveryStatus.DELIVERED)
                .flatMap(touch -> touchFact(client, zone, touch.sent()).stream())
                .filter(this::changes)
                .count();
        return new Matured((int) newLeads, (int) newTouches);
    }

    private boolean changes(LeadFact fact) {
        Optional<LeadFact> old = leadFacts.find(fact.lead());
        LeadFact next = old.map(fact::labelling).orElse(fact);
        leadFacts.put(next);
        return old.isEmpty() || !old.get().equals(next);
    }

    private boolean changes(TouchFact fact) {
        Optional<TouchFact> old = touchFacts.find(fact.touch());
        touchFacts.put(fact);
        return old.isEmpty() || old.get().converted() != fact.converted();
    }

    private Stream<SentTouch> sequenceTouches(ClientId client) {
        return sent.touches(client).stream()
                .filter(touch -> touch.sent().touch().origin() == TouchOrigin.SEQUENCE
                        && !touch.sent().test())
                .filter(touch -> lead(client, touch.sent().touch().leadId()).isPresent());
    }

    private Optional<Lead> lead(ClientId client, LeadId id) {
        return leads.find(client, id).filter(lead -> lead.deletedAt() == null);
    }

    private Optional<LeadFact> leadFact(ClientId client, ZoneId zone, SentLog.Sent touch, Duration horizon) {
        LeadId lead = touch.touch().leadId();
        Optional<LeadScores.Entry> score =
                Optional.ofNullable(touch.touch().frozen().scoreId()).flatMap(id -> scores.find(client, id));
        Optional<MeetingOutcomes.Entry> booking = bookings(client, lead)
                .filter(entry -> !entry.at().isBefore(touch.at())
                        && !entry.at().isAfter(touch.at().plus(horizon)))
                .findFirst();
        List<Channel> plan = Optional.ofNullable(touch.sequenceVersion())
                .flatMap(version -> campaigns.sequence(client, touch.touch().campaignId(), version))
                .map(sequence ->
                        sequence.steps().stream().map(step -> step.channel()).toList())
                .orElse(List.of());
        return score.flatMap(entry -> Optional.ofNullable(entry.frozen())
                .map(frozen -> LeadFact.of(
                        touch,
                        zone,
                        entry.snapshot(),
                        frozen,
                        lead(client, lead).orElseThrow().source(),
                        plan,
                        booking)));
    }

    private Optional<TouchFact> touchFact(ClientId client, ZoneId zone, SentLog.Sent touch) {
        Optional<MeetingOutcomes.Entry> booking =
                bookings(client, touch.touch().leadId()).findFirst();
        if (booking.filter(entry -> !touch.at().isBefore(entry.at())).isPresent()) {
            return Optional.empty();
        }
        boolean converted = booking.map(MeetingOutcomes.Entry::credited)
                .map(BookingPath.Contact::touch)
                .filter(touch.touch().id()::equals)
                .isPresent();
        return Optional.of(TouchFact.of(touch, zone, converted));
    }

    private Stream<MeetingOutcomes.Entry> bookings(ClientId client, LeadId lead) {
        return outcomes.of(client, lead)
                .filter(entry -> entry.kind() == MeetingOutcomes.Kind.MEETING_BOOKED)
                .sorted(Comparator.comparing(MeetingOutcomes.Entry::at));
    }

    @Override
    public int retractCancelled(ClientId client, Instant now, Duration patience) {
        List<MeetingOutcomes.Entry> off = outcomes.of(client)
                .filter(entry -> entry.kind() == MeetingOutcomes.Kind.MEETING_BOOKED
                        && !entry.at().isAfter(now.minus(patience)))
                .filter(entry -> meetings.find(client, entry.meeting())
                        .filter(meeting -> meeting.outcome() == MeetingOutcome.CANCELLED && !isReplaced(meeting))
                        .isPresent())
                .toList();
        return (int) off.stream().filter(outcomes::retract).count();
    }

    private boolean isReplaced(Meeting meeting) {
        return meetings.all(meeting.clientId())
                .anyMatch(later -> Objects.equals(later.leadId(), meeting.leadId())
                        && !later.id().equals(meeting.id())
                        && !later.bookedAt().isBefore(meeting.bookedAt())
                        && later.outcome() != MeetingOutcome.CANCELLED);
    }

    @Override
    public Totals totals(ClientId client, Unit unit, Span span) {
        return switch (unit) {
            case LEAD ->
                new Totals(
                        leadsOf(client, span).count(),
                        leadsOf(client, span).filter(LeadFact::converted).count());
            case TOUCH ->
                new Totals(
                        touchesOf(client, span).count(),
                        touchesOf(client, span).filter(TouchFact::converted).count());
        };
    }

    @Override
    public List<Counted> counts(ClientId client, Unit unit, Span span) {
        Map<List<String>, long[]> counts = new LinkedHashMap<>();
        switch (unit) {
            case LEAD ->
                leadsOf(client, span)
                        .forEach(fact -> fact.dimensions().forEach(each -> count(counts, each, fact.converted())));
            case TOUCH ->
                touchesOf(client, span)
                        .forEach(fact -> fact.dimensions().forEach(each -> count(counts, each, fact.converted())));
        }
        return counts.entrySet().stream()
                .map(each -> new Counted(
                        each.getKey().get(0),
                        new Cell(each.getKey().get(1), each.getKey().get(2), each.getValue()[0], each.getValue()[1])))
                .toList();
    }

    private static void count(Map<List<String>, long[]> counts, FactDimension dimension, boolean converted) {
        long[] count = counts.computeIfAbsent(
                List.of(dimension.name(), dimension.value(), dimension.stratum()), _ -> new long[2]);
        count[0]++;
        count[1] += converted ? 1 : 0;
    }

    @Override
    public Map<Integer, Long> daysToConvert(ClientId client, Span span) {
        Map<Integer, Long> days = new TreeMap<>();
        leadsOf(client, span)
                .flatMap(fact -> Optional.ofNullable(fact.days()).stream())
                .forEach(each -> days.merge(each, 1L, Long::sum));
        return days;
    }

    @Override
    public Holdout holdout(ClientId client, Span span) {
        List<LeadFact> ordered = leadsOf(client, span)
                .sorted(Comparator.comparing(LeadFact::firstTouch))
                .toList();
        int older = ordered.size() * 7 / 10;
        while (older > 0
                && older < ordered.size()
                && ordered.get(older).firstTouch().equals(ordered.get(older - 1).firstTouch())) {
            older++;
        }
        return new Holdout(grouped(ordered.subList(0, older)), grouped(ordered.subList(older, ordered.size())));
    }

    private static List<ComponentCell> grouped(List<LeadFact> facts) {
        Map<List<Integer>, long[]> counts = new HashMap<>();
        facts.forEach(fact -> {
            long[] count = counts.computeIfAbsent(fact.points(), _ -> new long[3]);
            count[0]++;
            count[1] += fact.converted() ? 1 : 0;
            count[2] += fact.byEmail() ? 1 : 0;
        });
        return counts.entrySet().stream()
                .map(each -> cell(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(ComponentCell::dataQuality)
                        .thenComparingInt(ComponentCell::authority)
                        .thenComparingInt(ComponentCell::companyFit)
                        .thenComparingInt(ComponentCell::timing)
                        .thenComparingInt(ComponentCell::risk))
                .toList();
    }

    private static ComponentCell cell(List<Integer> points, long[] count) {
        return new ComponentCell(
                points.get(0),
                points.get(1),
                points.get(2),
                points.get(3),
                points.get(4),
                1,
                count[0],
                count[1],
                count[2]);
    }

    private Stream<LeadFact> leadsOf(ClientId client, Span span) {
        return leadFacts.rows().filter(fact -> fact.client().equals(client) && within(fact.firstTouch(), span));
    }

    private Stream<TouchFact> touchesOf(ClientId client, Span span) {
        return touchFacts.rows().filter(fact -> fact.client().equals(client) && within(fact.sentAt(), span));
    }

    private static boolean within(Instant at, Span span) {
        return !at.isBefore(span.from()) && at.isBefore(span.until());
    }
}
