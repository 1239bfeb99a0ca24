package io.agencyos.application.testing;

import io.agencyos.application.client.identity.store.PasswordHasher;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.SecretText;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes fast and counts how often it was made to work, for tests that sign in often. Never for a real password. */
public final class QuickPasswords implements PasswordHasher {

    private static final String OLD = "old:";

    private final AtomicInteger work = new AtomicInteger();

    @Override
    public String hash(SecretText password) {
        return "new:" + Digests.sha256Hex("new:" + password.reveal());
    }

    /** What an earlier, weaker version of the product would have stored. */
    public String oldHash(SecretText password) {
        return OLD + Digests.sha256Hex(OLD + password.reveal());
    }

    @Override
    public boolean matches(SecretText password, String encoded) {
        work.incrementAndGet();
        return encoded.equals(isOutdated(encoded) ? oldHash(password) : hash(password));
    }

    @Override
    public boolean isOutdated(String encoded) {
        return encoded.startsWith(OLD);
    }

    @Override
    public void matchNobody(SecretText password) {
        work.incrementAndGet();
    }

    /** How many passwords were looked at so far. */
    public int work() {
        return work.get();
    }
}
