package io.agencyos.adapters.out.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.agencyos.application.client.identity.store.IdentityProvider.Person;
import io.agencyos.application.client.identity.store.IdentityProvider.Proof;
import io.agencyos.application.client.identity.store.IdentityProvider.Reading;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a key server on this machine. Source: api 2, JWT verification; supabase-auth 1, 4. */
class JwksIdentityProviderTest {

    private static final String ISSUER = "https://sign-in.example/auth/v1";
    private static final ECKey EC = ec("ec-1");
    private static final ECKey EC_NEXT = ec("ec-2");
    private static final RSAKey RSA = rsa("rsa-1");
    private static final OctetKeyPair ED = ed("ed-1");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T12:00:00Z"));
    private final KeyServer server = new KeyServer(EC, RSA, ED);

    @AfterEach
    void stop() {
        server.close();
    }

    private JwksIdentityProvider provider() {
        return new JwksIdentityProvider(
                new ProviderSettings(
                        ISSUER,
                        server.at("/keys"),
                        "authenticated",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("urn:strong")),
                now::get);
    }

    private JwksIdentityProvider asking() {
        return new JwksIdentityProvider(
                new ProviderSettings(
                        ISSUER,
                        server.at("/keys"),
                        "authenticated",
                        Optional.of(server.at("/user")),
                        Optional.of(new SecretText("publishable")),
                        Optional.empty(),
                        Optional.empty()),
                now::get);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(List.of("authenticated", "other"))
                .subject("subject-1")
                .issueTime(Date.from(now.get()))
                .expirationTime(Date.from(now.get().plus(Duration.ofHours(1))))
                .claim("session_id", "session-1");
    }

    private static SecretText signed(JWK key, JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        token.sign(signer);
        return new SecretText(token.serialize());
    }

    private SecretText es256(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return es256(EC, change);
    }

    private SecretText es256(ECKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(
                key,
                JWSAlgorithm.ES256,
                new ECDSASigner(key),
                change.apply(claims()).build());
    }

    private static Proof proof(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Genuine.class);
        return ((Reading.Genuine) reading).proof();
    }

    @Test // api 2: RS256, ES256, EdDSA; supabase-auth contract test 1
    void tokens_of_the_three_algorithms_are_believed() throws JOSEException {
        JwksIdentityProvider provider = provider();
        Proof expected =
                new Proof(ISSUER, "subject-1", "session-1", false, now.get().plus(Duration.ofHours(1)));

        assertThat(proof(provider.read(es256(it -> it)))).isEqualTo(expected);
        assertThat(proof(provider.read(signed(RSA, JWSAlgorithm.RS256, new RSASSASigner(RSA), claims().build()))))
                .isEqualTo(expected);
        assertThat(proof(provider.read(signed(ED, JWSAlgorithm.EdDSA, new Ed25519Signer(ED), claims().build()))))
                .isEqualTo(expected);
        assertThat(server.fetches).hasValue(1);
    }

    @Test // api 2: none never, HS256 not with a public key; supabase-auth 1: an algorithm that does not fit the key
    void a_token_does_not_choose_how_it_is_checked() throws Exception {
        JwksIdentityProvider provider = provider();
        JWTClaimsSet set = claims().build();
        byte[] publicKey = RSA.toRSAPublicKey().getEncoded();
        RSAKey another = rsa("ec-1");

        assertThat(List.of(
                        new SecretText(new PlainJWT(set).serialize()),
                        signed(RSA, JWSAlgorithm.HS256, new MACSigner(publicKey), set),
                        signed(RSA, JWSAlgorithm.PS256, new RSASSASigner(RSA), set),
                        signed(another, JWSAlgorithm.RS256, new RSASSASigner(another), set),
                        es256(ec("ec-1"), it -> it)))
                .allSatisfy(token -> assertThat(provider.read(token)).isEqualTo(new Reading.Invalid()));
    }

    @Test // supabase-auth 1: crit, jku, jwk, x5u refused; kid known; size <= 8 KiB
    void a_token_that_brings_its_own_key_or_none_is_refused() throws JOSEException {
        JwksIdentityProvider provider = provider();
        List<JWSHeader> headers = List.of(
                new JWSHeader.Builder(JWSAlgorithm.ES256).build(),
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("ec-1")
                        .jwk(EC.toPublicJWK())
                        .build(),
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("ec-1")
                        .jwkURL(server.at("/keys"))
                        .build(),
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID("ec-1")
                        .x509CertURL(server.at("/keys"))
                        .build());
        for (JWSHeader header : headers) {
            SignedJWT token = new SignedJWT(header, claims().build());
            token.sign(new ECDSASigner(EC));
            assertThat(provider.read(new SecretText(token.serialize()))).isEqualTo(new Reading.Invalid());
        }

        assertThat(provider.read(es256(it -> it.claim("padding", "x".repeat(8 * 1024)))))
                .isEqualTo(new Reading.Invalid());
        assertThat(provider.read(new SecretText("no.token.at-all"))).isEqualTo(new Reading.Invalid());
    }

    @Test // api 2: iss in allow-list, aud contains the configured audience, sub non-empty; supabase-auth 1: role,
    // is_anonymous
    void what_is_said_must_be_for_us_and_of_a_person() throws JOSEException {
        JwksIdentityProvider provider = provider();
        List<UnaryOperator<JWTClaimsSet.Builder>> wrong = List.of(
                it -> it.issuer("https://else.example"),
                it -> it.issuer(null),
                it -> it.audience("else"),
                it -> it.audience((String) null),
                it -> it.subject(" "),
                it -> it.subject(null),
                it -> it.expirationTime(null),
                it -> it.issueTime(null),
                it -> it.claim("role", "anon"),
                it -> it.claim("role", "service_role"),
                it -> it.claim("is_anonymous", true));
        for (UnaryOperator<JWTClaimsSet.Builder> change : wrong) {
            assertThat(provider.read(es256(change))).isEqualTo(new Reading.Invalid());
        }

        assertThat(provider.read(es256(it -> it.claim("role", "authenticated"))))
                .isInstanceOf(Reading.Genuine.class);
    }

    @Test // supabase-auth 1, example: now 12:00:00, exp 11:59:10 accepted, 11:58:59 401; lifetime <= 24 h
    void times_hold_with_a_minute_of_leeway() throws JOSEException {
        JwksIdentityProvider provider = provider();
        Date before = Date.from(Instant.parse("2026-03-02T11:00:00Z"));

        assertThat(provider.read(es256(it -> it.issueTime(before).expirationTime(at("11:59:10", 0)))))
                .isInstanceOf(Reading.Genuine.class);
        assertThat(provider.read(es256(it -> it.issueTime(before).expirationTime(at("11:58:59", 0)))))
                .isEqualTo(new Reading.Invalid());
        assertThat(provider.read(es256(it -> it.issueTime(at("12:01:00", 0))))).isInstanceOf(Reading.Genuine.class);
        assertThat(provider.read(es256(it -> it.issueTime(at("12:01:01", 0))))).isEqualTo(new Reading.Invalid());
        assertThat(provider.read(es256(it -> it.notBeforeTime(at("12:01:01", 0)))))
                .isEqualTo(new Reading.Invalid());
        assertThat(provider.read(es256(it -> it.expirationTime(at("12:00:00", 1)))))
                .isInstanceOf(Reading.Genuine.class);
        assertThat(provider.read(es256(it -> it.expirationTime(at("12:00:01", 1)))))
                .isEqualTo(new Reading.Invalid());
    }

    private static Date at(String time, int days) {
        return Date.from(Instant.parse("2026-03-02T" + time + "Z").plus(Duration.ofDays(days)));
    }

    @Test // a checked token is remembered, and still ends
    void a_token_that_was_believed_ends_in_its_time() throws JOSEException {
        JwksIdentityProvider provider = provider();
        SecretText token = es256(it -> it);
        assertThat(provider.read(token)).isInstanceOf(Reading.Genuine.class);

        now.updateAndGet(it -> it.plus(Duration.ofMinutes(61)));

        assertThat(provider.read(token)).isEqualTo(new Reading.Invalid());
    }

    @Test // supabase-auth contract test 2: rotation: new kid, one refetch, accepted
    void a_new_key_is_fetched_once() throws JOSEException {
        JwksIdentityProvider provider = provider();
        provider.read(es256(it -> it));
        server.published.set(List.of(EC_NEXT));
        now.updateAndGet(it -> it.plusSeconds(31));

        SecretText token = es256(EC_NEXT, it -> it);

        assertThat(provider.read(token)).isInstanceOf(Reading.Genuine.class);
        assertThat(provider.read(token)).isInstanceOf(Reading.Genuine.class);
        assertThat(server.fetches).hasValue(2);
    }

    @Test // supabase-auth contract test 2: 100 tokens with random kids within 30 s, one fetch
    void unknown_keys_are_asked_for_once_in_thirty_seconds() throws JOSEException {
        JwksIdentityProvider provider = provider();
        provider.read(es256(it -> it));
        now.updateAndGet(it -> it.plusSeconds(31));
        for (int i = 0; i < 100; i++) {
            ECKey stranger =
                    new ECKey.Builder(EC).keyID(UUID.randomUUID().toString()).build();
            assertThat(provider.read(es256(stranger, it -> it))).isEqualTo(new Reading.Invalid());
        }

        assertThat(server.fetches).hasValue(2);
    }

    @Test // a key that the provider took back is believed for ten minutes at most
    void a_key_that_was_taken_back_is_believed_no_longer_than_the_keys_are_fresh() throws JOSEException {
        JwksIdentityProvider provider = provider();
        SecretText token = es256(it -> it);
        provider.read(token);
        server.published.set(List.of(EC_NEXT));

        now.updateAndGet(it -> it.plus(Duration.ofMinutes(9)));
        assertThat(provider.read(token)).isInstanceOf(Reading.Genuine.class);
        now.updateAndGet(it -> it.plus(Duration.ofMinutes(1)));
        assertThat(provider.read(token)).isEqualTo(new Reading.Invalid());
    }

    @Test // supabase-auth contract test 3: JWKS down, stale keys work; after 24 h 503
    void the_last_keys_serve_for_a_day_while_the_provider_is_away() throws JOSEException {
        JwksIdentityProvider provider = provider();
        provider.read(es256(it -> it));
        server.status.set(500);

        now.updateAndGet(it -> it.plus(Duration.ofHours(23)));
        assertThat(provider.read(es256(it -> it))).isInstanceOf(Reading.Genuine.class);
        now.updateAndGet(it -> it.plus(Duration.ofHours(1)));
        assertThat(provider.read(es256(it -> it))).isEqualTo(new Reading.Away(Duration.ofSeconds(30)));
        server.status.set(200);
        assertThat(provider.read(es256(it -> it))).isEqualTo(new Reading.Away(Duration.ofSeconds(30)));
        now.updateAndGet(it -> it.plusSeconds(30));
        assertThat(provider.read(es256(it -> it))).isInstanceOf(Reading.Genuine.class);
    }

    @Test // before the first key set there is nothing to believe by
    void a_provider_that_never_answered_is_away_and_asked_again_after_thirty_seconds() throws JOSEException {
        JwksIdentityProvider provider = provider();
        server.status.set(404);

        assertThat(provider.read(es256(it -> it))).isEqualTo(new Reading.Away(Duration.ofSeconds(30)));
        assertThat(provider.read(es256(it -> it))).isEqualTo(new Reading.Away(Duration.ofSeconds(30)));
        assertThat(server.fetches).hasValue(1);
    }

    @Test // api 2: amr contains mfa, otp, hwk or swk, or acr equals the configured value, or aal = aal2
    void the_second_factor_is_said_in_one_of_three_ways() throws JOSEException {
        JwksIdentityProvider provider = provider();

        assertThat(proof(provider.read(es256(it -> it.claim("amr", List.of("pwd", "otp")))))
                        .secondFactor())
                .isTrue();
        assertThat(proof(provider.read(es256(it -> it.claim("acr", "urn:strong"))))
                        .secondFactor())
                .isTrue();
        assertThat(proof(provider.read(es256(it -> it.claim("aal", "aal2")))).secondFactor())
                .isTrue();
        assertThat(proof(provider.read(es256(it -> it.claim("amr", List.of(Map.of("method", "password")))
                                .claim("acr", "urn:weak")
                                .claim("aal", "aal1"))))
                        .secondFactor())
                .isFalse();
    }

    @Test // without a session of the provider's each token is a sign-in of its own
    void a_token_without_a_session_stands_for_itself() throws JOSEException {
        JwksIdentityProvider provider = provider();
        SecretText one = es256(it -> it.claim("session_id", null));
        SecretText other = es256(it -> it.claim("session_id", null).claim("sid", ""));

        assertThat(proof(provider.read(one)).session())
                .isEqualTo(proof(provider.read(one)).session())
                .isNotEqualTo(proof(provider.read(other)).session());
        assertThat(proof(provider.read(es256(it -> it.claim("session_id", null).claim("sid", "s-2"))))
                        .session())
                .isEqualTo("s-2");
    }

    @Test // api 2: email_verified=true; company_name claim; never a user-editable claim
    void a_token_says_whose_it_is() throws JOSEException {
        SecretText token = es256(it -> it.claim("email", "lee@agency.example")
                .claim("email_verified", true)
                .claim("name", "Lee Brandt")
                .claim("company_name", "Bright")
                .claim("user_metadata", Map.of("email_verified", true, "role", "owner")));

        assertThat(provider().person(token))
                .contains(new Person(new EmailAddress("lee@agency.example"), true, "Lee Brandt", "Bright"));
        assertThat(provider()
                        .person(es256(it -> it.claim("email", "lee@agency.example")
                                .claim("user_metadata", Map.of("email_verified", true)))))
                .contains(new Person(new EmailAddress("lee@agency.example"), false, "lee", null));
    }

    @Test // supabase-auth 2, contract test 8: GET /user with the token; email_confirmed_at not null is verified
    void a_provider_that_is_asked_vouches_for_the_address() throws JOSEException {
        SecretText token = es256(it -> it.claim("email", "else@agency.example"));
        server.profile.set(
                "{\"id\":\"subject-1\",\"email\":\"lee@agency.example\",\"email_confirmed_at\":\"2026-01-01T00:00:00Z\"}");
        assertThat(asking().person(token))
                .contains(new Person(new EmailAddress("lee@agency.example"), true, "lee", null));

        server.profile.set("{\"id\":\"subject-1\",\"email\":\"lee@agency.example\",\"email_confirmed_at\":null,"
                + "\"user_metadata\":{\"email_verified\":true}}");
        assertThat(asking().person(token).orElseThrow().emailVerified()).isFalse();

        server.profile.set(
                "{\"id\":\"subject-2\",\"email\":\"kim@agency.example\",\"email_confirmed_at\":\"2026-01-01T00:00:00Z\"}");
        assertThat(asking().person(token).orElseThrow().emailVerified()).isFalse();

        server.status.set(500);
        assertThat(asking().person(token)).isEmpty();
    }

    private static ECKey ec(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(kid)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static RSAKey rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static OctetKeyPair ed(String kid) {
        try {
            return new OctetKeyPairGenerator(Curve.Ed25519).keyID(kid).generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
