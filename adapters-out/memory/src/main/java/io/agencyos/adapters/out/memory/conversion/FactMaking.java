package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.outreach.MemorySentLog.SentTouch;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.outreach.store.SentLog;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.domain.allocation.ChannelAllocation;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.ImpliedDelivery;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes facts of what stands in the tables of the other fakes. */
final class FactMaking {

    /** By how much later a booking may come that a planned gap is judged by. */
    private static final Duration SOON = Duration.ofDays(28);

    private final LearningTables tables;

    FactMaking(LearningTables tables) {
        this.tables = tables;
    }

    /** What was sent by sequences to leads that are still there. */
    Stream<SentTouch> sequenceTouches(ClientId client) {
        return tables.sent().touches(client).stream()
                .filter(touch -> touch.sent().touch().origin() == TouchOrigin.SEQUENCE
                        && !touch.sent().test())
                .filter(touch -> lead(client, touch.sent().touch().leadId()).isPresent());
    }

    private Optional<Lead> lead(ClientId client, LeadId id) {
        return tables.leads().find(client, id).filter(lead -> lead.deletedAt() == null);
    }

    Optional<LeadFact> leadFact(ClientId client, ZoneId zone, SentLog.Sent touch, Duration horizon) {
        LeadId lead = touch.touch().leadId();
        Optional<LeadScores.Entry> score = Optional.ofNullable(
                        touch.touch().frozen().scoreId())
                .flatMap(id -> tables.scores().find(client, id));
        Optional<MeetingOutcomes.Entry> booking = bookings(client, lead)
                .filter(entry -> !entry.at().isBefore(touch.at())
                        && !entry.at().isAfter(touch.at().plus(horizon)))
                .findFirst();
        List<Channel> plan =
                steps(client, touch).stream().map(SequenceStep::channel).toList();
        List<SentTouch> early = arrivals(client, lead).limit(3).toList();
        boolean open = early.size() == 3
                && bookings(client, lead)
                        .findFirst()
                        .map(entry -> early.getLast().sent().at().isBefore(entry.at()))
                        .orElse(true);
        List<Channel> landmark = open
                ? early.stream()
                        .map(each -> each.sent().touch().kind().channel())
                        .toList()
                : List.of();
        return score.flatMap(entry -> Optional.ofNullable(entry.frozen())
                .map(frozen -> LeadFact.of(
                        touch,
                        zone,
                        entry.snapshot(),
                        frozen,
                        lead(client, lead).orElseThrow().source(),
                        new LeadFact.Plan(
                                plan,
                                given(client, touch)
                                        .map(ChannelAllocation::basis)
                                        .orElse(null),
                                landmark),
                        booking)));
    }

    /** The steps of its sequence on channels that its lead was given. */
    private List<SequenceStep> steps(ClientId client, SentLog.Sent touch) {
        Optional<List<Channel>> given = given(client, touch).map(ChannelAllocation::channels);
        return sequence(client, touch)
                .map(sequence -> sequence.steps().stream()
                        .filter(step -> given.map(channels -> channels.contains(step.channel()))
                                .orElse(true))
                        .toList())
                .orElse(List.of());
    }

    private Optional<ChannelAllocation> given(ClientId client, SentLog.Sent touch) {
        return Optional.ofNullable(touch.touch().enrolmentId())
                .flatMap(id -> Optional.ofNullable(
                        tables.plans().of(client, List.of(id)).get(id)))
                .map(ChannelPlans.Decided::allocation);
    }

    private Optional<Sequence> sequence(ClientId client, SentLog.Sent touch) {
        return Optional.ofNullable(touch.sequenceVersion())
                .flatMap(version ->
                        tables.campaigns().sequence(client, touch.touch().campaignId(), version));
    }

    /** What arrived at a lead, the oldest first. */
    private Stream<SentTouch> arrivals(ClientId client, LeadId lead) {
        return sequenceTouches(client)
                .filter(touch -> touch.sent().touch().leadId().equals(lead))
                .filter(FactMaking::arrived)
                .sorted(Comparator.comparing((SentTouch touch) -> touch.sent().at())
                        .thenComparing(touch -> touch.sent().touch().id().text()));
    }

    Optional<TouchFact> touchFact(ClientId client, ZoneId zone, SentLog.Sent touch) {
        Optional<MeetingOutcomes.Entry> booking =
                bookings(client, touch.touch().leadId()).findFirst();
        if (booking.filter(entry -> !touch.at().isBefore(entry.at())).isPresent()) {
            return Optional.empty();
        }
        boolean converted = booking.map(MeetingOutcomes.Entry::credited)
                .map(BookingPath.Contact::touch)
                .filter(touch.touch().id()::equals)
                .isPresent();
        boolean soon = booking.filter(entry -> !entry.at().isAfter(touch.at().plus(SOON)))
                .isPresent();
        return Optional.of(TouchFact.of(touch, zone, place(client, touch), converted, soon));
    }

    private TouchFact.Place place(ClientId client, SentLog.Sent touch) {
        List<SequenceStep> steps = steps(client, touch);
        int no = touch.touch().stepNo();
        Optional<Integer> here =
                sequence(client, touch).map(sequence -> sequence.step(no).dayOffset());
        Optional<Integer> next = steps.stream()
                .filter(step -> step.stepNo() > no)
                .map(SequenceStep::dayOffset)
                .findFirst();
        return new TouchFact.Place(
                arrivals(client, touch.touch().leadId())
                        .filter(each -> each.sent().at().isBefore(touch.at()))
                        .map(each -> each.sent().touch().kind().channel())
                        .reduce((_, later) -> later),
                here.flatMap(day -> next.map(later -> later - day)));
    }

    private Stream<MeetingOutcomes.Entry> bookings(ClientId client, LeadId lead) {
        return tables.outcomes()
                .of(client, lead)
                .filter(entry -> entry.kind() == MeetingOutcomes.Kind.MEETING_BOOKED)
                .sorted(Comparator.comparing(MeetingOutcomes.Entry::at));
    }

    static boolean arrived(SentTouch touch) {
        return ImpliedDelivery.arrived(touch.delivery(), touch.sent().touch().kind());
    }

    Stream<MeetingFact> meetingsOf(ClientId client, LearningFacts.Span span) {
        ZoneId zone = tables.clients().find(client).orElseThrow().timezone();
        return tables.meetings()
                .all(client)
                .filter(MeetingFact::isKnown)
                .filter(meeting -> MemoryLearningFacts.within(MeetingFact.time(meeting), span))
                .map(meeting -> MeetingFact.of(meeting, MeetingFact.time(meeting), zone, tier(meeting)));
    }

    private @Nullable String tier(Meeting meeting) {
        return tables.sent().touches(meeting.clientId()).stream()
                .filter(touch -> touch.sent().touch().id().equals(meeting.creditedTouchId()))
                .flatMap(touch ->
                        Optional.ofNullable(touch.sent().touch().frozen().tier()).stream())
                .findFirst()
                .orElse(null);
    }
}
