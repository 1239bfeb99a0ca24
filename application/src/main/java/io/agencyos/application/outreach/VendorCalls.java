package io.agencyos.application.outreach;

import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.engine.Handover;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchMachine;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Makes the calls of a batch, each on its own virtual thread, and hands their outcomes on as they come in, several at a
 * time where several are there. Source: outreach 4.3 V.
 */
final class VendorCalls {

    /**
     * The pause after which nobody waits for one more outcome: with as many as are taken together five seconds at most,
     * which is little against the lease of 90.
     */
    private static final Duration CLOSELY = Duration.ofMillis(100);

    private static final int TOGETHER = 50;

    private final LongSupplier nanoTime;

    /** {@code nanoTime} is the process's own monotonic clock: a moved or stepped clock must not start a call late. */
    VendorCalls(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A call whose marker is about to be committed. */
    record Begun(Touch touch, UUID token, Handover handover) {}

    /** What a call came to. */
    record Finished(Begun call, SendOutcome outcome) {}

    /** No request is begun after it. */
    final class Deadline {

        private final long end = nanoTime.getAsLong() + TouchMachine.START_DEADLINE.toNanos();

        boolean over() {
            return nanoTime.getAsLong() - end >= 0;
        }
    }

    /** Counts from now, which is before the marker is committed: early rather than late. */
    Deadline deadline() {
        return new Deadline();
    }

    /** Calls and folds until every call that was begun has ended. A call that comes too late is not made: T6 takes it. */
    void make(List<Begun> calls, Deadline deadline, Consumer<List<Finished>> fold) {
        BlockingQueue<List<Finished>> done = new LinkedBlockingQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Begun call : calls) {
                threads.execute(() -> make(call, deadline, done));
            }
            int open = calls.size();
            while (open > 0) {
                List<List<Finished>> arrived = gathered(done, open);
                open -= arrived.size();
                List<Finished> outcomes = arrived.stream().flatMap(List::stream).toList();
                if (!outcomes.isEmpty()) {
                    fold.accept(outcomes);
                }
            }
        }
    }

    /** Says that it ended however it ended: an outcome that never arrives is one that T6 finds out. */
    private static void make(Begun call, Deadline deadline, BlockingQueue<List<Finished>> done) {
        List<Finished> finished = List.of();
        try {
            if (!deadline.over()) {
                finished = List.of(finished(call));
            }
        } finally {
            done.add(finished);
        }
    }

    /** A defect in an adapter says nothing about whether the request left: that is what "unknown" is for. */
    private static Finished finished(Begun call) {
        try {
            return new Finished(call, call.handover().send());
        } catch (RuntimeException defect) {
            VendorFailure.Details details = VendorFailure.Details.of(
                            call.handover().vendor(), "send", defect.toString())
                    .asAmbiguous();
            return new Finished(call, new SendOutcome.Ambiguous(new VendorFailure.Unavailable(details)));
        }
    }

    /** The next outcome, and those that follow it closely: folding several costs hardly more than folding one. */
    private static List<List<Finished>> gathered(BlockingQueue<List<Finished>> done, int open) {
        List<List<Finished>> arrived = new ArrayList<>();
        arrived.add(take(done));
        try {
            while (arrived.size() < Math.min(open, TOGETHER)) {
                List<Finished> next = done.poll(CLOSELY.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    break;
                }
                arrived.add(next);
            }
        } catch (InterruptedException stopped) {
            // what is there is stored; the rest is waited for as before
            Thread.currentThread().interrupt();
        }
        return arrived;
    }

    private static List<Finished> take(BlockingQueue<List<Finished>> done) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return done.take();
                } catch (InterruptedException stopped) {
                    // calls that run cannot be called back; their outcomes are still worth storing
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
