package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.GateCase;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.engine.TouchCases;
import io.agencyos.application.outreach.gate.Capacity;
import io.agencyos.application.outreach.gate.NextSteps;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.calendar.LeadPlaces;
import io.agencyos.domain.outreach.calendar.SendCalendar;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.gate.Gatekeeper;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the gate of the commit, touch after touch, with budgets that are counted down and forgotten. */
final class PreviewOutreachService implements PreviewOutreach {

    private static final Set<TouchState> WAITING =
            Set.of(TouchState.PLANNED, TouchState.AWAITING_APPROVAL, TouchState.READY);

    private final Engine engine;
    private final PlanTouches planning;

    PreviewOutreachService(Engine engine, PlanTouches planning) {
        this.engine = engine;
        this.planning = planning;
    }

    @Override
    public List<Line> on(TenantScope scope, LocalDate day) {
        Holidays holidays = engine.holidays();
        return engine.inTenant(scope.clientId(), () -> {
            Instant now = engine.clock().now();
            ZoneId zone = zone(scope);
            Instant begins = day.atStartOfDay(zone).toInstant();
            Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
            Instant from = begins.isAfter(now) ? begins : now;
            return from.isBefore(ends)
                    ? lines(engine.setting(scope.clientId(), Setting.Hold.READ, holidays, from), ends)
                    : List.of();
        });
    }

    @Override
    public LocalDate tomorrow(TenantScope scope) {
        return LocalDate.ofInstant(engine.clock().now(), engine.inTenant(scope.clientId(), () -> zone(scope)))
                .plusDays(1);
    }

    private ZoneId zone(TenantScope scope) {
        return engine.world()
                .clients()
                .find(scope.clientId())
                .map(Client::timezone)
                .orElse(LeadPlaces.SYDNEY);
    }

    private List<Line> lines(Setting setting, Instant ends) {
        List<TouchCases.Pair> planned = planned(setting, ends);
        List<TouchCases.Pair> pairs = Stream.concat(planned.stream(), planning.upcoming(setting, ends, MOST).stream())
                .sorted(Comparator.comparing(
                                (TouchCases.Pair pair) -> pair.touch().scheduledAt())
                        .thenComparing(pair -> pair.touch().idempotencyKey()))
                .limit(MOST)
                .toList();
        List<GateCase> cases = engine.cases().before(Gate.COMMIT, setting, pairs);
        Capacity capacity = Capacity.of(
                engine,
                setting,
                pairs.stream().map(pair -> pair.touch().campaignId()).distinct().toList(),
                cases.stream().map(GateCase::one).toList());
        Set<TouchId> known = planned.stream().map(pair -> pair.touch().id()).collect(Collectors.toSet());
        return cases.stream()
                .map(asked -> new Dated(asked, opened(asked.one(), setting)))
                .filter(dated -> dated.touch().scheduledAt().isBefore(ends))
                .map(dated -> line(dated, known.contains(dated.touch().id()), capacity, setting))
                .sorted(Comparator.comparing(Line::at))
                .toList();
    }

    /** @param touch at the minute at which it would leave */
    private record Dated(GateCase asked, Touch touch) {}

    /** What waits for an hour at which nothing leaves goes when the next window opens, which may be on another day. */
    private static Touch opened(TouchCase one, Setting setting) {
        Touch touch = PlanTouches.redated(one, setting);
        SendCalendar calendar = one.calendar();
        return calendar.at(touch.scheduledAt()) == SendCalendar.Closure.OPEN
                ? touch
                : TouchMachine.scheduled(
                        touch, NextSteps.from(calendar, setting, touch.idempotencyKey(), touch.scheduledAt()));
    }

    private Line line(Dated dated, boolean planned, Capacity capacity, Setting setting) {
        GateCase asked = dated.asked();
        Touch touch = dated.touch();
        Optional<ResourceId> sender = capacity.sender(asked.one());
        GateFacts facts = capacity.facts(asked, sender);
        GateAnswer answer = Gatekeeper.evaluate(
                Gate.COMMIT,
                touch.origin(),
                // what is to be written until then is no obstacle
                touch.content() == null ? facts.written() : facts,
                touch.scheduledAt());
        boolean leaves = answer instanceof GateAnswer.Passed;
        if (leaves) {
            sender.ifPresent(from -> capacity.take(asked.one(), from));
        }
        return new Line(
                planned ? touch.id() : null,
                touch.leadId(),
                touch.campaignId(),
                touch.kind(),
                touch.stepNo(),
                touch.scheduledAt(),
                sender.flatMap(from -> engine.outlets().of(touch).shown(from, setting))
                        .orElse(null),
                answer instanceof GateAnswer.Refused refused ? refused : null);
    }

    /** What has a touch already; what is overdue leaves as soon as it may. */
    private List<TouchCases.Pair> planned(Setting setting, Instant ends) {
        List<Touch> touches =
                engine
                        .stores()
                        .touches()
                        .list(setting.id(), new Touches.Filter(null, null, WAITING), null, MOST)
                        .stream()
                        .filter(touch -> touch.enrolmentId() != null
                                && touch.scheduledAt().isBefore(ends))
                        .toList();
        Map<EnrolmentId, Enrolment> runs = engine
                .stores()
                .enrolments()
                .lockAll(
                        setting.id(),
                        touches.stream().map(Touch::enrolmentId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Enrolment::id, Function.identity()));
        return touches.stream()
                .filter(touch -> runs.containsKey(touch.enrolmentId()))
                .map(touch -> new TouchCases.Pair(touch, runs.get(touch.enrolmentId())))
                .toList();
    }
}
