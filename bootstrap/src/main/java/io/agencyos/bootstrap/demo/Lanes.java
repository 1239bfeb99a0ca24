package io.agencyos.bootstrap.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads on which work is done side by side. */
final class Lanes implements AutoCloseable {

    /** Of the system's own kind: a lane asks the database all day long, and a virtual thread pays for every wait. */
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().name("client-", 1).factory());

    /** Work that is done one after the other, in the order in which it was given; after a failure nothing more is done. */
    final class Lane {

        private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

        /** Does it after all that was given before. */
        void then(Runnable work) {
            last = last.thenRunAsync(work, threads);
        }

        /** What was given to it until now, to be awaited without what is given to it later. */
        Lane soFar() {
            Lane given = new Lane();
            given.last = last;
            return given;
        }
    }

    Lane lane() {
        return new Lane();
    }

    /** Does all of it at the same time, and returns when all of it is over; fails as the first of it failed. */
    void all(List<Runnable> work) {
        List<Lane> running = new ArrayList<>();
        for (Runnable one : work) {
            Lane lane = lane();
            lane.then(one);
            running.add(lane);
        }
        await(running);
    }

    /** Returns when all that was given to these lanes is over; fails as the first of them failed. */
    static void await(List<Lane> lanes) {
        for (Lane lane : lanes) {
            try {
                lane.last.join();
            } catch (CompletionException failed) {
                throw new IllegalStateException("the demonstration stops", failed.getCause());
            }
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
