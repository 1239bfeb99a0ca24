package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.GateCase;
import io.agencyos.application.outreach.engine.Outlet;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.gate.Capacity;
import io.agencyos.application.outreach.gate.GateKeeping;
import io.agencyos.application.outreach.gate.NextSteps;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateCode;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * T3, the commit to send: due touches pass gate B, get their sender, reserve what they use and are queued with everything
 * frozen that the call will carry. Follow-ups go before starts, spare capacity comes last. Source: outreach 4.3, PACE-3.
 */
final class CommitTouches implements OutreachStage {

    private static final Duration LOST_THE_RACE = Duration.ofMinutes(1);

    private static final Comparator<GateCase> FOLLOW_UPS_FIRST = Comparator.comparing(CommitTouches::spare)
            .thenComparing(asked -> asked.touch().isStart());

    private final Engine engine;

    CommitTouches(Engine engine) {
        this.engine = engine;
    }

    @Override
    public int run(ClientId client, int limit) {
        Holidays holidays = engine.holidays();
        List<SenderDesk.Errand> errands = new ArrayList<>();
        int found = engine.inTenant(client, () -> commit(client, limit, holidays, errands));
        errands.forEach(errand -> errand.run(engine));
        return found;
    }

    private int commit(ClientId client, int limit, Holidays holidays, List<SenderDesk.Errand> errands) {
        Instant now = engine.clock().now();
        List<Touch> due = engine.stores().touches().due(client, now, limit);
        if (due.isEmpty()) {
            return 0;
        }
        Changes changes = engine.changes(client, now);
        Engine.Locked locked = engine.lock(client, due, Setting.Hold.SHARE, holidays, now)
                .only(touch -> touch.state() == TouchState.READY
                        && !touch.scheduledAt().isAfter(now));
        Setting setting = locked.setting();
        List<GateCase> cases = new ArrayList<>(engine.cases().before(Gate.COMMIT, setting, locked.pairs()));
        Capacity capacity = Capacity.of(
                engine,
                setting,
                locked.campaigns(),
                cases.stream().map(GateCase::one).toList());
        cases.sort(FOLLOW_UPS_FIRST);
        Map<TouchId, Passed> passed = new LinkedHashMap<>();
        for (GateCase asked : cases) {
            TouchCase one = asked.one();
            Optional<ResourceId> sender = capacity.sender(one);
            switch (GateKeeping.ask(Gate.COMMIT, one.touch(), capacity.facts(asked, sender), changes)) {
                case GateAnswer.Refused refused -> GateKeeping.refuse(asked, refused, setting, changes);
                case GateAnswer.Passed nothing ->
                    sender.ifPresent(from -> capacity.turn(one, from)
                            .ifPresentOrElse(
                                    wait -> hold(one, wait, errands, changes),
                                    () -> passed.put(
                                            one.touch().id(), new Passed(one, from, capacity.take(one, from)))));
            }
        }
        queue(passed, setting, changes);
        if (!capacity.chosenUsed().isEmpty()) {
            engine.world().campaigns().sendersUsed(client, capacity.chosenUsed(), now);
        }
        begin(client, errands);
        changes.flush();
        return due.size();
    }

    private static void hold(TouchCase one, SenderDesk.Wait wait, List<SenderDesk.Errand> errands, Changes changes) {
        GateCode code = GateCode.rateLimit(one.touch().kind().channel());
        GateKeeping.defer(one, wait.until(), code.wire(), changes);
        if (wait.errand() != null) {
            errands.add(wait.errand());
        }
    }

    /** Those for which there is room are begun; the others are asked about again with their touches. */
    private void begin(ClientId client, List<SenderDesk.Errand> errands) {
        if (errands.isEmpty()) {
            return;
        }
        List<Quotas.Claim> claims =
                errands.stream().map(SenderDesk.Errand::claim).toList();
        Set<TouchId> full = engine.stores().quotas().reserve(client, claims).keySet();
        errands.removeIf(errand -> full.contains(errand.claim().touch()));
        engine.stores()
                .quotas()
                .use(
                        client,
                        errands.stream().map(errand -> errand.claim().touch()).toList());
        errands.forEach(SenderDesk.Errand::begin);
    }

    private record Passed(TouchCase one, ResourceId sender, List<Quotas.Bound> bounds) {}

    private static boolean spare(GateCase asked) {
        SequenceStep step = asked.one().step();
        return step != null && step.spareOnly() && asked.touch().kind() == TouchKind.EMAIL;
    }

    /** Whoever gets its units is queued; who lost them to another process in between asks again in a minute. */
    private void queue(Map<TouchId, Passed> passed, Setting setting, Changes changes) {
        Map<TouchId, Quotas.Counter> full = engine.stores()
                .quotas()
                .reserve(
                        setting.id(),
                        passed.values().stream()
                                .map(one -> new Quotas.Claim(one.one().touch().id(), one.bounds()))
                                .toList());
        passed.forEach((id, one) -> {
            TouchCase touch = one.one();
            if (full.containsKey(id)) {
                GateCode code = GateCode.rateLimit(touch.touch().kind().channel());
                GateKeeping.defer(touch, changes.now().plus(LOST_THE_RACE), code.wire(), changes);
            } else {
                queue(touch, one.sender(), setting, changes);
            }
        });
    }

    private static @Nullable String planKey(TouchCase one) {
        return one.sequence() == null
                ? null
                : one.sequence().steps().stream()
                        .map(step -> step.channel().wire())
                        .collect(Collectors.joining(">"));
    }

    private void queue(TouchCase one, ResourceId sender, Setting setting, Changes changes) {
        Lead lead = one.lead();
        Outlet outlet = engine.outlets().of(one.touch());
        Optional<String> recipient = outlet.recipient(one);
        if (lead == null || recipient.isEmpty()) {
            // gates 8 and 18 have seen both
            throw new IllegalStateException(
                    "a touch without recipient passed gate B: " + one.touch().id());
        }
        Touch.Frozen facts = new Touch.Frozen(
                lead.score() == null ? null : lead.score().id(),
                lead.score() == null ? null : lead.score().tier().wire(),
                planKey(one),
                NextSteps.basis(setting, one.touch().idempotencyKey()),
                setting.testMode().on()
                        ? setting.testMode()
                                .recipient(one.touch().kind().channel())
                                .orElseThrow()
                        : null);
        boolean queued =
                GateKeeping.apply(TouchMachine.commit(one.touch(), sender, null, recipient.get(), facts), changes);
        if (!queued) {
            throw new IllegalStateException(GateReason.CONTENT_MISSING.wire() + " passed gate B: "
                    + one.touch().id());
        }
        outlet.bound(sender).ifPresent(event -> changes.on(one.enrolment(), event));
        if (one.touch().carriesStep()) {
            changes.unblock(lead);
        }
    }
}
