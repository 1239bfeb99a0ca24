package io.agencyos.adapters.in.http.server;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How long one request may work. Whatever it waits for then is interrupted: a question to the database breaks off with its
 * connection and is rolled back, a call to a vendor is told like one that timed out. What streams or sends a file afterwards
 * takes its time. Source: api 1.8.
 */
final class Budget implements AutoCloseable {

    private final long nanos;
    private final long lookEveryMs;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final Thread watch;

    /** A request at work on its thread. */
    private static final class Running {

        private final Thread worker = Thread.currentThread();
        private final long began = System.nanoTime();
        private boolean over;
        private boolean spent;

        private synchronized void interruptIfOlderThan(long nanos) {
            if (!over && !spent && System.nanoTime() - began > nanos) {
                spent = true;
                worker.interrupt();
            }
        }

        /** Afterwards nobody is interrupted any more; whether somebody was. */
        private synchronized boolean end() {
            over = true;
            return spent;
        }
    }

    /** The request took longer than it may. */
    static final class Spent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Spent(Throwable cause) {
            super("the request's time is over", cause);
        }
    }

    Budget(Duration each) {
        nanos = each.toNanos();
        lookEveryMs = Math.clamp(each.dividedBy(10).toMillis(), 1, 1_000);
        watch = Thread.ofVirtual().name("request-budget").unstarted(this::look);
    }

    void start() {
        watch.start();
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(lookEveryMs);
                running.forEach(request -> request.interruptIfOlderThan(nanos));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does the work; what fails because its time was over fails as {@link Spent}. */
    <T> T within(Supplier<T> work) {
        Running request = new Running();
        running.add(request);
        try {
            return work.get();
        } catch (RuntimeException failure) {
            throw request.end() ? new Spent(failure) : failure;
        } finally {
            running.remove(request);
            if (request.end()) {
                Thread.interrupted();
            }
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
