package io.agencyos.bootstrap.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads on which work is done side by side. */
final class Lanes implements AutoCloseable {

    /** Of the system's own kind: a lane asks the database all day long, and a virtual thread pays for every wait. */
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().name("client-", 1).factory());

    /** Does all of it at the same time, and returns when all of it is over; fails as the first of it failed. */
    void all(List<Runnable> work) {
        List<Future<?>> running = new ArrayList<>();
        work.forEach(one -> running.add(threads.submit(one)));
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("the demonstration stops", failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupted);
            }
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
