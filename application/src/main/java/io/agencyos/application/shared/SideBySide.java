package io.agencyos.application.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Several pieces of work at once, a few under way at a time; a single piece stays on the caller's thread. */
public final class SideBySide {

    private static final int USUALLY = 4;

    private final int atOnce;

    public SideBySide() {
        this(USUALLY);
    }

    /** @param atOnce how many may be under way; one at a time they stay on the caller's thread */
    public SideBySide(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Returns when all are done; the first failure is passed on after that. */
    public <T> void run(Collection<T> pieces, Consumer<T> work) {
        if (pieces.size() < 2 || atOnce < 2) {
            pieces.forEach(work);
            return;
        }
        Semaphore places = new Semaphore(atOnce);
        List<Future<?>> underWay = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T piece : pieces) {
                underWay.add(threads.submit(() -> {
                    places.acquireUninterruptibly();
                    try {
                        work.accept(piece);
                    } finally {
                        places.release();
                    }
                }));
            }
        }
        underWay.forEach(SideBySide::done);
    }

    private static void done(Future<?> piece) {
        try {
            piece.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while others worked", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
