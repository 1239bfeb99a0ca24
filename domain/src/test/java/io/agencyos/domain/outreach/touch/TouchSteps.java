package io.agencyos.domain.outreach.touch;

import io.agencyos.domain.outreach.touch.TouchWorld.At;
import io.agencyos.domain.outreach.touch.TouchWorld.Dispatcher;
import io.agencyos.domain.outreach.touch.TouchWorld.Other;
import io.agencyos.domain.outreach.touch.TouchWorld.Reconciler;
import io.agencyos.domain.outreach.touch.TouchWorld.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Whatever may happen next in a world: T1 to T7 by two dispatchers and two reconcilers, the vendor's answers and late
 * events, a stop, a change of mode or limit, and the end of any process at any point. Source: outreach 4.3, 4.6.
 */
final class TouchSteps {

    /** @param benign whether it also happens where nothing fails and nobody acts */
    record Step(String what, boolean benign, TouchWorld to) {}

    /**
     * How far a walk goes.
     *
     * @param calls after so many it ends
     * @param surroundings whether limits and modes change, gate C defers and another touch wants to leave as well
     */
    record Scope(int calls, boolean surroundings) {}

    private final TouchProtocol protocol;
    private final Scope scope;
    private final TouchWorld world;
    private final List<Step> all = new ArrayList<>();

    private TouchSteps(TouchProtocol protocol, Scope scope, TouchWorld world) {
        this.protocol = protocol;
        this.scope = scope;
        this.world = world;
    }

    static List<Step> from(TouchWorld world, TouchProtocol protocol, Scope scope) {
        TouchSteps steps = new TouchSteps(protocol, scope, world);
        steps.plan();
        steps.vendor();
        steps.stop();
        if (scope.surroundings()) {
            steps.people();
            steps.otherTouch();
        }
        for (int d = 0; d < world.dispatchers().size(); d++) {
            steps.dispatcher(d, world.dispatchers().get(d));
        }
        for (int r = 0; r < world.reconcilers().size(); r++) {
            steps.reconciler(r, world.reconcilers().get(r));
        }
        return steps.all;
    }

    private void plan() {
        Touch touch = world.touch();
        moved("T2 drafted", true, world, protocol.drafted(touch));
        TouchWorld.Books books = world.books();
        if (!world.stopped() && protocol.mayReserve(books.reserved(), books.used(), books.limit())) {
            String other = "a".equals(touch.frozen().planKey()) ? "b" : "a";
            moved(
                    "T3",
                    true,
                    world.books(books.reserve()),
                    protocol.commit(touch, new Touch.Frozen(null, null, other)));
        }
        if (touch.state() == TouchState.DISPATCHING
                && world.tokenHeld() > 0
                && world.truth(world.tokenHeld()) != Truth.BEGUN) {
            int call = world.tokenHeld();
            // the start deadline is over long before the lease is
            TouchWorld later = world.truth(call) == Truth.STARTED ? world.call(call, Truth.NEVER_BEGUN) : world;
            moved("T6 lease expired", true, later, protocol.leaseExpired(touch));
        }
    }

    private void people() {
        Touch touch = world.touch();
        int limit = world.books().limit();
        add(
                "limit changes to " + (1 - limit),
                limit == 0,
                world.books(world.books().limit(1 - limit)));
        if (!world.stopped()) {
            moved("mode becomes co_pilot", false, world, protocol.backToApproval(touch));
            moved("approved", true, world, protocol.approved(touch));
            moved("approval expired", true, world, protocol.approvalExpired(touch));
        }
    }

    private void stop() {
        if (world.stopped()) {
            return;
        }
        Touch touch = world.touch();
        TouchWorld stopped = world.stop();
        if (protocol.cancel(touch) instanceof TouchMove.Moved withdrawn) {
            add("T7 stop", false, stopped.moved(withdrawn));
        } else if (touch.state() == TouchState.EXPIRED) {
            add("T7 stop", false, stopped.books(world.books().after(List.of(TouchEffect.STEP_REFUSED))));
        } else {
            add("T7 stop", false, stopped);
        }
    }

    private void vendor() {
        if (world.accepted()) {
            proof("webhook", true, world);
        }
        for (int call = 1; call <= TouchWorld.CALLS; call++) {
            if (world.truth(call) == Truth.BEGUN && !world.dispatchers().contains(new Dispatcher(At.CALLING, call))) {
                // the process died in the middle of its call; the vendor goes on with it or not
                add("accepted unheard", true, world.call(call, Truth.ACCEPTED));
                add("lost unheard", false, world.call(call, Truth.NOT_ACCEPTED));
            }
        }
    }

    private void otherTouch() {
        boolean free = !protocol.looksAtOtherTouches() || world.touch().state() != TouchState.DISPATCHING;
        if (world.other() == Other.QUEUED && free) {
            add("T4 of another touch", false, world.other(Other.DISPATCHING));
        } else if (world.other() == Other.DISPATCHING) {
            add("T5 of another touch", true, world.other(Other.SENT));
        }
    }

    private void dispatcher(int d, Dispatcher me) {
        UUID self = TouchWorld.dispatcher(d);
        if (me.at() != At.IDLE) {
            add("dispatcher " + d + " dies", false, world.idle(d));
        }
        switch (me.at()) {
            case IDLE -> {
                Touch touch = world.touch();
                if (protocol.claim(touch, self, TouchProtocol.NOW.plusSeconds(1)) instanceof TouchMove.Moved taken) {
                    // whatever time the claim has left, the walk lets it run out at any moment
                    Touch claimed = taken.touch()
                            .change()
                            .lease(new Touch.Lease(self, TouchProtocol.NOW))
                            .done();
                    add(
                            "dispatcher " + d + " claims",
                            true,
                            world.moved(new TouchMove.Moved(claimed, List.of())).dispatcher(d, At.CLAIMED, 0));
                }
            }
            case CLAIMED -> start(d, self);
            case STARTED -> {
                if (world.truth(me.call()) == Truth.STARTED) {
                    add(
                            "dispatcher " + d + " begins its call",
                            true,
                            world.call(me.call(), Truth.BEGUN).dispatcher(d, At.CALLING, me.call()));
                } else {
                    add("dispatcher " + d + " is past its start deadline", true, world.idle(d));
                }
            }
            case CALLING -> answers(d, me.call());
            case ANSWERED -> outcome(d, me.call());
            case LOST ->
                movedOrNot(
                        "T5 ambiguous", world.idle(d), protocol.ambiguous(world.touch(), TouchWorld.token(me.call())));
        }
    }

    private void start(int d, UUID self) {
        TouchWorld idle = world.idle(d);
        Touch touch = world.touch();
        Touch.Lease lease = touch.lease();
        int call = touch.dispatchCount() + 1;
        if (touch.state() != TouchState.QUEUED
                || lease == null
                || !lease.token().equals(self)) {
            add("dispatcher " + d + " lost its claim", true, idle);
            return;
        }
        if (call > scope.calls()) {
            return;
        }
        if (protocol.looksAtOtherTouches() && world.other() == Other.DISPATCHING) {
            moved("T4 drops its claim", true, idle, protocol.dropClaim(touch, self));
            return;
        }
        if (world.stopped() && protocol.asksGateC()) {
            moved("gate C stops", true, idle, protocol.cancel(touch));
            return;
        }
        if (scope.surroundings()) {
            moved("gate C defers", false, idle, protocol.defer(touch));
        }
        moved(
                "T4",
                true,
                world.call(call, Truth.STARTED).dispatcher(d, At.STARTED, call),
                protocol.start(touch, self, TouchWorld.token(call)));
    }

    private void answers(int d, int call) {
        add("accepted", true, world.call(call, Truth.ACCEPTED).dispatcher(d, At.ANSWERED, call));
        add("accepted, answer lost", false, world.call(call, Truth.ACCEPTED).dispatcher(d, At.LOST, call));
        add("busy", false, world.call(call, Truth.NOT_ACCEPTED).dispatcher(d, At.ANSWERED, call));
        add("request lost", false, world.call(call, Truth.NOT_ACCEPTED).dispatcher(d, At.LOST, call));
        add("rejected", true, world.call(call, Truth.REJECTED).dispatcher(d, At.ANSWERED, call));
    }

    private void outcome(int d, int call) {
        TouchWorld idle = world.idle(d);
        UUID token = TouchWorld.token(call);
        switch (world.truth(call)) {
            case ACCEPTED -> proof("T5 accepted", true, idle);
            case NOT_ACCEPTED ->
                movedOrNot(
                        "T5 not accepted",
                        idle.recorded(call),
                        protocol.notAccepted(world.touch(), token, world.stopCode()));
            case REJECTED -> movedOrNot("T5 rejected", idle.recorded(call), protocol.rejected(world.touch(), token));
            case NONE, STARTED, BEGUN, NEVER_BEGUN -> throw new IllegalStateException("no answer without a call");
        }
    }

    private void reconciler(int r, Reconciler me) {
        TouchWorld idle = world.reconciler(r, Reconciler.IDLE);
        if (me.call() == 0) {
            if (world.touch().state() == TouchState.UNKNOWN && world.tokenHeld() > 0) {
                add("reconciler " + r + " reads", true, world.reconciler(r, new Reconciler(world.tokenHeld(), null)));
            }
            return;
        }
        Boolean found = me.found();
        if (found == null) {
            add("reconciler " + r + " dies", false, idle);
            lookUp(r, me.call(), world.accepted());
            if (world.accepted() && !protocol.lookUpIsHonest()) {
                lookUp(r, me.call(), false);
            }
        } else if (found) {
            proof("found", true, idle);
            add("reconciler " + r + " dies", false, idle);
        } else {
            TouchMove move = protocol.absent(world.touch(), TouchWorld.token(me.call()), world.stopCode());
            if (move instanceof TouchMove.Moved believed) {
                boolean askedAgain = believed.touch().state() == TouchState.UNKNOWN;
                add(
                        askedAgain ? "absent once" : "absent is believed",
                        true,
                        (askedAgain ? idle : idle.believedAbsent(me.call())).moved(believed));
            }
            add("absent is dropped", !(move instanceof TouchMove.Moved), idle);
        }
    }

    private void lookUp(int r, int call, boolean found) {
        add(
                "reconciler " + r + (found ? " finds it" : " finds nothing"),
                true,
                world.reconciler(r, new Reconciler(call, found)));
    }

    private void proof(String what, boolean benign, TouchWorld from) {
        TouchWorld told = from.proof();
        TouchMove move = protocol.evidence(world.touch());
        add(what, benign, move instanceof TouchMove.Moved moved ? told.moved(moved) : told);
    }

    /** The step happens only where the transition holds. */
    private void moved(String what, boolean benign, TouchWorld from, TouchMove move) {
        if (move instanceof TouchMove.Moved moved) {
            add(what, benign, from.moved(moved));
        }
    }

    /** A refused transition changes nothing but the process that asked for it. */
    private void movedOrNot(String what, TouchWorld from, TouchMove move) {
        add(what, true, move instanceof TouchMove.Moved moved ? from.moved(moved) : from);
    }

    private void add(String what, boolean benign, TouchWorld to) {
        if (!to.equals(world)) {
            all.add(new Step(what, benign, to));
        }
    }
}
