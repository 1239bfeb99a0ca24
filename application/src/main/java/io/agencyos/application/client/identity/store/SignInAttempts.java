package io.agencyos.application.client.identity.store;

import io.agencyos.domain.platform.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Attempts to sign in, kept for two days to count failures. Needs an open platform unit of work. Source: api 2. */
@SecondaryPort
public interface SignInAttempts {

    /**
     * One attempt. It is written as a failure before the password is looked at, so that attempts made at once cannot
     * outrun the count.
     *
     * @param addressHash hexadecimal SHA-256 of what was given as e-mail address
     */
    record Attempt(UUID id, String addressHash, @Nullable IpAddress ip, boolean ok, Instant at) {}

    Duration KEPT = Duration.ofDays(2);

    /** Removes attempts past that time, at most so many; answers how many. */
    int removeOld(Instant now, int most);

    /** Holds other attempts for this address back until the unit of work ends. */
    void hold(String addressHash);

    void add(Attempt attempt);

    /** The attempt turned out well. */
    void succeeded(Attempt attempt);

    /** The newest failures for an address from the network of {@code ip}, newest first; null is a network of its own. */
    List<Instant> failuresFromNetwork(String addressHash, @Nullable IpAddress ip, Instant since, int limit);

    /** The newest failures for an address from anywhere, newest first. */
    List<Instant> failures(String addressHash, Instant since, int limit);
}
