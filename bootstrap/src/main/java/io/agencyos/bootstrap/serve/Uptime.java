package io.agencyos.bootstrap.serve;

import java.util.concurrent.CountDownLatch;

/** Waiting for the end of the process, such that what is open is closed in order before it ends. */
public final class Uptime {

    private Uptime() {}

    /** Returns when the process is asked to end; the process waits until the calling thread is done. */
    public static void untilStopped() {
        CountDownLatch asked = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Thread hook = Thread.ofPlatform().name("stop").unstarted(() -> {
            asked.countDown();
            try {
                caller.join(30_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            asked.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
