package io.agencyos.bootstrap.serve;

import java.util.concurrent.CountDownLatch;

/** Waiting for the end of the process, such that what is open is closed in order before it ends. */
public final class Uptime {

    private static volatile boolean ending;

    private Uptime() {}

    /** Whether the process was asked to end: then it ends by itself, and an exit would wait for the end of its own thread. */
    public static boolean isEnding() {
        return ending;
    }

    /** Returns when the process is asked to end; the process waits until the calling thread is done. */
    public static void untilStopped() {
        CountDownLatch asked = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Thread hook = Thread.ofPlatform().name("stop").unstarted(() -> {
            ending = true;
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
