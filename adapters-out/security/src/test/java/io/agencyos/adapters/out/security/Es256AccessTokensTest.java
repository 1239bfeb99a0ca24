package io.agencyos.adapters.out.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.agencyos.adapters.out.memory.platform.MemoryDataKeys;
import io.agencyos.application.client.identity.AccessTokensContract;
import io.agencyos.application.client.identity.store.AccessTokens;
import io.agencyos.application.client.identity.store.SigningKeys;
import io.agencyos.domain.shared.SecretText;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: api 2, JWT verification and tokens. */
class Es256AccessTokensTest extends AccessTokensContract {

    private final KeptKeys store = new KeptKeys();
    private final MemoryDataKeys dataKeys = new MemoryDataKeys();
    private final InstallationSecret secret = InstallationSecret.random(new Chance());
    private final AccessTokens tokens = node(secret, "agency-os", "agency-os-api");

    private AccessTokens node(InstallationSecret its, String issuer, String audience) {
        MasterKey master = MasterKey.derived(its);
        EnvelopeSealer sealer =
                new EnvelopeSealer(dataKeys, new MasterKeys(() -> List.of(master)), System::nanoTime, UUID::randomUUID);
        SigningKeyRing ring = new SigningKeyRing(store, store, sealer, now::get, UUID::randomUUID);
        return new Es256AccessTokens(ring, now::get, issuer, audience);
    }

    @Override
    protected AccessTokens tokens() {
        return tokens;
    }

    @Test // ES256; sub; no role in it
    void a_token_is_signed_with_es256_and_names_no_role() throws ParseException {
        AccessTokens.Claims claims = claims();

        SignedJWT token = SignedJWT.parse(tokens.issue(claims).reveal());

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.getJWTClaimsSet().getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "aud", "sub", "sid", "iat", "nbf", "exp");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(claims.user().text());
    }

    @Test // iss in allow-list, aud contains the configured audience
    void another_issuers_or_another_audiences_token_is_refused() {
        assertThat(tokens.read(node(secret, "else", "agency-os-api").issue(claims())))
                .isEmpty();
        assertThat(tokens.read(node(secret, "agency-os", "else").issue(claims())))
                .isEmpty();
    }

    @Test // iat and nbf with 60 s leeway
    void a_token_from_the_future_is_refused() {
        AccessTokens.Claims soon = later(Duration.ofSeconds(60));
        AccessTokens.Claims future = later(Duration.ofSeconds(61));

        assertThat(tokens.read(tokens.issue(soon))).contains(soon);
        assertThat(tokens.read(tokens.issue(future))).isEmpty();
    }

    private AccessTokens.Claims later(Duration by) {
        AccessTokens.Claims claims = claims();
        return new AccessTokens.Claims(
                claims.user(),
                claims.family(),
                claims.issuedAt().plus(by),
                claims.expiresAt().plus(by));
    }

    @Test // `none` never, HS256 not with a public key
    void unsigned_and_changed_tokens_and_other_algorithms_are_refused() throws ParseException, JOSEException {
        SignedJWT genuine = SignedJWT.parse(tokens.issue(claims()).reveal());
        JWTClaimsSet set = genuine.getJWTClaimsSet();
        JWTClaimsSet forged = new JWTClaimsSet.Builder(set)
                .subject(UUID.randomUUID().toString())
                .build();
        String[] parts = genuine.serialize().split("\\.");
        SignedJWT symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(genuine.getHeader().getKeyID())
                        .build(),
                set);
        symmetric.sign(new MACSigner(tokens.publicKeySet().getBytes()));

        assertThat(tokens.read(new SecretText(new PlainJWT(set).serialize()))).isEmpty();
        assertThat(tokens.read(
                        new SecretText(parts[0] + "." + forged.toPayload().toBase64URL() + "." + parts[2])))
                .isEmpty();
        assertThat(tokens.read(new SecretText(parts[0] + "." + parts[1] + "."))).isEmpty();
        assertThat(tokens.read(new SecretText(symmetric.serialize()))).isEmpty();
        assertThat(tokens.read(new SecretText(genuine.serialize()))).isPresent();
        assertThat(set.getExpirationTime()).isAfter(Date.from(now.get()));
    }

    @ParameterizedTest // `none` never; the key is one of ours and never what a header names or brings
    @ValueSource(
            strings = {
                "{'alg':'nOnE','kid':'KID'}",
                "{'alg':'none','alg':'ES256','kid':'KID'}",
                "{'alg':'ES256'}",
                "{'alg':'ES256','kid':null}",
                "{'alg':'ES256','kid':['KID']}",
                "{'alg':'ES256','kid':'../../../../dev/null'}",
                "{'alg':'ES256','kid':'x\\u0000'}",
                "{'alg':'ES256','kid':\"' or true --\"}",
                "{'alg':'ES256','kid':'KID','jwk':JWK}",
                "{'alg':'ES256','kid':'mine','jwk':JWK}",
                "{'alg':'ES256','kid':'KID','jku':'https://keys.example/jwks.json'}",
                "{'alg':'ES256','kid':'KID','x5u':'https://keys.example/cert.pem'}",
                "{'alg':'ES256','kid':'KID','crit':['exp'],'exp':1}",
                "{'alg':'ES256','kid':'KID','crit':['b64'],'b64':false}",
                "{'alg':'ES256','kid':'KID','cty':'JWT'}",
                "{'alg':'ES256','kid':'KID','zip':'DEF'}",
                "{'alg':'ES256K','kid':'KID'}",
                "{'alg':'ES512','kid':'KID'}",
                "{'alg':'HS256','kid':'KID'}",
                "{'alg':'dir','enc':'A128GCM','kid':'KID'}",
            })
    void no_header_makes_a_strangers_signature_ours(String written) throws JOSEException, ParseException {
        SignedJWT genuine = SignedJWT.parse(tokens.issue(claims()).reveal());
        ECKey mine = new ECKeyGenerator(Curve.P_256).keyID("mine").generate();
        String header = written.replace('\'', '"')
                .replace("KID", genuine.getHeader().getKeyID())
                .replace("JWK", mine.toPublicJWK().toJSONString());
        String payload = genuine.getJWTClaimsSet().toPayload().toBase64URL().toString();
        String said = Base64URL.encode(header) + "." + payload;
        Base64URL strangers =
                new ECDSASigner(mine).sign(new JWSHeader(JWSAlgorithm.ES256), said.getBytes(StandardCharsets.US_ASCII));

        assertThat(List.of(
                        strangers.toString(),
                        "",
                        // a signature of two zeros holds for every key where nobody looks
                        Base64URL.encode(new byte[64]).toString(),
                        genuine.getSignature().toString(),
                        payload))
                .allSatisfy(signature -> assertThat(tokens.read(new SecretText(said + "." + signature)))
                        .isEmpty());
        assertThat(tokens.read(new SecretText(said))).isEmpty();
        assertThat(tokens.read(new SecretText(said + "." + strangers + "." + strangers)))
                .isEmpty();
    }

    @Test // signing key rotates every 90 days, old key published 24 h longer than its last token
    void a_key_signs_for_ninety_days_and_is_believed_a_day_longer_than_its_last_token() throws ParseException {
        String first = kid(tokens.issue(claims()));
        now.updateAndGet(at -> at.plus(Duration.ofDays(90)).minusSeconds(1));
        AccessTokens.Claims last = claims();
        SecretText lastOfFirst = tokens.issue(last);
        assertThat(kid(lastOfFirst)).isEqualTo(first);

        now.updateAndGet(at -> at.plusSeconds(1));
        String second = kid(tokens.issue(claims()));

        assertThat(second).isNotEqualTo(first);
        assertThat(tokens.read(lastOfFirst)).contains(last);
        assertThat(JWKSet.parse(tokens.publicKeySet()).getKeys()).hasSize(2);
        now.updateAndGet(at -> at.plus(Duration.ofHours(24).plusMinutes(15)));
        assertThat(JWKSet.parse(tokens.publicKeySet()).getKeys())
                .singleElement()
                .satisfies(key -> assertThat(key.getKeyID()).isEqualTo(second));
    }

    @Test // the same key on every node; JWKS at /.well-known/jwks.json
    void another_node_reads_the_token_and_nobody_is_shown_the_private_key() throws ParseException {
        AccessTokens.Claims claims = claims();
        AccessTokens other = node(secret, "agency-os", "agency-os-api");
        assertThat(other.read(new SecretText("a.b.c"))).isEmpty();

        assertThat(other.read(tokens.issue(claims))).contains(claims);
        assertThat(JWKSet.parse(tokens.publicKeySet()).getKeys()).allSatisfy(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        });
        assertThat(store.keys).singleElement().satisfies(key -> {
            assertThat(key.privateCiphertext()).startsWith("v1:").doesNotContain("\"d\"");
            assertThat(key.publicJwk()).doesNotContain("\"d\"");
            assertThat(key).hasToString("StoredKey[" + key.kid() + "]");
        });
    }

    @Test // api 7: a ciphertext moved to another row fails; wrong master key → start-up fails
    void a_key_sealed_with_another_secret_or_for_another_row_is_refused() {
        tokens.issue(claims());
        InstallationSecret wrong = InstallationSecret.of("ab".repeat(32));

        assertThatThrownBy(() -> node(wrong, "agency-os", "agency-os-api").issue(claims()))
                .isInstanceOf(InstallationSecretUnusable.class);

        var key = store.keys.getFirst();
        store.keys.set(
                0,
                new SigningKeys.StoredKey("moved", key.publicJwk(), key.privateCiphertext(), key.activatedAt(), null));
        assertThatThrownBy(() -> node(secret, "agency-os", "agency-os-api").issue(claims()))
                .isInstanceOf(InstallationSecretUnusable.class);
    }

    @Test // api 2: a signature is checked once, time and key at every use
    void a_token_that_was_believed_before_is_refused_once_it_is_over_or_its_key_is_gone() {
        AccessTokens.Claims claims = claims();
        SecretText token = tokens.issue(claims);
        AccessTokens.Claims endless = new AccessTokens.Claims(
                claims.user(),
                claims.family(),
                claims.issuedAt(),
                claims.expiresAt().plus(Duration.ofDays(400)));
        SecretText outlivesItsKey = tokens.issue(endless);
        assertThat(tokens.read(token)).contains(claims);
        assertThat(tokens.read(token)).contains(claims);
        assertThat(tokens.read(outlivesItsKey)).contains(endless);

        now.updateAndGet(at -> at.plus(Duration.ofHours(1)));
        assertThat(tokens.read(token)).as("over").isEmpty();
        assertThat(tokens.read(outlivesItsKey)).contains(endless);
        now.updateAndGet(at -> at.plus(Duration.ofDays(120)));
        assertThat(tokens.issue(claims())).as("signed by the next key").isNotNull();
        now.updateAndGet(at -> at.plus(Duration.ofDays(2)));
        assertThat(tokens.read(outlivesItsKey)).as("its key is gone").isEmpty();
    }

    private static String kid(SecretText token) throws ParseException {
        return SignedJWT.parse(token.reveal()).getHeader().getKeyID();
    }
}
