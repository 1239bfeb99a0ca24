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

    /** Work of the calling thread that looks now and then whether it {@linkplain #isEnding is to end}. */
    public static final class Work implements AutoCloseable {

        private final Thread hook;

        private Work(Thread hook) {
            this.hook = hook;
        }

        /** Nobody waits for the thread any more. */
        @Override
        public void close() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyEnding) {
                // then the hook waits for this thread, which is about to be done
            }
        }
    }

    /** From here on a process that is asked to end waits until the calling thread is done. */
    public static Work work() {
        return new Work(holding(() -> {}));
    }

    /** Returns when the process is asked to end; the process waits until the calling thread is done. */
    public static void untilStopped() {
        CountDownLatch asked = new CountDownLatch(1);
        holding(asked::countDown);
        try {
            asked.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds the end of the process up for the calling thread, for half a minute at most. */
    private static Thread holding(Runnable toldFirst) {
        Thread caller = Thread.currentThread();
        Thread hook = Thread.ofPlatform().name("stop").unstarted(() -> {
            ending = true;
            toldFirst.run();
            try {
                caller.join(30_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }
}
