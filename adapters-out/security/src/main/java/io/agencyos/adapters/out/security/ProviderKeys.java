package io.agencyos.adapters.out.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import io.agencyos.application.shared.ClockPort;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of an identity provider as they were last fetched: fresh for ten minutes, in force for a day after the
 * last fetch that worked, and asked for anew at most every 30 seconds, be it for an unknown key id. One caller fetches;
 * the others go on with what is there. Source: api 2.
 */
final class ProviderKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration IN_FORCE = Duration.ofHours(24);
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private final Supplier<Optional<String>> fetch;
    private final ClockPort clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), Optional.empty(), Optional.empty());

    private record Known(Map<String, JWK> keys, Optional<Instant> at, Optional<Instant> triedAt) {

        boolean olderThan(Duration age, Instant now) {
            return at.filter(it -> now.isBefore(it.plus(age))).isEmpty();
        }

        boolean triedWithin(Duration age, Instant now) {
            return triedAt.filter(it -> now.isBefore(it.plus(age))).isPresent();
        }
    }

    /** Whether a key is there, is not there, or cannot be known. */
    sealed interface Found {

        record Key(JWK key) implements Found {}

        record Unknown() implements Found {}

        record Away(Duration retryAfter) implements Found {}
    }

    /** @param fetch the key set's text; empty where the provider does not give it */
    ProviderKeys(Supplier<Optional<String>> fetch, ClockPort clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    Found find(String kid) {
        Instant now = clock.now();
        if (known.olderThan(FRESH, now) || !known.keys().containsKey(kid)) {
            refresh(now);
        }
        Known here = known;
        if (here.olderThan(IN_FORCE, now)) {
            return new Found.Away(BETWEEN);
        }
        JWK key = here.keys().get(kid);
        return key == null ? new Found.Unknown() : new Found.Key(key);
    }

    private void refresh(Instant now) {
        // whoever has no keys at all has to wait for those who fetch them
        boolean mine = known.at().isEmpty() ? held() : fetching.tryLock();
        if (!mine) {
            return;
        }
        try {
            if (!known.triedWithin(BETWEEN, now)) {
                Known before = known;
                known = fetch.get()
                        .flatMap(ProviderKeys::read)
                        .map(keys -> new Known(keys, Optional.of(now), Optional.of(now)))
                        .orElseGet(() -> new Known(before.keys(), before.at(), Optional.of(now)));
            }
        } finally {
            fetching.unlock();
        }
    }

    private boolean held() {
        fetching.lock();
        return true;
    }

    /** Keys for signatures that have a name; a set that cannot be read counts as none given. */
    private static Optional<Map<String, JWK>> read(String text) {
        try {
            List<JWK> keys = JWKSet.parse(text).getKeys();
            return Optional.of(keys.stream()
                    .filter(key -> key.getKeyID() != null && !key.isPrivate())
                    .filter(key -> key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
                    .collect(Collectors.toUnmodifiableMap(JWK::getKeyID, Function.identity(), (first, twin) -> first)));
        } catch (ParseException unreadable) {
            LOG.warn("the identity provider's key set cannot be read");
            return Optional.empty();
        }
    }
}
