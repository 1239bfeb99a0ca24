package io.agencyos.adapters.out.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.agencyos.application.client.identity.store.SigningKeys;
import io.agencyos.application.client.identity.store.SigningKeys.StoredKey;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys that sign tokens: made on first need, kept encrypted in the database and so the same on every node, replaced
 * every 90 days, believed until 24 hours after the last token that they signed. Source: api 2.
 */
public final class SigningKeyRing {

    private static final Duration SIGNS_FOR = Duration.ofDays(90);
    private static final Duration BELIEVED_ON = Duration.ofMinutes(15).plusHours(24);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    private final SigningKeys store;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;
    private final Sealer sealer;
    private volatile Ring ring = new Ring(List.of(), Instant.MIN);

    private record Key(ECKey pair, StoredKey stored) {}

    private record Ring(List<Key> keys, Instant readAt) {}

    public SigningKeyRing(SigningKeys store, UnitOfWork units, Sealer sealer, ClockPort clock, IdSource ids) {
        this.store = store;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
        this.sealer = sealer;
    }

    /** The key that signs now. */
    ECKey signing() {
        Instant now = clock.now();
        Optional<ECKey> known = current(ring(now, KNOWN_FOR), now);
        return known.orElseGet(() -> {
            ring = units.onPlatform(() -> replaced(now));
            return current(ring, now).orElseThrow();
        });
    }

    /** A key whose signatures are believed; an unknown one is asked for at most every 30 seconds. */
    Optional<ECKey> verifying(String kid) {
        Instant now = clock.now();
        return believed(ring(now, KNOWN_FOR), kid, now).or(() -> believed(ring(now, ASK_AGAIN), kid, now));
    }

    /** Every key whose signatures are believed. */
    List<ECKey> published() {
        Instant now = clock.now();
        return ring(now, KNOWN_FOR).keys().stream()
                .filter(key -> isBelieved(key.stored(), now))
                .map(Key::pair)
                .toList();
    }

    private Ring ring(Instant now, Duration oldest) {
        Ring known = ring;
        boolean fresh = !known.readAt().equals(Instant.MIN)
                && now.isBefore(known.readAt().plus(oldest));
        if (!fresh) {
            known = units.onPlatform(() -> read(now));
            ring = known;
        }
        return known;
    }

    private Ring read(Instant now) {
        return new Ring(store.all().stream().map(this::opened).toList(), now);
    }

    /** Inside the platform's unit: looks again once it is alone, and makes a key where there still is none. */
    private Ring replaced(Instant now) {
        store.hold();
        Ring there = read(now);
        if (current(there, now).isPresent()) {
            return there;
        }
        there.keys().stream()
                .map(Key::stored)
                .filter(key -> key.retiredAt() == null)
                .forEach(key -> store.retire(key.kid(), now));
        ECKey pair = generate();
        String kid = pair.getKeyID();
        store.insert(new StoredKey(
                kid, pair.toPublicJWK().toJSONString(), sealer.sealText(pair.toJSONString(), place(kid)), now, null));
        return read(now);
    }

    private ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID(ids.next().toString())
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform makes P-256 keys", impossible);
        }
    }

    private Key opened(StoredKey stored) {
        try {
            return new Key(ECKey.parse(sealer.openText(stored.privateCiphertext(), place(stored.kid()))), stored);
        } catch (ParseException damaged) {
            throw new InstallationSecretUnusable("the signing key " + stored.kid() + " is damaged");
        }
    }

    private static Optional<ECKey> current(Ring ring, Instant now) {
        return ring.keys().stream()
                .filter(key -> key.stored().retiredAt() == null)
                .filter(key -> now.isBefore(key.stored().activatedAt().plus(SIGNS_FOR)))
                .map(Key::pair)
                .findFirst();
    }

    private static Optional<ECKey> believed(Ring ring, String kid, Instant now) {
        return ring.keys().stream()
                .filter(key -> key.stored().kid().equals(kid) && isBelieved(key.stored(), now))
                .map(Key::pair)
                .findFirst();
    }

    private static boolean isBelieved(StoredKey key, Instant now) {
        Instant retired = key.retiredAt();
        return retired == null || now.isBefore(retired.plus(BELIEVED_ON));
    }

    private static SealedPlace place(String kid) {
        return SealedPlace.ofPlatform("signing_key", "private_ciphertext", kid);
    }
}
