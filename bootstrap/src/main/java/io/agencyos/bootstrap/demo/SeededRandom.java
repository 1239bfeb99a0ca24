package io.agencyos.bootstrap.demo;

import io.agencyos.application.shared.RandomSource;
import java.util.Random;

/** The same chances in the same order each time: for ids, never for keys. */
final class SeededRandom implements RandomSource {

    private final Random random;

    SeededRandom(long seed) {
        random = new Random(seed);
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
