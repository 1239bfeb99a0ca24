package io.agencyos.adapters.out.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.agencyos.application.client.identity.store.AccessTokens;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.SessionId;
import io.agencyos.domain.shared.id.UserId;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON Web Tokens signed with ES256 and nothing else. Source: api 2. */
public final class Es256AccessTokens implements AccessTokens {

    private static final String SESSION = "sid";
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private final SigningKeyRing keys;
    private final ClockPort clock;
    private final String issuer;
    private final String audience;
    private final VerifiedTokens verified = new VerifiedTokens();

    /**
     * @param issuer who signs, such as the public address of the installation
     * @param audience whom the tokens are for
     */
    public Es256AccessTokens(SigningKeyRing keys, ClockPort clock, String issuer, String audience) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
        this.audience = audience;
    }

    @Override
    public SecretText issue(Claims claims) {
        ECKey key = keys.signing();
        JWTClaimsSet set = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(claims.user().text())
                .claim(SESSION, claims.family().text())
                .issueTime(Date.from(claims.issuedAt()))
                .notBeforeTime(Date.from(claims.issuedAt()))
                .expirationTime(Date.from(claims.expiresAt()))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), set);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a P-256 key does not sign", impossible);
        }
        return new SecretText(token.serialize());
    }

    @Override
    public Optional<Claims> read(SecretText token) {
        try {
            Optional<VerifiedTokens.Verified> good = verified(token.reveal());
            return good.isPresent() ? believed(good.get().claims()) : Optional.empty();
        } catch (ParseException | JOSEException forged) {
            return Optional.empty();
        }
    }

    private Optional<VerifiedTokens.Verified> verified(String token) throws ParseException, JOSEException {
        Optional<VerifiedTokens.Verified> known = verified.find(token)
                .filter(seen ->
                        keys.verifying(seen.kid()).filter(seen.key()::equals).isPresent());
        if (known.isPresent()) {
            return known;
        }
        SignedJWT signed = SignedJWT.parse(token);
        String kid = signed.getHeader().getKeyID();
        if (!JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm()) || kid == null) {
            return Optional.empty();
        }
        Optional<ECKey> key = keys.verifying(kid);
        if (key.isEmpty() || !signed.verify(new ECDSAVerifier(key.get()))) {
            return Optional.empty();
        }
        VerifiedTokens.Verified good = new VerifiedTokens.Verified(kid, key.get(), signed.getJWTClaimsSet());
        verified.add(token, good);
        return Optional.of(good);
    }

    private Optional<Claims> believed(JWTClaimsSet set) throws ParseException {
        Instant issued = instant(set.getIssueTime());
        Instant expires = instant(set.getExpirationTime());
        Instant notBefore = instant(set.getNotBeforeTime());
        Optional<UserId> user = id(set.getSubject(), UserId::new);
        Optional<SessionId> family = id(set.getStringClaim(SESSION), SessionId::new);
        Instant now = clock.now();
        if (issued == null || expires == null || user.isEmpty() || family.isEmpty()) {
            return Optional.empty();
        }
        boolean ours = issuer.equals(set.getIssuer()) && set.getAudience().contains(audience);
        boolean begun =
                !issued.isAfter(now.plus(LEEWAY)) && (notBefore == null || !notBefore.isAfter(now.plus(LEEWAY)));
        boolean over = !now.isBefore(expires.plus(LEEWAY));
        return ours && begun && !over
                ? Optional.of(new Claims(user.get(), family.get(), issued, expires))
                : Optional.empty();
    }

    private static <T extends EntityId> Optional<T> id(@Nullable String text, Function<UUID, T> type) {
        return text == null ? Optional.empty() : EntityId.parse(text, type).toOptional();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    @Override
    public String publicKeySet() {
        List<JWK> published = keys.published().stream()
                .map(ECKey::toPublicJWK)
                .map(JWK.class::cast)
                .toList();
        return new JWKSet(published).toString(true);
    }
}
