package io.agencyos.bootstrap;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what another process or thread does; three minutes at most. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Eventually() {}

    /** Returns as soon as it holds. */
    public static void holds(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within three minutes: " + what);
            }
            pause();
        }
    }

    /** The last answer, which is the first that is right, if there is one in time. */
    public static <T> T answers(Supplier<T> ask, Predicate<T> right) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        T answer = ask.get();
        while (!right.test(answer) && System.nanoTime() < deadline) {
            pause();
            answer = ask.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
