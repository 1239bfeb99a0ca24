package io.agencyos.adapters.out.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.agencyos.application.client.identity.store.IdentityProvider.Reading;
import io.agencyos.domain.shared.SecretText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tokens that a provider signs with a secret of ours and its. Source: api 2. */
class SharedSecretTest {

    private static final String SECRET = "a-secret-of-thirty-two-bytes-or-more";
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static JwksIdentityProvider provider(@Nullable String secret) {
        return new JwksIdentityProvider(
                new ProviderSettings(
                        "https://sign-in.example",
                        URI.create("http://127.0.0.1:1/keys"),
                        "agency-os",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(secret).map(SecretText::new),
                        Optional.empty()),
                () -> NOW);
    }

    private static SecretText token(JWSAlgorithm algorithm, byte[] key, @Nullable String kid, Duration life)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(kid).build(),
                new JWTClaimsSet.Builder()
                        .issuer("https://sign-in.example")
                        .audience("agency-os")
                        .subject("subject-1")
                        .issueTime(Date.from(NOW.minusSeconds(3_000)))
                        .expirationTime(Date.from(NOW.plus(life)))
                        .build());
        token.sign(new MACSigner(key));
        return new SecretText(token.serialize());
    }

    @Test // HS256 only if a shared secret is set explicitly
    void a_shared_secret_is_believed_where_it_is_set() throws JOSEException {
        SecretText named =
                token(JWSAlgorithm.HS256, SECRET.getBytes(StandardCharsets.UTF_8), "any", Duration.ofHours(1));
        SecretText nameless =
                token(JWSAlgorithm.HS256, SECRET.getBytes(StandardCharsets.UTF_8), null, Duration.ofHours(1));
        JwksIdentityProvider provider = provider(SECRET);

        for (SecretText token : List.of(named, nameless, named)) {
            assertThat(provider.read(token))
                    .isInstanceOfSatisfying(
                            Reading.Genuine.class,
                            reading -> assertThat(reading.proof().subject()).isEqualTo("subject-1"));
        }
        assertThat(provider(null).read(named)).isEqualTo(new Reading.Invalid());
    }

    @Test // never with what anybody may know, another algorithm or after its time
    void nothing_else_is_believed_in_its_place() throws JOSEException {
        RSAKey rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
        JwksIdentityProvider provider = provider(SECRET);

        assertThat(List.of(
                        token(JWSAlgorithm.HS256, rsa.toRSAPublicKey().getEncoded(), "rsa-1", Duration.ofHours(1)),
                        token(
                                JWSAlgorithm.HS256,
                                (SECRET + "x").getBytes(StandardCharsets.UTF_8),
                                null,
                                Duration.ofHours(1)),
                        token(
                                JWSAlgorithm.HS384,
                                (SECRET + SECRET).getBytes(StandardCharsets.UTF_8),
                                null,
                                Duration.ofHours(1)),
                        token(
                                JWSAlgorithm.HS256,
                                SECRET.getBytes(StandardCharsets.UTF_8),
                                null,
                                Duration.ofSeconds(-61))))
                .allSatisfy(token -> assertThat(provider.read(token)).isNotInstanceOf(Reading.Genuine.class));
    }
}
