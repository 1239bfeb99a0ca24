package io.agencyos.domain.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Walks every interleaving of one touch with two dispatchers, two reconcilers, late answers, vendor's events, a stop
 * and a crash at every step, and holds the invariants of outreach 4.8 in each state. The vendor keeps the two promises
 * of outreach 4.5: what it accepted is visible to the look-up, and no call begins after its start deadline.
 */
class TouchExplorationTest {

    private static final int CALLS = 3;
    private static final Instant NOW = Touches.NOON;

    /** What the world knows of one call; the product only learns it through answers, look-ups and events. */
    private enum Call {
        NONE,
        STARTED,
        BEGUN,
        ACCEPTED,
        NOT_ACCEPTED,
        REJECTED,
        NEVER_BEGUN
    }

    /** Where a dispatcher stands in its own memory. */
    private enum At {
        IDLE,
        CLAIMED,
        STARTED,
        CALLING,
        ANSWERED,
        LOST
    }

    /** One dispatcher: where it stands and with which call (index from 1, 0 for none). */
    private record Dispatcher(At at, int call) {
        static final Dispatcher IDLE = new Dispatcher(At.IDLE, 0);
    }

    /** One reconciler: the token that it read before its look-up, and the answer once it has one. */
    private record Reconciler(int call, @Nullable Boolean found) {
        static final Reconciler IDLE = new Reconciler(0, null);
    }

    private record World(
            Touch touch,
            boolean reserved,
            int used,
            int contacts,
            boolean stopped,
            List<Call> calls,
            List<Dispatcher> dispatchers,
            List<Reconciler> reconcilers) {}

    @Test // outreach 4.8 I1, I5, I6, I7, I8, I11, I12
    void no_interleaving_sends_twice_loses_a_touch_or_leaks_quota() {
        World start = new World(
                Touches.ready(),
                false,
                0,
                0,
                false,
                new ArrayList<>(List.of(Call.NONE, Call.NONE, Call.NONE)),
                List.of(Dispatcher.IDLE, Dispatcher.IDLE),
                List.of(Reconciler.IDLE, Reconciler.IDLE));
        Map<World, List<World>> next = new HashMap<>();
        Deque<World> open = new ArrayDeque<>(List.of(start));
        next.put(start, List.of());
        while (!open.isEmpty()) {
            World world = open.poll();
            holdsInvariants(world);
            List<World> successors = successors(world);
            next.put(world, successors);
            for (World successor : successors) {
                staysTerminal(world, successor);
                if (next.putIfAbsent(successor, List.of()) == null) {
                    open.add(successor);
                }
            }
        }
        assertThat(next.size()).as("the walk is not vacuous").isGreaterThan(10_000);
        everyStateCanEnd(next);
    }

    private static void holdsInvariants(World world) {
        Touch touch = world.touch();
        long accepted =
                world.calls().stream().filter(call -> call == Call.ACCEPTED).count();
        assertThat(accepted).as("I8: accepted twice in %s", world).isLessThanOrEqualTo(1);
        assertThat(world.contacts()).as("I5: %s", world).isEqualTo(touch.state() == TouchState.SENT ? 1 : 0);
        boolean holding = touch.state() == TouchState.QUEUED || touch.state().isInFlight();
        assertThat(world.reserved()).as("I6 reserved: %s", world).isEqualTo(holding);
        assertThat(world.used())
                .as("I6 used: %s", world)
                .isEqualTo(touch.state().countsAsSent() ? 1 : 0);
        if (accepted == 1) {
            assertThat(touch.state())
                    .as("an accepted call is never taken for nothing: %s", world)
                    .isIn(TouchState.DISPATCHING, TouchState.UNKNOWN, TouchState.SENT, TouchState.ABANDONED);
        }
    }

    private static void staysTerminal(World before, World after) {
        if (before.touch().state().isTerminal()) {
            assertThat(after.touch().state()).as("I7").isEqualTo(before.touch().state());
        }
    }

    /** I12: from everywhere a terminal state can be reached; the walk's own bound on calls counts as an end. */
    private static void everyStateCanEnd(Map<World, List<World>> next) {
        Map<World, List<World>> before = new HashMap<>();
        Deque<World> open = new ArrayDeque<>();
        next.forEach((world, successors) -> {
            successors.forEach(
                    s -> before.computeIfAbsent(s, any -> new ArrayList<>()).add(world));
            if (world.touch().state().isTerminal() || world.touch().dispatchCount() == CALLS) {
                open.add(world);
            }
        });
        Set<World> ending = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (World earlier : before.getOrDefault(open.poll(), List.of())) {
                if (ending.add(earlier)) {
                    open.add(earlier);
                }
            }
        }
        assertThat(ending.size())
                .as("I12: states from which an end can be reached")
                .isEqualTo(next.size());
    }

    private static List<World> successors(World world) {
        List<World> all = new ArrayList<>();
        commit(world, all);
        stop(world, all);
        expire(world, all);
        event(world, all);
        for (int d = 0; d < 2; d++) {
            dispatcher(world, d, all);
        }
        for (int r = 0; r < 2; r++) {
            reconciler(world, r, all);
        }
        return all;
    }

    private static void commit(World world, List<World> all) {
        if (!world.stopped()) {
            TouchMove move = TouchMachine.commit(
                    world.touch(), Touches.MAILBOX, null, "priya@harbourlane.example", Touch.Frozen.NOTHING);
            if (move instanceof TouchMove.Moved moved) {
                all.add(new World(
                        moved.touch(),
                        true,
                        world.used(),
                        world.contacts(),
                        false,
                        world.calls(),
                        world.dispatchers(),
                        world.reconcilers()));
            }
        }
    }

    private static void stop(World world, List<World> all) {
        if (!world.stopped()) {
            World after = with(world, world.touch(), List.of(), true);
            TouchMove move = TouchMachine.cancel(world.touch(), "unsubscribed");
            all.add(
                    move instanceof TouchMove.Moved(Touch touch, var effects)
                            ? with(world, touch, effects, true)
                            : after);
        }
    }

    private static void expire(World world, List<World> all) {
        int call = tokenOf(world.touch());
        if (world.touch().state() == TouchState.DISPATCHING && world.calls().get(call - 1) != Call.BEGUN) {
            World timeGone =
                    world.calls().get(call - 1) == Call.STARTED ? withCall(world, call, Call.NEVER_BEGUN) : world;
            fold(
                    timeGone,
                    TouchMachine.leaseExpired(timeGone.touch(), NOW.plusSeconds(200), Duration.ofMinutes(10)),
                    all);
        }
    }

    private static void event(World world, List<World> all) {
        if (world.calls().contains(Call.ACCEPTED)) {
            fold(world, TouchMachine.evidence(world.touch(), "ref", NOW), all);
        }
        int left = world.calls().indexOf(Call.BEGUN) + 1;
        if (left > 0 && !world.dispatchers().contains(new Dispatcher(At.CALLING, left))) {
            // the process died in the middle of its call; the vendor goes on with it or not
            all.add(withCall(world, left, Call.ACCEPTED));
            all.add(withCall(world, left, Call.NOT_ACCEPTED));
        }
    }

    private static void dispatcher(World world, int d, List<World> all) {
        Dispatcher me = world.dispatchers().get(d);
        UUID self = new UUID(1, d);
        if (me.at() != At.IDLE) {
            all.add(withDispatcher(world, d, Dispatcher.IDLE)); // crash
        }
        switch (me.at()) {
            case IDLE -> {
                if (TouchMachine.claim(world.touch(), self, NOW.plusSeconds(40)) instanceof TouchMove.Moved moved) {
                    Touch touch = moved.touch()
                            .change()
                            .lease(new Touch.Lease(self, NOW))
                            .done();
                    all.add(withDispatcher(
                            with(world, touch, List.of(), world.stopped()), d, new Dispatcher(At.CLAIMED, 0)));
                }
            }
            case CLAIMED -> start(world, d, self, all);
            case STARTED -> {
                if (world.calls().get(me.call() - 1) == Call.STARTED) {
                    all.add(withDispatcher(
                            withCall(world, me.call(), Call.BEGUN), d, new Dispatcher(At.CALLING, me.call())));
                }
            }
            case CALLING -> {
                for (Call outcome : List.of(Call.ACCEPTED, Call.NOT_ACCEPTED, Call.REJECTED)) {
                    World decided = withCall(world, me.call(), outcome);
                    all.add(withDispatcher(decided, d, new Dispatcher(At.ANSWERED, me.call())));
                    if (outcome != Call.REJECTED) {
                        all.add(withDispatcher(decided, d, new Dispatcher(At.LOST, me.call())));
                    }
                }
            }
            case ANSWERED -> answer(world, d, me.call(), all);
            case LOST ->
                fold(
                        withDispatcher(world, d, Dispatcher.IDLE),
                        TouchMachine.ambiguous(world.touch(), token(me.call()), NOW, "lost"),
                        all);
        }
    }

    private static void start(World world, int d, UUID self, List<World> all) {
        int call = world.touch().dispatchCount() + 1;
        if (call > CALLS || world.stopped() && world.touch().state() != TouchState.QUEUED) {
            return;
        }
        if (world.stopped()) {
            fold(withDispatcher(world, d, Dispatcher.IDLE), TouchMachine.cancel(world.touch(), "unsubscribed"), all);
            return;
        }
        TouchMove move = TouchMachine.start(world.touch(), self, token(call), "vendor", "1", NOW);
        if (move instanceof TouchMove.Moved moved) {
            World started = withCall(with(world, moved.touch(), List.of(), false), call, Call.STARTED);
            all.add(withDispatcher(started, d, new Dispatcher(At.STARTED, call)));
        }
    }

    private static void answer(World world, int d, int call, List<World> all) {
        World idle = withDispatcher(world, d, Dispatcher.IDLE);
        String stop = world.stopped() ? "unsubscribed" : null;
        fold(
                idle,
                switch (world.calls().get(call - 1)) {
                    case ACCEPTED -> TouchMachine.evidence(world.touch(), "ref", NOW);
                    case NOT_ACCEPTED -> TouchMachine.notAccepted(world.touch(), token(call), NOW, "busy", stop);
                    default -> TouchMachine.rejected(world.touch(), token(call), "recipient_rejected", "550", false);
                },
                all);
        all.add(idle);
    }

    private static void reconciler(World world, int r, List<World> all) {
        Reconciler me = world.reconcilers().get(r);
        if (me.call() == 0) {
            if (world.touch().state() == TouchState.UNKNOWN) {
                all.add(withReconciler(world, r, new Reconciler(tokenOf(world.touch()), null)));
            }
        } else if (me.found() == null) {
            all.add(withReconciler(
                    world, r, new Reconciler(me.call(), world.calls().contains(Call.ACCEPTED))));
            all.add(withReconciler(world, r, Reconciler.IDLE)); // crash
        } else {
            World idle = withReconciler(world, r, Reconciler.IDLE);
            fold(
                    idle,
                    me.found()
                            ? TouchMachine.evidence(world.touch(), "ref", NOW)
                            : TouchMachine.absent(
                                    world.touch(), token(me.call()), true, world.stopped() ? "unsubscribed" : null),
                    all);
            all.add(idle); // refused or dropped
        }
    }

    private static void fold(World world, TouchMove move, List<World> all) {
        if (move instanceof TouchMove.Moved(Touch touch, var effects)) {
            all.add(with(world, touch, effects, world.stopped()));
        }
    }

    private static World with(World world, Touch touch, List<TouchEffect> effects, boolean stopped) {
        boolean reserved = world.reserved();
        int used = world.used();
        int contacts = world.contacts();
        for (TouchEffect effect : effects) {
            switch (effect) {
                case RELEASE_QUOTA -> reserved = false;
                case USE_QUOTA -> {
                    reserved = false;
                    used++;
                }
                case RECORD_SENT -> contacts++;
                default -> {
                    // steps, tasks and alerts are not part of this walk
                }
            }
        }
        return new World(
                touch, reserved, used, contacts, stopped, world.calls(), world.dispatchers(), world.reconcilers());
    }

    private static World withCall(World world, int call, Call state) {
        Call[] calls = world.calls().toArray(Call[]::new);
        calls[call - 1] = state;
        return new World(
                world.touch(),
                world.reserved(),
                world.used(),
                world.contacts(),
                world.stopped(),
                Arrays.asList(calls),
                world.dispatchers(),
                world.reconcilers());
    }

    private static World withDispatcher(World world, int d, Dispatcher dispatcher) {
        Dispatcher[] both = world.dispatchers().toArray(Dispatcher[]::new);
        both[d] = dispatcher;
        return new World(
                world.touch(),
                world.reserved(),
                world.used(),
                world.contacts(),
                world.stopped(),
                world.calls(),
                Arrays.asList(both),
                world.reconcilers());
    }

    private static World withReconciler(World world, int r, Reconciler reconciler) {
        Reconciler[] both = world.reconcilers().toArray(Reconciler[]::new);
        both[r] = reconciler;
        return new World(
                world.touch(),
                world.reserved(),
                world.used(),
                world.contacts(),
                world.stopped(),
                world.calls(),
                world.dispatchers(),
                Arrays.asList(both));
    }

    private static UUID token(int call) {
        return new UUID(9, call);
    }

    private static int tokenOf(Touch touch) {
        Touch.Lease lease = touch.lease();
        return lease == null ? 0 : (int) lease.token().getLeastSignificantBits();
    }
}
