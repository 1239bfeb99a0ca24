package io.agencyos.bootstrap.system;

import io.agencyos.application.shared.RandomSource;
import java.security.SecureRandom;

/** The machine's cryptographic source of randomness: fit for keys and tokens. */
public final class SystemRandom implements RandomSource {

    private final SecureRandom random = new SecureRandom();

    @Override
    public long nextLong() {
        return random.nextLong();
    }

    @Override
    public void nextBytes(byte[] target) {
        random.nextBytes(target);
    }
}
