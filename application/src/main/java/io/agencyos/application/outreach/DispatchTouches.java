package io.agencyos.application.outreach;

import io.agencyos.application.outreach.engine.CallDesk;
import io.agencyos.application.outreach.engine.Changes;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.GateCase;
import io.agencyos.application.outreach.engine.Handover;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.engine.TouchCase;
import io.agencyos.application.outreach.gate.Capacity;
import io.agencyos.application.outreach.gate.GateKeeping;
import io.agencyos.application.outreach.store.CallLog;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.outreach.KillSwitches;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.gate.Gate;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.outreach.touch.TouchMove;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * T4, the call, T5. The marker that a call may be running is committed before the call, the outcome after it, and no
 * transaction is open in between. Source: outreach 4.3.
 */
final class DispatchTouches implements OutreachStage {

    private static final Duration ANOTHER_IN_FLIGHT = Duration.ofSeconds(60);

    private final Engine engine;
    private final VendorCalls calls;
    private final Outcomes outcomes;

    DispatchTouches(Engine engine, VendorCalls calls, Outcomes outcomes) {
        this.engine = engine;
        this.calls = calls;
        this.outcomes = outcomes;
    }

    @Override
    public int run(ClientId client, int limit) {
        Holidays holidays = engine.holidays();
        UUID dispatcher = engine.ids().next();
        List<Touch> claimed = engine.inTenant(client, () -> claim(client, dispatcher, limit));
        if (claimed.isEmpty()) {
            return 0;
        }
        VendorCalls.Deadline deadline = calls.deadline();
        List<VendorCalls.Begun> begun = engine.inTenant(client, () -> start(client, claimed, dispatcher, holidays));
        calls.make(begun, deadline, finished -> outcomes.fold(client, finished, holidays));
        return claimed.size();
    }

    /** The tiny transaction: nobody else works on these for the next 30 seconds. */
    private List<Touch> claim(ClientId client, UUID dispatcher, int limit) {
        Instant now = engine.clock().now();
        List<Touch> claimed = new ArrayList<>();
        for (Touch touch : engine.stores().touches().lockClaimable(client, now, limit)) {
            if (TouchMachine.claim(touch, dispatcher, now) instanceof TouchMove.Moved(Touch taken, var none)) {
                claimed.add(taken);
            }
        }
        engine.stores().touches().updateAll(claimed);
        return claimed;
    }

    private List<VendorCalls.Begun> start(ClientId client, List<Touch> claimed, UUID dispatcher, Holidays holidays) {
        Instant now = engine.clock().now();
        Changes changes = engine.changes(client, now);
        Engine.Locked locked = engine.lock(client, claimed, Setting.Hold.SHARE, holidays, now)
                .only(touch -> touch.state() == TouchState.QUEUED
                        && touch.lease() != null
                        && touch.lease().token().equals(dispatcher));
        Setting setting = locked.setting();
        List<GateCase> cases = engine.cases().before(Gate.DISPATCH, setting, locked.pairs());
        Batch batch = batch(client, cases, setting, locked);
        List<VendorCalls.Begun> begun = new ArrayList<>();
        List<CallLog.Call> log = new ArrayList<>();
        for (GateCase one : cases) {
            start(one, setting, batch, dispatcher, changes).ifPresent(call -> {
                begun.add(call);
                log.add(new CallLog.Call(
                        engine.ids().next(),
                        client,
                        one.touch().id(),
                        call.token(),
                        call.handover().vendor(),
                        "send",
                        call.handover().fingerprint(),
                        now));
            });
        }
        changes.flush();
        engine.stores().callLog().begin(log);
        begun.forEach(call -> expect(call, now));
        return begun;
    }

    /** What is paid by use is set aside before it is used. Source: vendor catalogue 6. */
    private void expect(VendorCalls.Begun call, Instant now) {
        Touch touch = call.touch();
        engine.outlets()
                .of(touch)
                .metered(touch)
                .ifPresent(use -> engine.world()
                        .meter()
                        .expect(
                                touch.clientId(),
                                touch.id().value(),
                                call.handover().vendor(),
                                use,
                                now));
    }

    /** What is read once for all touches of a batch. */
    private record Batch(
            Capacity capacity,
            Map<TouchId, List<Quotas.Counter>> held,
            Busy busy,
            Map<Channel, CallDesk> calls,
            Map<TouchId, Instant> firstBegun) {}

    /**
     * Whose calls may be running, and whose outcome nobody knows: no two calls of a run are made at once, and its steps wait
     * for what is unknown, but not what a person writes. Source: outreach 4.3 T4.
     */
    private record Busy(Set<EnrolmentId> calling, Set<EnrolmentId> unknown) {

        static Busy of(List<Touch> inFlight) {
            return new Busy(in(inFlight, TouchState.DISPATCHING), in(inFlight, TouchState.UNKNOWN));
        }

        private static Set<EnrolmentId> in(List<Touch> touches, TouchState state) {
            return touches.stream()
                    .filter(touch -> touch.state() == state)
                    .map(Touch::enrolmentId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(HashSet::new));
        }

        boolean keeps(TouchCase one) {
            EnrolmentId run = one.enrolment().id();
            return calling.contains(run) || one.touch().byHand() == null && unknown.contains(run);
        }
    }

    private Batch batch(ClientId client, List<GateCase> cases, Setting setting, Engine.Locked locked) {
        List<TouchCase> own = cases.stream().map(GateCase::one).toList();
        List<Touch> touches = own.stream().map(TouchCase::touch).toList();
        List<EnrolmentId> enrolments = cases.stream()
                .map(asked -> asked.one().enrolment().id())
                .distinct()
                .toList();
        Busy busy = Busy.of(engine.stores().touches().inFlightOf(client, enrolments));
        return new Batch(
                Capacity.of(engine, setting, locked.campaigns(), own),
                engine.stores()
                        .quotas()
                        .held(client, touches.stream().map(Touch::id).toList()),
                busy,
                engine.outlets().each(own, (outlet, batch) -> outlet.calls(setting, batch)),
                firstBegun(client, touches));
    }

    /** Of those that were called before, which are few. */
    private Map<TouchId, Instant> firstBegun(ClientId client, List<Touch> touches) {
        List<TouchId> again = touches.stream()
                .filter(touch -> touch.dispatchCount() > 0)
                .map(Touch::id)
                .toList();
        return again.isEmpty() ? Map.of() : engine.stores().callLog().firstBegun(client, again);
    }

    private Optional<VendorCalls.Begun> start(
            GateCase asked, Setting setting, Batch batch, UUID dispatcher, Changes changes) {
        TouchCase one = asked.one();
        Touch touch = one.touch();
        if (batch.busy().keeps(one)) {
            GateKeeping.apply(
                    TouchMachine.dropClaim(touch, dispatcher, changes.now().plus(ANOTHER_IN_FLIGHT)), changes);
            return Optional.empty();
        }
        if (!batch.capacity().current(touch, batch.held().getOrDefault(touch.id(), List.of()), one.campaign())) {
            // reserved for a period that is over: commit anew, from today's
            GateKeeping.apply(TouchMachine.defer(touch, changes.now(), "period_over"), changes);
            return Optional.empty();
        }
        if (wentOver(touch, setting)) {
            // committed before the test mode began or ended: to be fixed anew
            GateKeeping.apply(TouchMachine.defer(touch, changes.now(), "test_mode_changed"), changes);
            return Optional.empty();
        }
        if (setting.testMode().on() && !touch.isRedirected()) {
            // a call of it may have reached the lead: it stays what it is, and waits for the end of the tests
            GateKeeping.apply(
                    TouchMachine.dropClaim(touch, dispatcher, changes.now().plus(ANOTHER_IN_FLIGHT)), changes);
            return Optional.empty();
        }
        Optional<CallDesk.Line> line = Objects.requireNonNull(
                        batch.calls().get(touch.kind().channel()))
                .line(one);
        boolean stopped = line.filter(
                        found -> setting.switches().stops(touch.kind().channel(), found.vendor()))
                .isPresent();
        GateFacts again = batch.capacity().factsAgain(asked);
        GateFacts facts = stopped ? again.vendorStopped() : again;
        return switch (GateKeeping.ask(Gate.DISPATCH, touch, facts, changes)) {
            case GateAnswer.Refused refused -> {
                GateKeeping.refuse(asked, refused, setting, changes);
                yield Optional.empty();
            }
            case GateAnswer.Passed passed ->
                line.flatMap(found -> setting.switches()
                        .restored()
                        .filter(restored ->
                                restored.mayHaveLeft(touch, one.enrolment().createdAt()))
                        .map(restored -> asked(one, found, restored, dispatcher, changes))
                        .orElseGet(() -> begin(one, found, batch, dispatcher, changes)));
        };
    }

    /**
     * Treats a touch of a database that was restored as one whose first call had no answer: the look-up asks for it since the backup was
     * made, and it is made again only where it is proved absent. Source: outreach 4.6 row 13.
     */
    private Optional<VendorCalls.Begun> asked(
            TouchCase one, CallDesk.Line line, KillSwitches.Restored restored, UUID dispatcher, Changes changes) {
        UUID token = engine.ids().next();
        TouchMove move = TouchMachine.start(one.touch(), dispatcher, token, line.vendor(), line.slot(), changes.now());
        if (move instanceof TouchMove.Moved moved) {
            Touch started = changes.moved(moved);
            GateKeeping.apply(
                    TouchMachine.ambiguous(started, token, changes.now(), "restored: may have left before"), changes);
            engine.stores()
                    .callLog()
                    .begin(List.of(new CallLog.Call(
                            engine.ids().next(),
                            started.clientId(),
                            started.id(),
                            token,
                            line.vendor(),
                            "send",
                            "restored",
                            restored.lostSince())));
        }
        return Optional.empty();
    }

    private static boolean wentOver(Touch touch, Setting setting) {
        return touch.requeueCount() == 0
                && touch.isRedirected() != setting.testMode().on();
    }

    private Optional<VendorCalls.Begun> begin(
            TouchCase one, CallDesk.Line line, Batch batch, UUID dispatcher, Changes changes) {
        UUID token = engine.ids().next();
        String slot = line.slot();
        TouchMove move = TouchMachine.start(one.touch(), dispatcher, token, line.vendor(), slot, changes.now());
        if (!(move instanceof TouchMove.Moved moved)) {
            return Optional.empty();
        }
        batch.busy().calling().add(one.enrolment().id());
        batch.capacity().spend(one);
        Touch started = changes.moved(moved);
        Handover handover = line.handover(
                one.with(started),
                Objects.requireNonNullElse(started.vendorSlot(), slot),
                batch.firstBegun().getOrDefault(started.id(), changes.now()));
        return Optional.of(new VendorCalls.Begun(started, token, handover));
    }
}
