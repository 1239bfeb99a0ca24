package io.agencyos.adapters.out.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.agencyos.application.client.identity.store.IdentityProvider;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads tokens that an identity provider signed with RS256, ES256 or EdDSA, by the keys that it publishes; and with HS256, by a
 * secret that somebody set for it and by nothing else. What a token says of roles is not read. Source: api 2.
 */
public final class JwksIdentityProvider implements IdentityProvider {

    private static final int LONGEST = 8 * 1024;
    /** The name under which the shared secret is remembered; whatever name a token gives it means nothing. */
    private static final String SHARED = "";

    private static final int WEAKEST_RSA = 2048;
    private static final int LONGEST_NAME = 100;
    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);
    private static final Set<String> STRONG = Set.of("mfa", "otp", "hwk", "swk");
    private static final Set<String> NOT_PEOPLE = Set.of("anon", "service_role");

    private final ProviderSettings settings;
    private final ProviderHttp http;
    private final ProviderKeys keys;
    private final Optional<OctetSequenceKey> shared;
    private final ClockPort clock;
    private final VerifiedTokens verified = new VerifiedTokens();

    public JwksIdentityProvider(ProviderSettings settings, ClockPort clock) {
        this.settings = settings;
        this.http = new ProviderHttp();
        this.keys = new ProviderKeys(() -> http.get(settings.keys(), Map.of("Accept", "application/json")), clock);
        this.shared = settings.sharedSecret()
                .map(secret -> new OctetSequenceKey.Builder(secret.reveal().getBytes(StandardCharsets.UTF_8)).build());
        this.clock = clock;
    }

    @Override
    public Reading read(SecretText token) {
        String text = token.reveal();
        if (text.length() > LONGEST) {
            return new Reading.Invalid();
        }
        try {
            SignedJWT signed = SignedJWT.parse(text);
            if (!isPlain(signed.getHeader())) {
                return new Reading.Invalid();
            }
            if (JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())) {
                return shared.isPresent() ? reading(text, signed, SHARED, shared.get()) : new Reading.Invalid();
            }
            String kid = signed.getHeader().getKeyID();
            if (kid == null) {
                return new Reading.Invalid();
            }
            return switch (keys.find(kid)) {
                case ProviderKeys.Found.Unknown() -> new Reading.Invalid();
                case ProviderKeys.Found.Away(Duration retryAfter) -> new Reading.Away(retryAfter);
                case ProviderKeys.Found.Key(JWK key) -> reading(text, signed, kid, key);
            };
        } catch (ParseException | JOSEException forged) {
            return new Reading.Invalid();
        }
    }

    private Reading reading(String text, SignedJWT signed, String kid, JWK key) throws JOSEException, ParseException {
        return claims(text, signed, kid, key)
                .filter(this::holds)
                .<Reading>map(claims -> new Reading.Genuine(proof(claims, text)))
                .orElseGet(Reading.Invalid::new);
    }

    /** Nothing that would have us believe a key that the token itself brings, or a rule that we do not know. */
    private static boolean isPlain(JWSHeader header) {
        return header.getCriticalParams() == null
                && header.getJWKURL() == null
                && header.getJWK() == null
                && header.getX509CertURL() == null;
    }

    private Optional<JWTClaimsSet> claims(String text, SignedJWT signed, String kid, JWK key)
            throws JOSEException, ParseException {
        Optional<VerifiedTokens.Verified> known = verified.find(text)
                .filter(seen -> seen.kid().equals(kid) && seen.key().equals(key));
        if (known.isPresent()) {
            return known.map(VerifiedTokens.Verified::claims);
        }
        Optional<JWSVerifier> verifier = verifier(signed.getHeader().getAlgorithm(), key);
        if (verifier.isEmpty() || !signed.verify(verifier.get())) {
            return Optional.empty();
        }
        JWTClaimsSet claims = signed.getJWTClaimsSet();
        verified.add(text, new VerifiedTokens.Verified(kid, key, claims));
        return Optional.of(claims);
    }

    /** Empty where the algorithm is none that is believed, or is not the key's: the key decides, never the token. */
    private static Optional<JWSVerifier> verifier(JWSAlgorithm algorithm, JWK key) throws JOSEException {
        if (key.getAlgorithm() != null && !key.getAlgorithm().equals(algorithm)) {
            return Optional.empty();
        }
        return switch (key) {
            case RSAKey rsa
            when JWSAlgorithm.RS256.equals(algorithm) && rsa.size() >= WEAKEST_RSA ->
                Optional.of(new RSASSAVerifier(rsa));
            case ECKey ec
            when JWSAlgorithm.ES256.equals(algorithm) && Curve.P_256.equals(ec.getCurve()) ->
                Optional.of(new ECDSAVerifier(ec));
            case OctetKeyPair pair
            when JWSAlgorithm.EdDSA.equals(algorithm) && Curve.Ed25519.equals(pair.getCurve()) ->
                Optional.of(new Ed25519Verifier(pair));
            case OctetSequenceKey secret
            when JWSAlgorithm.HS256.equals(algorithm) -> Optional.of(new MACVerifier(secret));
            default -> Optional.empty();
        };
    }

    private boolean holds(JWTClaimsSet set) {
        Instant now = clock.now();
        Instant issued = instant(set.getIssueTime());
        Instant expires = instant(set.getExpirationTime());
        Instant begins = instant(set.getNotBeforeTime());
        if (issued == null || expires == null) {
            return false;
        }
        Instant soon = now.plus(LEEWAY);
        return settings.issuer().equals(set.getIssuer())
                && set.getAudience().contains(settings.audience())
                && set.getSubject() != null
                && !set.getSubject().isBlank()
                && now.isBefore(expires.plus(LEEWAY))
                && !issued.isAfter(soon)
                && (begins == null || !begins.isAfter(soon))
                && !expires.isAfter(issued.plus(LONGEST_LIFE))
                && isOfAPerson(set);
    }

    private static boolean isOfAPerson(JWTClaimsSet set) {
        return !Boolean.TRUE.equals(set.getClaim("is_anonymous"))
                && !(set.getClaim("role") instanceof String role && NOT_PEOPLE.contains(role));
    }

    private Proof proof(JWTClaimsSet set, String token) {
        return new Proof(
                set.getIssuer(),
                set.getSubject(),
                Stream.of("session_id", "sid")
                        .map(set::getClaim)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElseGet(() -> Digests.sha256Hex(token)),
                secondFactor(set),
                set.getExpirationTime().toInstant());
    }

    /** By {@code amr}, by the configured {@code acr}, or by the level {@code aal2}. */
    private boolean secondFactor(JWTClaimsSet set) {
        boolean byMethod = set.getClaim("amr") instanceof List<?> methods
                && methods.stream().anyMatch(JwksIdentityProvider::isStrong);
        boolean byClass = settings.strongClass()
                .filter(strong -> strong.equals(set.getClaim("acr")))
                .isPresent();
        return byMethod || byClass || "aal2".equals(set.getClaim("aal"));
    }

    private static boolean isStrong(@Nullable Object method) {
        return method instanceof String word && STRONG.contains(word);
    }

    @Override
    public Optional<Person> person(SecretText token) {
        try {
            Map<String, Object> claims =
                    SignedJWT.parse(token.reveal()).getJWTClaimsSet().getClaims();
            return settings.profile().isEmpty()
                    ? Optional.of(person(claims, claims))
                    : profile(token).map(profile -> person(profile, claims));
        } catch (ParseException impossible) {
            throw new IllegalArgumentException("a token that was not read before", impossible);
        }
    }

    /** Empty where there is no answer that can be read. */
    private Optional<Map<String, Object>> profile(SecretText token) {
        Map<String, String> headers = new HashMap<>(Map.of("Authorization", "Bearer " + token.reveal()));
        settings.profileKey().ifPresent(key -> headers.put("apikey", key.reveal()));
        return http.get(settings.profile().orElseThrow(), headers).flatMap(answer -> {
            try {
                return Optional.of(JSONObjectUtils.parse(answer));
            } catch (ParseException unreadable) {
                return Optional.empty();
            }
        });
    }

    /** @param vouched what the provider vouches for; the claims beside it give names only */
    private static Person person(Map<String, Object> vouched, Map<String, Object> claims) {
        Optional<EmailAddress> email =
                text(vouched, "email").flatMap(it -> EmailAddress.parse(it).toOptional());
        boolean verified = Boolean.TRUE.equals(vouched.get("email_verified"))
                || text(vouched, "email_confirmed_at").isPresent();
        boolean ofAnother = Stream.of("sub", "id")
                .map(vouched::get)
                .anyMatch(subject -> subject != null && !subject.equals(claims.get("sub")));
        String name = text(vouched, "name")
                .or(() -> text(claims, "name"))
                .or(() -> email.map(address -> address.value().split("@", 2)[0]))
                .orElse("");
        return new Person(
                email.orElse(null),
                verified && !ofAnother,
                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                text(claims, "company_name").orElse(null));
    }

    private static Optional<String> text(Map<String, Object> members, String name) {
        return members.get(name) instanceof String text && !text.isBlank()
                ? Optional.of(text.strip())
                : Optional.empty();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
