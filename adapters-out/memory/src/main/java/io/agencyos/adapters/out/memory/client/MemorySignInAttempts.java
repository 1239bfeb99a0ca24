package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.store.SignInAttempts;
import io.agencyos.domain.platform.IpAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Attempts to sign in. */
public final class MemorySignInAttempts implements SignInAttempts {

    private final MemoryTable<UUID, Attempt> attempts;

    public MemorySignInAttempts(MemoryUnitOfWork units) {
        attempts = MemoryTable.ofPlatform("login_attempt", units, Attempt::id);
    }

    @Override
    public void hold(String addressHash) {
        // units of work are serial here: whoever is inside one is alone
    }

    @Override
    public void add(Attempt attempt) {
        attempts.insert(attempt);
    }

    @Override
    public void succeeded(Attempt attempt) {
        attempts.put(new Attempt(attempt.id(), attempt.addressHash(), attempt.ip(), true, attempt.at()));
    }

    @Override
    public List<Instant> failuresFromNetwork(String addressHash, @Nullable IpAddress ip, Instant since, int limit) {
        return newest(
                attempt ->
                        attempt.addressHash().equals(addressHash) && Objects.equals(network(attempt.ip()), network(ip)),
                since,
                limit);
    }

    @Override
    public List<Instant> failures(String addressHash, Instant since, int limit) {
        return newest(attempt -> attempt.addressHash().equals(addressHash), since, limit);
    }

    private List<Instant> newest(Predicate<Attempt> which, Instant since, int limit) {
        return attempts.rows()
                .filter(attempt -> !attempt.ok() && attempt.at().isAfter(since))
                .filter(which)
                .map(Attempt::at)
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .toList();
    }

    private static @Nullable String network(@Nullable IpAddress ip) {
        return ip == null ? null : ip.network();
    }

    @Override
    public int removeOld(Instant now, int most) {
        var old = attempts.rows()
                .filter(attempt -> attempt.at().isBefore(now.minus(KEPT)))
                .limit(most)
                .toList();
        old.forEach(row -> attempts.remove(row.id()));
        return old.size();
    }
}
