package io.agencyos.adapters.out.security;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.agencyos.application.client.identity.store.PasswordHasher;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.domain.shared.SecretText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Argon2id, by default with 19,456 KiB and two passes, one lane, 16 bytes of salt and 32 of output, parameters in the encoded hash.
 * Only as many at once as there are processors: more would only fill the memory. Source: api 2.
 */
public final class Argon2PasswordHasher implements PasswordHasher {

    /**
     * What it costs to try a password once: the memory in KiB, at least 8, and how often it is gone through. Both stand in the
     * hash, so that one made at another cost still matches.
     */
    public record Cost(int memoryKib, int passes) {
        /** What a thief of hashes is to pay. Source: api 2. */
        public static final Cost OF_TODAY = new Cost(19_456, 2);
    }

    private static final int LANES = 1;
    /** 1.3, the only one in use. */
    private static final int VERSION = 19;

    private static final int SALT_BYTES = 16;
    private static final int OUTPUT_BYTES = 32;

    private final Cost cost;
    private final Argon2Function today;
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final RandomSource random;
    private final String decoy;

    public Argon2PasswordHasher(RandomSource random) {
        this(random, Cost.OF_TODAY);
    }

    public Argon2PasswordHasher(RandomSource random, Cost cost) {
        this.random = random;
        this.cost = cost;
        this.today = Argon2Function.getInstance(cost.memoryKib(), cost.passes(), LANES, OUTPUT_BYTES, Argon2.ID);
        this.decoy = "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
                .formatted(VERSION, cost.memoryKib(), cost.passes(), LANES, base64(SALT_BYTES), base64(OUTPUT_BYTES));
    }

    /** What stands for a hash that no password is known to have; it costs as much to try as any other. */
    private String base64(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String hash(SecretText password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return inTurn(() -> today.hash(bytes(password), salt).getResult());
    }

    @Override
    public boolean matches(SecretText password, String encoded) {
        byte[] hash = encoded.getBytes(StandardCharsets.US_ASCII);
        Argon2Function then = Argon2Function.getInstanceFromHash(encoded);
        return inTurn(() -> then.check(bytes(password), hash));
    }

    @Override
    public boolean isOutdated(String encoded) {
        Argon2Function then = Argon2Function.getInstanceFromHash(encoded);
        return then.getVariant() != Argon2.ID
                || then.getMemory() < cost.memoryKib()
                || then.getIterations() < cost.passes()
                || then.getOutputLength() < OUTPUT_BYTES;
    }

    @Override
    public void matchNobody(SecretText password) {
        matches(password, decoy);
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static byte[] bytes(SecretText password) {
        return password.reveal().getBytes(StandardCharsets.UTF_8);
    }
}
