package io.agencyos.adapters.out.security;

import io.agencyos.application.shared.RandomSource;
import java.util.SplittableRandom;

/** Chance that repeats itself from run to run. */
final class Chance implements RandomSource {

    private final SplittableRandom random = new SplittableRandom(42);

    @Override
    public synchronized long nextLong() {
        return random.nextLong();
    }

    @Override
    public synchronized void nextBytes(byte[] target) {
        random.nextBytes(target);
    }
}
