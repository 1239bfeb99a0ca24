package io.agencyos.adapters.out.memory.conversion;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.conversation.MemoryReplies;
import io.agencyos.adapters.out.memory.conversation.MemoryThreads;
import io.agencyos.adapters.out.memory.deal.MemoryBookingTouches;
import io.agencyos.adapters.out.memory.deal.MemoryDeals;
import io.agencyos.adapters.out.memory.deal.MemoryMeetings;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog.SentTouch;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.StageMachine;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.ImpliedDelivery;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same counts as the SQL, by walking the tables of the other fakes. */
public final class MemoryFigures implements Figures {

    /** The tables that are walked. */
    public record Tables(
            MemorySentLog sentLog,
            MemoryActivities activities,
            MemoryReplies replies,
            MemoryThreads threads,
            MemoryMeetings meetings,
            MemoryDeals deals,
            MemoryLeads leads,
            MemoryEnrolments enrolments,
            MemoryBookingTouches credited) {}

    private final Tables tables;

    public MemoryFigures(Tables tables) {
        this.tables = tables;
    }

    static boolean within(Over over, @Nullable Instant at) {
        return at != null && !at.isBefore(over.from()) && at.isBefore(over.until());
    }

    private static boolean of(Over over, @Nullable CampaignId campaign) {
        return over.campaign() == null || over.campaign().equals(campaign);
    }

    private Stream<SentTouch> touches(Over over) {
        return tables.sentLog().touches(over.client()).stream()
                .filter(one -> !one.sent().test() && touch(one).kind() != TouchKind.LI_VIEW)
                .filter(one ->
                        within(over, one.sent().at()) && of(over, touch(one).campaignId()));
    }

    private static Touch touch(SentTouch one) {
        return one.sent().touch();
    }

    private Stream<Activity> activities(ClientId client) {
        return tables.activities().all().stream().filter(line -> line.clientId().equals(client));
    }

    private int told(TouchId touch, ClientId client, ActivityAction action) {
        return (int) activities(client)
                .filter(line -> touch.equals(line.touchId()) && line.action() == action)
                .count();
    }

    @Override
    public List<Sent> sent(Over over, Cut cut) {
        record Group(String key, Channel channel) {}
        return touches(over)
                .collect(groupingBy(
                        one -> new Group(key(over, cut, one), touch(one).kind().channel())))
                .entrySet()
                .stream()
                .map(group -> new Sent(
                        group.getKey().key(),
                        group.getKey().channel(),
                        group.getValue().size(),
                        count(group.getValue(), one -> delivered(over, one)),
                        count(group.getValue(), one -> was(one, ActivityAction.OPENED)),
                        count(group.getValue(), one -> was(one, ActivityAction.CLICKED)),
                        count(group.getValue(), one -> was(one, ActivityAction.REPLIED)),
                        count(group.getValue(), one -> one.delivery() == DeliveryStatus.BOUNCED)))
                .sorted(ORDER_OF_SENT)
                .toList();
    }

    @Override
    public List<Refused> refused(Over over) {
        record Place(int stepNo, Channel channel) {}
        MemoryEnrolments runs = tables.enrolments();
        return runs
                .all(over.client())
                .filter(run -> of(over, run.campaignId()))
                .flatMap(run -> runs.steps(over.client(), List.of(run.id())).stream()
                        .filter(step ->
                                step.outcome() == EnrolmentStep.Outcome.REFUSED && within(over, step.decidedAt()))
                        .map(step -> runs.sequence(run).step(step.stepNo())))
                .collect(groupingBy(step -> new Place(step.stepNo(), step.channel()), Collectors.counting()))
                .entrySet()
                .stream()
                .map(place -> new Refused(
                        place.getKey().stepNo(), place.getKey().channel(), Math.toIntExact(place.getValue())))
                .sorted(ORDER_OF_REFUSED)
                .toList();
    }

    private static String key(Over over, Cut cut, SentTouch one) {
        ZonedDateTime at = one.sent().at().atZone(over.zone());
        return switch (cut) {
            case NOTHING -> "";
            case DAY -> at.toLocalDate().toString();
            case HOUR_OF_WEEK -> "%d-%02d".formatted(at.getDayOfWeek().getValue(), at.getHour());
            case STEP -> Integer.toString(touch(one).stepNo());
        };
    }

    private static int count(List<SentTouch> touches, Predicate<SentTouch> which) {
        return (int) touches.stream().filter(which).count();
    }

    private boolean was(SentTouch one, ActivityAction action) {
        return told(touch(one).id(), touch(one).clientId(), action) > 0;
    }

    private static boolean delivered(Over over, SentTouch one) {
        return ImpliedDelivery.arrived(
                one.delivery(), touch(one).kind(), one.sent().at(), over.now());
    }

    private record Answer(
            LeadId lead,
            Channel channel,
            Instant at,
            @Nullable CampaignId campaign) {}

    private Stream<Answer> answers(Over over) {
        return tables.replies().list(over.client(), Replies.Filter.ALL, null, Integer.MAX_VALUE).stream()
                .filter(reply -> reply.intent() != null && !AUTOMATIC.contains(reply.intent()))
                .filter(reply -> within(over, reply.receivedAt()))
                .map(reply ->
                        new Answer(reply.leadId(), reply.channel(), reply.receivedAt(), campaign(over.client(), reply)))
                .filter(answer -> of(over, answer.campaign()));
    }

    private @Nullable CampaignId campaign(ClientId client, Reply reply) {
        return tables.threads()
                .find(client, reply.threadId())
                .map(thread -> thread.campaignId())
                .orElse(null);
    }

    private Stream<Meeting> meetings(Over over) {
        return tables.meetings()
                .all(over.client())
                .filter(meeting -> meeting.outcome() != MeetingOutcome.CANCELLED && meeting.scheduledAt() != null)
                .filter(meeting -> of(over, meeting.campaignId()));
    }

    private record Happened(Instant at, @Nullable Channel channel, Kind kind) {}

    @Override
    public List<Event> events(Over over) {
        record Group(LocalDate day, @Nullable Channel channel, Kind kind) {}
        Stream<Happened> replies = answers(over).map(answer -> new Happened(answer.at(), answer.channel(), Kind.REPLY));
        Stream<Happened> bookings = meetings(over)
                .filter(meeting -> within(over, meeting.bookedAt()))
                .map(meeting -> new Happened(meeting.bookedAt(), null, Kind.BOOKING));
        Stream<Happened> told = activities(over.client())
                .filter(line -> within(over, line.occurredAt()) && of(over, line.campaignId()))
                .filter(line ->
                        line.action() == ActivityAction.UNSUBSCRIBED || line.action() == ActivityAction.CONVERTED)
                .map(line -> new Happened(
                        line.occurredAt(),
                        line.channel(),
                        line.action() == ActivityAction.CONVERTED ? Kind.CONVERTED : Kind.UNSUBSCRIBED));
        return Stream.of(replies, bookings, told)
                .flatMap(Function.identity())
                .collect(groupingBy(
                        one -> new Group(LocalDate.ofInstant(one.at(), over.zone()), one.channel(), one.kind()),
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(group -> new Event(
                        group.getKey().day(),
                        group.getKey().channel(),
                        group.getKey().kind(),
                        group.getValue().intValue()))
                .sorted(ORDER_OF_EVENTS)
                .toList();
    }

    @Override
    public List<Result> results(Over over) {
        Set<CampaignId> campaigns = Stream.of(
                        touches(over).map(one -> touch(one).campaignId()),
                        answers(over).map(Answer::campaign),
                        meetings(over)
                                .filter(meeting -> within(over, meeting.bookedAt()) || isOver(over, meeting))
                                .map(Meeting::campaignId),
                        deals(over)
                                .filter(deal -> within(over, deal.createdAt()) || within(over, deal.closedAt()))
                                .map(Deal::campaignId))
                .flatMap(Function.identity())
                .flatMap(campaign -> Optional.ofNullable(campaign).stream())
                .collect(Collectors.toSet());
        List<Result> lines = new ArrayList<>();
        lines.add(result(over, null));
        campaigns.stream()
                .sorted(comparing(CampaignId::text))
                .map(campaign -> result(
                        new Over(over.client(), over.zone(), over.from(), over.until(), campaign, over.now()),
                        campaign))
                .forEach(lines::add);
        return lines;
    }

    private Stream<Deal> deals(Over over) {
        return tables.deals().all(over.client()).filter(deal -> of(over, deal.campaignId()));
    }

    private static boolean isOver(Over over, Meeting meeting) {
        return within(over, meeting.scheduledAt())
                && !Objects.requireNonNull(meeting.endsAt()).isAfter(over.now());
    }

    private Result result(Over over, @Nullable CampaignId campaign) {
        Set<LeadId> contacted = touches(over).map(one -> touch(one).leadId()).collect(Collectors.toSet());
        List<Meeting> ended =
                meetings(over).filter(meeting -> isOver(over, meeting)).toList();
        List<Deal> won = deals(over)
                .filter(deal -> Boolean.TRUE.equals(deal.won()) && within(over, deal.closedAt()))
                .toList();
        return new Result(
                campaign,
                contacted.size(),
                (int) answers(over)
                        .map(Answer::lead)
                        .filter(contacted::contains)
                        .distinct()
                        .count(),
                (int) contacted.stream()
                        .flatMap(lead -> tables.leads().find(over.client(), lead).stream())
                        .filter(lead -> lead.status() == LeadStatus.CONVERTED)
                        .count(),
                (int) meetings(over)
                        .filter(meeting -> within(over, meeting.bookedAt()))
                        .count(),
                (int) ended.stream()
                        .filter(meeting -> Boolean.TRUE.equals(meeting.showedUp()))
                        .count(),
                (int) ended.stream()
                        .filter(meeting -> Boolean.FALSE.equals(meeting.showedUp()))
                        .count(),
                (int) ended.stream()
                        .filter(meeting -> meeting.showedUp() == null)
                        .count(),
                (int) deals(over).filter(deal -> within(over, deal.createdAt())).count(),
                won.size(),
                won.stream()
                        .mapToLong(
                                deal -> deal.value() == null ? 0 : deal.value().cents())
                        .sum());
    }

    @Override
    public Map<CampaignId, Integer> leads(ClientId client, @Nullable CampaignId campaign) {
        return tables.leads()
                .live(client)
                .map(Lead::campaignId)
                .filter(Objects::nonNull)
                .filter(id -> campaign == null || campaign.equals(id))
                .collect(Collectors.toMap(id -> id, id -> 1, Integer::sum));
    }

    @Override
    public Standing standing(ClientId client) {
        return new Standing(
                (int) tables.leads()
                        .live(client)
                        .filter(lead -> StageMachine.PIPELINE.contains(lead.status()))
                        .count(),
                (int) tables.enrolments()
                        .all(client)
                        .filter(enrolment -> !enrolment.state().isTerminal())
                        .count());
    }

    @Override
    public List<TierCount> tiers(ClientId client, @Nullable CampaignId campaign) {
        return tables
                .leads()
                .live(client)
                .filter(lead -> campaign == null || campaign.equals(lead.campaignId()))
                .collect(groupingBy(
                        lead -> Optional.ofNullable(lead.score()).map(score -> score.tier()), Collectors.counting()))
                .entrySet()
                .stream()
                .map(tier -> new TierCount(
                        tier.getKey().orElse(null), tier.getValue().intValue()))
                .sorted(ORDER_OF_TIERS)
                .toList();
    }

    @Override
    public List<Hour> hours(Over over) {
        record Group(int hour, @Nullable Channel channel, ActivityAction action) {}
        return activities(over.client())
                .filter(line -> within(over, line.occurredAt()) && of(over, line.campaignId()))
                .collect(groupingBy(
                        line -> new Group(
                                line.occurredAt().atZone(over.zone()).getHour(), line.channel(), line.action()),
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(group -> new Hour(
                        group.getKey().hour(),
                        group.getKey().channel(),
                        group.getKey().action(),
                        group.getValue().intValue()))
                .sorted(ORDER_OF_HOURS)
                .toList();
    }

    @Override
    public List<Best> best(Over over, int limit) {
        return touches(over)
                .map(this::scored)
                .filter(best -> best.score() > 0)
                .sorted(comparing(Best::score)
                        .thenComparing(Best::sentAt)
                        .thenComparing(best -> best.touch().text())
                        .reversed())
                .limit(limit)
                .toList();
    }

    private Best scored(SentTouch one) {
        Touch touch = touch(one);
        int opens = told(touch.id(), touch.clientId(), ActivityAction.OPENED);
        boolean clicked = was(one, ActivityAction.CLICKED);
        boolean replied = was(one, ActivityAction.REPLIED);
        boolean booked = tables.credited()
                .isCredited(
                        touch.clientId(),
                        new BookingPath.Contact(
                                touch.id(), touch.kind().channel(), one.sent().at(), false, false));
        return new Best(
                touch.id(),
                touch.kind().channel(),
                touch.campaignId(),
                one.sent().subject() == null
                        ? one.sent().mailText().lines().findFirst().orElse("")
                        : one.sent().subject(),
                one.sent().at(),
                opens,
                clicked,
                replied,
                booked,
                Math.min(30, 10 * opens) + (clicked ? 50 : 0) + (replied ? 100 : 0) + (booked ? 200 : 0));
    }

    @Override
    public Engagement engagement(ClientId client, LeadId lead) {
        List<Activity> lines =
                activities(client).filter(line -> line.leadId().equals(lead)).toList();
        List<Activity> sent = lines.stream()
                .filter(line -> line.action() == ActivityAction.SENT && line.touchKind() != TouchKind.LI_VIEW)
                .toList();
        Set<ActivityAction> engaging = Set.of(ActivityAction.OPENED, ActivityAction.CLICKED, ActivityAction.REPLIED);
        return new Engagement(
                sent.size(),
                of(lines, ActivityAction.OPENED),
                of(lines, ActivityAction.CLICKED),
                of(lines, ActivityAction.REPLIED),
                lines.stream()
                        .filter(line -> engaging.contains(line.action()))
                        .map(Activity::occurredAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                sent.stream()
                        .flatMap(line -> Optional.ofNullable(line.channel()).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static int of(List<Activity> lines, ActivityAction action) {
        return (int) lines.stream().filter(line -> line.action() == action).count();
    }
}
