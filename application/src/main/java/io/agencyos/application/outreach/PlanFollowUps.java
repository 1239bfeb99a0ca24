package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.GateCase;
import io.agencyos.application.outreach.engine.Outlet;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.engine.TouchCases;
import io.agencyos.application.outreach.gate.GateKeeping;
import io.agencyos.application.outreach.gate.NextSteps;
import io.agencyos.application.outreach.gate.Refusals;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.domain.campaign.enrolment.DueDates;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentEvent;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * T1 of the messages that follow an accepted invitation: they stand beside the steps, so nothing of the sequence hangs on
 * their end. Each that comes due is planned, given up or put off, so that none is looked at in vain for ever. Source:
 * outreach 11.4, 2.5 {@code linkedin_accepted}.
 */
final class PlanFollowUps {

    private static final Duration LOOKED_AT_AGAIN = Duration.ofHours(1);

    private final Engine engine;

    PlanFollowUps(Engine engine) {
        this.engine = engine;
    }

    /** Plans those that are due; answers how many were settled. */
    int plan(Setting setting, int limit) {
        ClientId client = setting.id();
        Instant now = setting.now();
        Instant until = horizon(setting);
        Map<LeadId, Instant> read = seats().followUpsDue(client, until, limit);
        if (read.isEmpty()) {
            return 0;
        }
        Due found = found(client, read);
        // another planner may have planned them between the read and the locks
        Map<LeadId, Instant> due = stillDue(read, seats().followUps(client, read.keySet()), until);
        Changes changes = engine.changes(client, now);
        Map<LeadId, Optional<Instant>> settled = new LinkedHashMap<>();
        List<TouchCases.Pair> pairs = new ArrayList<>();
        due.forEach((lead, at) -> {
            Enrolment run = found.runs().get(lead);
            if (run == null || isOver(run, found)) {
                settled.put(lead, Optional.empty());
            } else if (!run.state().maySend() || found.underWay().contains(run.id())) {
                settled.put(lead, Optional.of(lookedAtAgain(setting)));
            } else {
                pairs.add(new TouchCases.Pair(touch(run, at, found.attempts(), now), run));
            }
        });
        engine.cases()
                .before(Gate.PLAN, setting, pairs)
                .forEach(asked -> settled.put(asked.touch().leadId(), plan(asked, due, setting, changes)));
        seats().putFollowUps(client, settled);
        changes.flush();
        return read.size();
    }

    /** What is due until then is planned now. */
    private static Instant horizon(Setting setting) {
        return setting.now().plus(PlanTouches.ahead(setting));
    }

    /** When something that waits has to be due so that it is not read before an hour has passed. */
    private static Instant lookedAtAgain(Setting setting) {
        return horizon(setting).plus(LOOKED_AT_AGAIN);
    }

    /** In the order in which they fell due, whatever the order in which they are read again. */
    private static Map<LeadId, Instant> stillDue(Map<LeadId, Instant> read, Map<LeadId, Instant> now, Instant until) {
        Map<LeadId, Instant> due = new LinkedHashMap<>();
        read.keySet().stream()
                .filter(lead -> now.containsKey(lead) && !now.get(lead).isAfter(until))
                .forEach(lead -> due.put(lead, now.get(lead)));
        return due;
    }

    private Outlet seats() {
        return engine.outlets().of(Channel.LINKEDIN);
    }

    /** What is read once for all, the runs under their locks. */
    private record Due(
            Map<LeadId, Enrolment> runs,
            Set<EnrolmentId> underWay,
            Map<Touches.StepKey, Integer> attempts,
            Set<Touches.StepKey> settled) {}

    private Due found(ClientId client, Map<LeadId, Instant> due) {
        Map<LeadId, Enrolment> runs = engine.stores().enrolments().lockLive(client, due.keySet()).stream()
                .collect(Collectors.toMap(Enrolment::leadId, Function.identity()));
        List<EnrolmentId> ids = runs.values().stream().map(Enrolment::id).toList();
        Set<EnrolmentId> underWay = engine.stores().touches().lockLive(client, ids).stream()
                .map(Touch::enrolmentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Due(
                runs,
                underWay,
                engine.stores().touches().attempts(client, ids),
                engine.stores().touches().settled(client, ids));
    }

    /**
     * Whoever answered is not written to so, nor who was not invited in this run, has this message, or may have, or got a
     * later one already.
     */
    private static boolean isOver(Enrolment run, Due found) {
        Optional<Integer> invitation = newest(run, TouchKind.LI_INVITE, found.attempts());
        return run.state() == EnrolmentState.AWAITING_OUTCOME
                || invitation.isEmpty()
                || found.settled().contains(new Touches.StepKey(run.id(), invitation.get(), TouchKind.LI_MESSAGE))
                || newest(run, TouchKind.LI_MESSAGE, found.attempts())
                        .filter(step -> step > invitation.get())
                        .isPresent();
    }

    private static Optional<Integer> newest(Enrolment run, TouchKind kind, Map<Touches.StepKey, Integer> attempts) {
        return attempts.keySet().stream()
                .filter(key -> key.enrolment().equals(run.id()) && key.kind() == kind)
                .map(Touches.StepKey::stepNo)
                .max(Integer::compare);
    }

    private Touch touch(Enrolment run, Instant at, Map<Touches.StepKey, Integer> attempts, Instant now) {
        int step = newest(run, TouchKind.LI_INVITE, attempts).orElseThrow();
        int attempt = attempts.getOrDefault(new Touches.StepKey(run.id(), step, TouchKind.LI_MESSAGE), 0) + 1;
        return Touch.planned(
                new TouchId(engine.ids().next()),
                run,
                TouchOrigin.FOLLOW_UP,
                TouchKind.LI_MESSAGE,
                step,
                attempt,
                at,
                null,
                now);
    }

    /** Answers when it comes up again. */
    private static Optional<Instant> plan(GateCase asked, Map<LeadId, Instant> due, Setting setting, Changes changes) {
        TouchCase one = asked.one();
        Instant at = Objects.requireNonNull(due.get(one.touch().leadId()));
        return switch (GateKeeping.ask(Gate.PLAN, one.touch(), asked.facts(), changes)) {
            case GateAnswer.Passed passed -> {
                Instant from = at.isBefore(setting.now()) ? setting.now() : at;
                Instant opens = one.calendar().nextOpening(from).orElse(from);
                changes.plan(TouchMachine.scheduled(one.touch(), opens));
                if (one.campaign() != null && one.campaign().sequence().adaptive()) {
                    changes.on(one.enrolment(), after(opens, one, setting));
                }
                yield Optional.empty();
            }
            case GateAnswer.Refused refused -> refused(asked, refused, setting, changes);
        };
    }

    private static Optional<Instant> refused(
            GateCase asked, GateAnswer.Refused refused, Setting setting, Changes changes) {
        return switch (refused.action()) {
            case SKIP, FAIL -> {
                changes.plan(asked.touch());
                GateKeeping.refuse(asked, refused, setting, changes);
                yield Optional.empty();
            }
            case STOP -> {
                changes.on(asked.one().enrolment(), Refusals.end(refused.code()));
                yield Optional.empty();
            }
            case CANCEL_TOUCH -> Optional.empty();
            case DEFER, HOLD, REDRAFT, RESELECT_SENDER ->
                Optional.of(refused.until() == null ? lookedAtAgain(setting) : refused.until());
        };
    }

    /** For whose next step, of those that are about to be planned, such a message goes first, and when that is due. */
    Map<LeadId, Instant> before(List<TouchCases.Pair> pairs, Setting setting) {
        List<LeadId> asked = pairs.stream()
                .filter(pair -> setting.campaign(pair.touch().campaignId())
                        .filter(campaign -> campaign.sequence().adaptive())
                        .isPresent())
                .map(pair -> pair.touch().leadId())
                .toList();
        return asked.isEmpty() ? Map.of() : new HashMap<>(seats().followUps(setting.id(), asked));
    }

    /** The next step stands two days behind the message. */
    static EnrolmentEvent after(Instant message, TouchCase one, Setting setting) {
        Enrolment run = one.enrolment();
        Instant from = message.isBefore(setting.now()) ? setting.now() : message;
        LocalDate date = LocalDate.ofInstant(from, one.place().zone()).plusDays(DueDates.AFTER_FOLLOW_UP_DAYS);
        Instant planned = run.nextDueAt();
        Instant due = one.sequence() == null || run.nextStep() == null
                ? from
                : NextSteps.due(run, one.sequence().step(run.nextStep()), one.campaign(), one.place(), setting, date);
        return new EnrolmentEvent.Redated(planned != null && planned.isAfter(due) ? planned : due);
    }
}
