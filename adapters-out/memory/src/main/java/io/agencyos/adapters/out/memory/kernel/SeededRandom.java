package io.agencyos.adapters.out.memory.kernel;

import io.agencyos.application.shared.RandomSource;
import java.util.SplittableRandom;

/** Chance that repeats itself: the same seed, the same sequence. Thread-safe. */
public final class SeededRandom implements RandomSource {

    private final SplittableRandom random;

    public SeededRandom(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public synchronized long nextLong() {
        return random.nextLong();
    }

    @Override
    public synchronized void nextBytes(byte[] target) {
        random.nextBytes(target);
    }
}
