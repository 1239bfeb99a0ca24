package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog.SentTouch;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversion.learning.store.FlagCounts;
import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversion.Horizons;
import io.agencyos.domain.conversion.detect.Objections;
import io.agencyos.domain.conversion.detect.Who;
import io.agencyos.domain.conversion.kernel.Cell;
import io.agencyos.domain.conversion.report.TierRates;
import io.agencyos.domain.conversion.weights.ComponentCell;
import io.agencyos.domain.conversion.weights.Holdout;
import io.agencyos.domain.conversion.weights.Propensity;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same facts as the SQL makes them, by walking the tables of the other fakes. */
public final class MemoryLearningFacts implements LearningFacts {

    private final MemoryTable<LeadId, LeadFact> leadFacts;
    private final MemoryTable<TouchId, TouchFact> touchFacts;
    private final LearningTables tables;
    private final FactMaking making;

    public MemoryLearningFacts(MemoryUnitOfWork units, LearningTables tables) {
        leadFacts = MemoryTable.<LeadId, LeadFact>ofTenants("cis_lead_fact", units, LeadFact::client, LeadFact::lead)
                .writtenBy(Role.WORKER);
        touchFacts = MemoryTable.<TouchId, TouchFact>ofTenants(
                        "cis_touch_fact", units, TouchFact::client, TouchFact::touch)
                .writtenBy(Role.WORKER);
        this.tables = tables;
        making = new FactMaking(tables);
    }

    @Override
    public Matured mature(ClientId client, ZoneId zone, Instant now, Horizons horizons) {
        Instant kept = LearnedPattern.keptSince(now);
        leadsOf(client, new Span(Instant.MIN, kept)).toList().forEach(old -> leadFacts.remove(old.lead()));
        touchesOf(client, new Span(Instant.MIN, kept)).toList().forEach(old -> touchFacts.remove(old.touch()));
        Map<LeadId, SentTouch> first = new HashMap<>();
        making.sequenceTouches(client)
                .sorted(Comparator.comparing((SentTouch touch) -> touch.sent().at())
                        .thenComparing(touch -> touch.sent().touch().id().text()))
                .forEach(touch -> first.putIfAbsent(touch.sent().touch().leadId(), touch));
        long newLeads = first.values().stream()
                .filter(touch -> within(touch.sent().at(), new Span(kept, now.minus(horizons.ofALead()))))
                .flatMap(touch -> making.leadFact(client, zone, touch.sent(), horizons.ofALead()).stream())
                .filter(this::changes)
                .count();
        long newTouches = making.sequenceTouches(client)
                .filter(touch -> within(touch.sent().at(), new Span(kept, now.minus(horizons.ofATouch()))))
                .filter(FactMaking::arrived)
                .flatMap(touch -> making.touchFact(client, zone, touch.sent()).stream())
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
        return old.isEmpty()
                || old.get().converted() != fact.converted()
                || old.get().soon() != fact.soon();
    }

    @Override
    public int retractCancelled(ClientId client, Instant now, Duration patience) {
        List<MeetingOutcomes.Entry> off = tables.outcomes()
                .of(client)
                .filter(entry -> entry.kind() == MeetingOutcomes.Kind.MEETING_BOOKED
                        && !entry.at().isAfter(now.minus(patience)))
                .filter(entry -> tables.meetings()
                        .find(client, entry.meeting())
                        .filter(meeting -> meeting.outcome() == MeetingOutcome.CANCELLED && !isReplaced(meeting))
                        .isPresent())
                .toList();
        List<MeetingOutcomes.Entry> retracted =
                off.stream().filter(tables.outcomes()::retract).toList();
        retracted.stream()
                .flatMap(entry -> Optional.ofNullable(entry.credited()).stream())
                .map(BookingPath.Contact::touch)
                .filter(touch -> tables.outcomes()
                        .of(client)
                        .noneMatch(other -> other.credited() != null
                                && other.credited().touch().equals(touch)))
                .forEach(tables.bookings()::discredit);
        return retracted.size();
    }

    private boolean isReplaced(Meeting meeting) {
        return tables.meetings()
                .all(meeting.clientId())
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
            case GAP ->
                new Totals(
                        gapsOf(client, span).count(),
                        gapsOf(client, span).filter(TouchFact::soon).count());
            case MEETING ->
                new Totals(
                        making.meetingsOf(client, span).count(),
                        making.meetingsOf(client, span)
                                .filter(MeetingFact::held)
                                .count());
        };
    }

    @Override
    public List<Counted> counts(ClientId client, Unit unit, Span span) {
        Map<List<String>, long[]> counts = new LinkedHashMap<>();
        List<Counted> flags = new ArrayList<>();
        switch (unit) {
            case LEAD ->
                leadsOf(client, span)
                        .forEach(fact -> fact.dimensions().forEach(each -> count(counts, each, fact.converted())));
            case TOUCH -> {
                touchesOf(client, span)
                        .forEach(fact -> fact.dimensions().forEach(each -> count(counts, each, fact.converted())));
                flags.addAll(flags(touchesOf(client, span).toList()));
            }
            case GAP ->
                gapsOf(client, span).forEach(fact -> count(counts, Objects.requireNonNull(fact.gap()), fact.soon()));
            case MEETING ->
                making.meetingsOf(client, span)
                        .forEach(fact -> fact.dimensions().forEach(each -> count(counts, each, fact.held())));
        }
        return Stream.concat(
                        flags.stream(),
                        counts.entrySet().stream()
                                .map(each -> new Counted(
                                        each.getKey().get(0), cell(each.getKey().subList(1, 3), each.getValue()))))
                .toList();
    }

    private static List<Counted> flags(List<TouchFact> facts) {
        Map<List<String>, long[]> with = new LinkedHashMap<>();
        Map<List<String>, long[]> all = new LinkedHashMap<>();
        facts.forEach(fact -> Optional.ofNullable(fact.flags()).ifPresent(flags -> {
            count(all, new FactDimension("", "", fact.mix()), fact.converted());
            flags.forEach(flag -> count(with, new FactDimension("", flag, fact.mix()), fact.converted()));
        }));
        return FlagCounts.bothSides(cells(with), cells(all));
    }

    private static List<Cell> cells(Map<List<String>, long[]> counts) {
        return counts.entrySet().stream()
                .map(each -> cell(each.getKey().subList(1, 3), each.getValue()))
                .toList();
    }

    private static Cell cell(List<String> place, long[] count) {
        return new Cell(place.get(0), place.get(1), count[0], count[1]);
    }

    @Override
    public List<Objections.Said> objections(ClientId client, Span span, Instant until) {
        Map<LeadId, LeadFact> facts =
                leadsOf(client, span).collect(Collectors.toMap(LeadFact::lead, Function.identity()));
        Map<List<@Nullable String>, List<LeadId>> said = new LinkedHashMap<>();
        tables.replies().list(client, Replies.Filter.ALL, null, Integer.MAX_VALUE).stream()
                .filter(reply ->
                        facts.containsKey(reply.leadId()) && reply.receivedAt().isBefore(until))
                .forEach(reply -> {
                    LeadFact lead = facts.get(reply.leadId());
                    String industry = lead.in(Who.INDUSTRY);
                    String band = lead.in(Who.SIZE);
                    said(said, industry, band, null, lead);
                    if (reply.reading() != null && reply.reading().objection() != null) {
                        said(said, industry, band, reply.reading().objection().wire(), lead);
                    }
                });
        return said.entrySet().stream()
                .map(each -> new Objections.Said(
                        each.getKey().get(0),
                        each.getKey().get(1),
                        each.getKey().get(2),
                        each.getValue().size(),
                        each.getValue().stream().distinct().count()))
                .toList();
    }

    private static void said(
            Map<List<@Nullable String>, List<LeadId>> said,
            @Nullable String industry,
            @Nullable String band,
            @Nullable String objection,
            LeadFact lead) {
        said.computeIfAbsent(Arrays.asList(industry, band, objection), _ -> new ArrayList<>())
                .add(lead.lead());
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
    public Map<Tier, TierRates.Count> tiers(ClientId client, Span span) {
        Map<Tier, TierRates.Count> tiers = new EnumMap<>(Tier.class);
        leadsOf(client, span)
                .forEach(fact -> Optional.ofNullable(fact.tier())
                        .flatMap(word -> Vocabulary.parse(Tier.class, word))
                        .ifPresent(tier -> tiers.merge(
                                tier,
                                new TierRates.Count(1, fact.converted() ? 1 : 0),
                                (one, other) -> new TierRates.Count(
                                        one.units() + other.units(), one.conversions() + other.conversions()))));
        return tiers;
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
        Came came = came(client);
        return new Holdout(
                Propensity.weighed(came.groups(ordered.subList(0, older))),
                Propensity.weighed(came.groups(ordered.subList(older, ordered.size()))));
    }

    /** In which month and band leads came, and how many of each, contacted among them. */
    private record Came(Map<LeadId, List<Object>> places, Map<List<Object>, long[]> counts) {

        List<Propensity.Group> groups(List<LeadFact> facts) {
            return facts.stream().map(this::group).toList();
        }

        private Propensity.Group group(LeadFact fact) {
            long[] count = Optional.ofNullable(places.get(fact.lead()))
                    .map(counts::get)
                    .orElse(new long[2]);
            List<Integer> points = fact.points();
            return new Propensity.Group(
                    new ComponentCell(
                            points.get(0),
                            points.get(1),
                            points.get(2),
                            points.get(3),
                            points.get(4),
                            1,
                            1,
                            fact.converted() ? 1 : 0,
                            fact.byEmail() ? 1 : 0),
                    count[0],
                    count[1]);
        }
    }

    private Came came(ClientId client) {
        ZoneId zone = tables.clients().find(client).orElseThrow().timezone();
        Map<LeadId, List<Object>> places = new HashMap<>();
        Map<List<Object>, long[]> counts = new HashMap<>();
        tables.leads().live(client).forEach(lead -> {
            ScoreSummary score = lead.score();
            if (score != null) {
                List<Object> place =
                        List.of(YearMonth.from(lead.createdAt().atZone(zone)), score.score() / Propensity.BAND);
                places.put(lead.id(), place);
                long[] count = counts.computeIfAbsent(place, _ -> new long[2]);
                count[0] += lead.history().firstTouchAt() == null ? 0 : 1;
                count[1]++;
            }
        });
        return new Came(places, counts);
    }

    Stream<LeadFact> leadsOf(ClientId client, Span span) {
        return leadFacts.rows().filter(fact -> fact.client().equals(client) && within(fact.firstTouch(), span));
    }

    /** What is known of a lead that has matured. */
    Optional<LeadFact> of(LeadId lead) {
        return leadFacts.find(lead);
    }

    Stream<TouchFact> touchesOf(ClientId client, Span span) {
        return touchFacts.rows().filter(fact -> fact.client().equals(client) && within(fact.sentAt(), span));
    }

    private Stream<TouchFact> gapsOf(ClientId client, Span span) {
        return touchesOf(client, span).filter(fact -> fact.gap() != null);
    }

    static boolean within(Instant at, Span span) {
        return !at.isBefore(span.from()) && at.isBefore(span.until());
    }
}
