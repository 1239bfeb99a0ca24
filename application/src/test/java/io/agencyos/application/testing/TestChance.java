package io.agencyos.application.testing;

import io.agencyos.application.shared.RandomSource;
import java.util.Random;

/** Chance that is the same in every run. */
public final class TestChance implements RandomSource {

    private final Random random;

    public TestChance(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public long nextLong() {
        return random.nextLong();
    }

    @Override
    public void nextBytes(byte[] target) {
        random.nextBytes(target);
    }
}
