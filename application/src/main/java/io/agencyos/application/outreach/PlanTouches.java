package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.ChannelPlans;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.GateCase;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.engine.TouchCases;
import io.agencyos.application.outreach.gate.Canary;
import io.agencyos.application.outreach.gate.GateKeeping;
import io.agencyos.application.outreach.gate.NextSteps;
import io.agencyos.application.outreach.gate.Refusals;
import io.agencyos.application.outreach.gate.StartRoom;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.domain.allocation.ChannelAllocation;
import io.agencyos.domain.allocation.ChannelExclusion;
import io.agencyos.domain.campaign.enrolment.DueDates;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.campaign.enrolment.EnrolmentHold;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** T1: the next step of every enrolment that comes due passes gate A and becomes a touch. Source: outreach 3.1, 4.3. */
final class PlanTouches implements OutreachStage {

    /** Steps that nobody has to approve are planned this long ahead. */
    static final Duration AHEAD = Duration.ofHours(2);

    /** Where a person approves first: a day, so that there is time to. */
    static final Duration AHEAD_TO_ASK = Duration.ofDays(1);

    private static final String STALE_REMEDY = "Confirm that this lead is still worth it, then resume.";

    private final Engine engine;
    private final PlanFollowUps followUps;

    PlanTouches(Engine engine) {
        this.engine = engine;
        this.followUps = new PlanFollowUps(engine);
    }

    @Override
    public int run(ClientId client, int limit) {
        Holidays holidays = engine.holidays();
        return engine.inTenant(client, () -> {
            Setting setting = engine.setting(
                    client, Setting.Hold.READ, holidays, engine.clock().now());
            boolean open = setting.client().filter(found -> !found.paused()).isPresent();
            return open ? followUps.plan(setting, limit) + plan(setting, limit) : 0;
        });
    }

    /** What it would make touches of until then, which it does not: for those who want to know. Source: outreach 19.3. */
    List<TouchCases.Pair> upcoming(Setting setting, Instant until, int limit) {
        List<Enrolment> due = engine.stores().enrolments().lockDue(setting.id(), until, until, limit);
        if (due.isEmpty()) {
            return List.of();
        }
        Map<Touches.StepKey, Integer> attempts = engine.stores()
                .touches()
                .attempts(setting.id(), due.stream().map(Enrolment::id).toList());
        Set<Touches.StepKey> skipped = skipped(due, setting);
        Map<LeadId, TouchKind> kinds = kinds(due, setting);
        return due.stream()
                .flatMap(run -> setting
                        .sequence(run)
                        .flatMap(sequence -> next(run, sequence))
                        .map(step -> new TouchCases.Pair(
                                touch(run, step, kind(run, step, skipped, kinds), attempts, setting.now()), run))
                        .stream())
                .toList();
    }

    private int plan(Setting setting, int limit) {
        ClientId client = setting.id();
        Instant now = setting.now();
        List<Enrolment> due = engine.stores().enrolments().lockDue(client, now, now.plus(ahead(setting)), limit);
        if (due.isEmpty()) {
            return 0;
        }
        Changes changes = engine.changes(client, now);
        List<Enrolment> tried = withRoom(due, setting, changes);
        if (!tried.isEmpty()) {
            plan(tried, setting, changes);
        }
        changes.flush();
        return due.size();
    }

    /** Without the starts for which there is no room in this round; they are tried in the next, as some before them may be refused. */
    private List<Enrolment> withRoom(List<Enrolment> due, Setting setting, Changes changes) {
        StartRoom room = new StartRoom(engine, setting);
        Canary canary = Canary.of(engine, setting, setting.id(), due);
        Set<CampaignId> full = putOff(due, room, canary, setting.now().plus(ahead(setting)), changes);
        return due.stream()
                .filter(enrolment -> !StartRoom.isStart(enrolment)
                        || !full.contains(enrolment.campaignId()) && canary.take(enrolment) && room.take(enrolment))
                .toList();
    }

    private void plan(List<Enrolment> tried, Setting setting, Changes changes) {
        Instant now = setting.now();
        Map<Touches.StepKey, Integer> attempts = engine.stores()
                .touches()
                .attempts(setting.id(), tried.stream().map(Enrolment::id).toList());
        Set<Touches.StepKey> skipped = skipped(tried, setting);
        List<TouchCases.Pair> pairs = new ArrayList<>();
        Map<LeadId, TouchKind> kinds = kinds(tried, setting);
        for (Enrolment enrolment : tried) {
            if (stale(enrolment, setting)) {
                changes.on(
                        enrolment,
                        new EnrolmentEvent.Hold(
                                new Enrolment.Hold(EnrolmentHold.STALE_ENROLMENT.wire(), null, STALE_REMEDY)));
            } else {
                setting.sequence(enrolment)
                        .flatMap(sequence -> next(enrolment, sequence))
                        .ifPresentOrElse(
                                step -> pairs.add(new TouchCases.Pair(
                                        touch(enrolment, step, kind(enrolment, step, skipped, kinds), attempts, now),
                                        enrolment)),
                                () -> changes.on(enrolment, new EnrolmentEvent.Exhausted()));
            }
        }
        ask(pairs, setting, changes);
    }

    /** What the checks say of each touch. A step behind a message that goes first waits for that one. */
    private void ask(List<TouchCases.Pair> pairs, Setting setting, Changes changes) {
        Map<EnrolmentId, ChannelAllocation> closed = allocations(setting.id(), pairs);
        Map<LeadId, Instant> messages = followUps.before(pairs, setting);
        engine.cases().before(Gate.PLAN, setting, pairs).forEach(one -> {
            Instant first = messages.get(one.touch().leadId());
            if (first == null) {
                plan(one, closed, setting, changes);
            } else {
                changes.on(one.one().enrolment(), PlanFollowUps.after(first, one.one(), setting));
            }
        });
    }

    /**
     * The campaigns for which the day is full, or whose new steps are tried on others first; all their starts, also those
     * beyond this batch, wait.
     */
    private Set<CampaignId> putOff(
            List<Enrolment> due, StartRoom room, Canary canary, Instant horizon, Changes changes) {
        Map<CampaignId, Lead.Block> full = new TreeMap<>(Comparator.comparing(CampaignId::text));
        due.stream().filter(StartRoom::isStart).forEach(start -> {
            if (room.closedFor(start)) {
                full.putIfAbsent(start.campaignId(), new Lead.Block(StartRoom.REASON, room.nextDay(start)));
            } else if (canary.closedFor(start)) {
                full.putIfAbsent(start.campaignId(), new Lead.Block(Canary.REASON, canary.until(start)));
            }
        });
        full.forEach((campaign, block) -> engine.stores()
                .enrolments()
                .putOffStarts(due.getFirst().clientId(), campaign, changes.now(), horizon, until(block))
                .forEach(lead -> changes.block(lead, block)));
        return full.keySet();
    }

    private static Instant until(Lead.Block block) {
        return Objects.requireNonNull(block.until());
    }

    static Duration ahead(Setting setting) {
        boolean approved = setting.client()
                .map(client -> client.defaultPermissionMode() == PermissionMode.AUTOPILOT)
                .orElse(true);
        return approved ? AHEAD : AHEAD_TO_ASK;
    }

    private static boolean stale(Enrolment enrolment, Setting setting) {
        Instant due = enrolment.nextDueAt();
        return due != null
                && DueDates.isStale(
                        LocalDate.ofInstant(due, setting.zone()), LocalDate.ofInstant(setting.now(), setting.zone()));
    }

    /** What the next steps are carried out as, of those that are not carried out as they are written. */
    private Map<LeadId, TouchKind> kinds(List<Enrolment> due, Setting setting) {
        Map<Channel, List<LeadId>> asked = new EnumMap<>(Channel.class);
        due.forEach(enrolment -> setting.sequence(enrolment)
                .flatMap(sequence -> next(enrolment, sequence))
                .ifPresent(step -> asked.computeIfAbsent(step.touchKind().channel(), channel -> new ArrayList<>())
                        .add(enrolment.leadId())));
        Map<LeadId, TouchKind> kinds = new HashMap<>();
        asked.forEach(
                (channel, leads) -> kinds.putAll(engine.outlets().of(channel).kinds(setting, leads)));
        return kinds;
    }

    /** What was skipped where something else can take its place; read for those of whom that can be so. */
    private Set<Touches.StepKey> skipped(List<Enrolment> due, Setting setting) {
        List<EnrolmentId> asked = due.stream()
                .filter(enrolment -> setting.sequence(enrolment)
                        .flatMap(sequence -> next(enrolment, sequence))
                        .flatMap(SequenceStep::fallback)
                        .isPresent())
                .map(Enrolment::id)
                .toList();
        return asked.isEmpty()
                ? Set.of()
                : engine.stores().touches().skipped(due.getFirst().clientId(), asked);
    }

    /** The step's own kind, as it is carried out for this lead, until that was skipped. */
    private static TouchKind kind(
            Enrolment enrolment, SequenceStep step, Set<Touches.StepKey> skipped, Map<LeadId, TouchKind> kinds) {
        TouchKind own = kinds.getOrDefault(enrolment.leadId(), step.touchKind());
        boolean over = Stream.of(own, step.touchKind())
                .anyMatch(kind -> skipped.contains(new Touches.StepKey(enrolment.id(), step.stepNo(), kind)));
        return step.fallback()
                .filter(instead -> over)
                .map(SequenceStep.Fallback::kind)
                .orElse(own);
    }

    private Touch touch(
            Enrolment enrolment,
            SequenceStep step,
            TouchKind kind,
            Map<Touches.StepKey, Integer> attempts,
            Instant now) {
        int attempt = attempts.getOrDefault(new Touches.StepKey(enrolment.id(), step.stepNo(), kind), 0) + 1;
        Instant due = enrolment.nextDueAt() == null ? now : enrolment.nextDueAt();
        return Touch.planned(
                new TouchId(engine.ids().next()),
                enrolment,
                TouchOrigin.SEQUENCE,
                kind,
                step.stepNo(),
                attempt,
                due,
                kind.channel() == Channel.EMAIL ? enrolment.stickyResource() : null,
                now);
    }

    /** What was decided for enrolments whose next step is on another channel; e-mail is judged by its gates alone. */
    private Map<EnrolmentId, ChannelAllocation> allocations(ClientId client, List<TouchCases.Pair> pairs) {
        List<EnrolmentId> asked = pairs.stream()
                .filter(pair -> pair.touch().kind().channel() != Channel.EMAIL)
                .map(pair -> pair.enrolment().id())
                .toList();
        Optional<ChannelPlans> plans = engine.world().planning().plans();
        if (asked.isEmpty() || plans.isEmpty()) {
            return Map.of();
        }
        Map<EnrolmentId, ChannelAllocation> found = new HashMap<>();
        plans.get().of(client, asked).forEach((id, decided) -> found.put(id, decided.allocation()));
        return found;
    }

    /** Why the step's channel was not given to the lead; a step on it is skipped, not replaced (ALLOC-1). */
    private static Optional<ChannelExclusion> closed(TouchCase one, Map<EnrolmentId, ChannelAllocation> allocations) {
        return Optional.ofNullable(allocations.get(one.enrolment().id()))
                .map(allocation -> allocation.excluded().get(one.touch().kind().channel()));
    }

    private static void plan(
            GateCase asked, Map<EnrolmentId, ChannelAllocation> allocations, Setting setting, Changes changes) {
        TouchCase one = asked.one();
        switch (GateKeeping.ask(Gate.PLAN, one.touch(), asked.facts(), changes)) {
            case GateAnswer.Passed passed
            when closed(one, allocations).isPresent() -> {
                changes.plan(one.touch());
                GateKeeping.skip(one, closed(one, allocations).get().wire(), setting, changes);
            }
            case GateAnswer.Passed passed -> {
                changes.plan(redated(one, setting));
                Optional.ofNullable(one.lead()).ifPresent(changes::unblock);
            }
            case GateAnswer.Refused refused
            when closed(one, allocations).isPresent() && refused.code().reason() == GateReason.NO_RESOURCE -> {
                // what was not given is skipped; only what was given waits for a sender
                changes.plan(one.touch());
                GateKeeping.skip(one, closed(one, allocations).get().wire(), setting, changes);
            }
            case GateAnswer.Refused refused -> refuse(asked, refused, setting, changes);
        }
    }

    /** Work that is overdue is not sent in a burst: it takes its own minute of what is left of the window. */
    static Touch redated(TouchCase one, Setting setting) {
        Touch touch = one.touch();
        if (!touch.scheduledAt().isBefore(setting.now())) {
            return touch;
        }
        Instant at = NextSteps.from(one.calendar(), setting, touch.idempotencyKey());
        return TouchMachine.scheduled(touch, at);
    }

    private static void refuse(GateCase asked, GateAnswer.Refused refused, Setting setting, Changes changes) {
        TouchCase one = asked.one();
        switch (refused.action()) {
            // a skipped step is on record as a touch; nothing else leaves one behind that never was
            case SKIP, FAIL -> {
                changes.plan(one.touch());
                GateKeeping.refuse(asked, refused, setting, changes);
            }
            case STOP -> changes.on(one.enrolment(), Refusals.end(refused.code()));
            case DEFER, HOLD, CANCEL_TOUCH, REDRAFT, RESELECT_SENDER -> {
                Instant until = refused.until() == null ? setting.now().plus(Duration.ofHours(1)) : refused.until();
                changes.on(one.enrolment(), new EnrolmentEvent.Deferred(until));
                changes.block(
                        one.touch().leadId(), new Lead.Block(refused.code().wire(), until));
            }
        }
    }

    private static Optional<SequenceStep> next(Enrolment enrolment, Sequence sequence) {
        return Optional.ofNullable(enrolment.nextStep())
                .filter(step -> step <= sequence.steps().size())
                .map(sequence::step);
    }
}
