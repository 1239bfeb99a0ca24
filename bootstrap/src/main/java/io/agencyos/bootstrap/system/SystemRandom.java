package io.agencyos.bootstrap.system;

import io.agencyos.application.shared.RandomSource;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** The machine's cryptographic source of randomness: fit for keys and tokens. */
public final class SystemRandom implements RandomSource {

    private static final int DRAWN_AT_ONCE = 4096;

    private final SecureRandom random = new SecureRandom();
    private final ByteBuffer drawn = ByteBuffer.allocate(DRAWN_AT_ONCE).limit(0);

    /** Drawn from the machine by the page, because every id takes two; each number is handed out once. */
    @Override
    public synchronized long nextLong() {
        if (!drawn.hasRemaining()) {
            random.nextBytes(drawn.array());
            drawn.clear();
        }
        return drawn.getLong();
    }

    @Override
    public void nextBytes(byte[] target) {
        random.nextBytes(target);
    }
}
