package io.agencyos.adapters.out.vendorhttp;

import java.time.Duration;

/** Elapsed time and waiting, apart from the product's clock so that a test waits without time passing. Thread-safe. */
public interface MonotonicTime {

    /** Nanoseconds since an arbitrary moment; only differences mean something. */
    long nanos();

    /** Waits; returns early with the interrupt flag set when the thread is interrupted. */
    void sleep(Duration duration);

    /** The machine's own. */
    static MonotonicTime ofMachine() {
        return new MonotonicTime() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) {
                try {
                    Thread.sleep(duration);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
