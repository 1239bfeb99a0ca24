package io.agencyos.adapters.out.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.agencyos.application.client.identity.IdentityProviderContract;
import io.agencyos.application.client.identity.store.IdentityProvider;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** The kit, against a key server on this machine. */
class JwksProviderKitTest extends IdentityProviderContract {

    private static final String ISSUER = "https://sign-in.example/auth/v1";
    private static final ECKey OURS = key();
    private static final ECKey FOREIGN = key();

    private final KeyServer server = new KeyServer(OURS);
    private volatile Instant now = Instant.parse("2026-03-02T12:00:00Z");

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected World world() {
        JwksIdentityProvider provider = new JwksIdentityProvider(
                new ProviderSettings(
                        ISSUER,
                        server.at("/keys"),
                        "authenticated",
                        Optional.of(server.at("/user")),
                        Optional.of(new SecretText("publishable")),
                        Optional.empty(),
                        Optional.empty()),
                () -> now);
        return new World() {
            @Override
            public IdentityProvider provider() {
                return provider;
            }

            @Override
            public void knows(String subject, @Nullable EmailAddress email, boolean verified) {
                String confirmed = verified ? "\"2026-01-01T00:00:00Z\"" : "null";
                server.profile.set("{\"id\":\"" + subject + "\",\"email\":\"" + (email == null ? "" : email.value())
                        + "\",\"email_confirmed_at\":" + confirmed + "}");
            }

            @Override
            public SecretText token(String subject, String session, boolean secondFactor) {
                return signed(OURS, subject, session, secondFactor ? "aal2" : "aal1");
            }

            @Override
            public SecretText foreignToken(String subject) {
                return signed(FOREIGN, subject, "session-1", "aal1");
            }

            @Override
            public Instant now() {
                return now;
            }

            @Override
            public void pass(Duration time) {
                now = now.plus(time);
            }

            @Override
            public void goAway() {
                server.status.set(500);
            }
        };
    }

    private SecretText signed(ECKey key, String subject, String session, String assurance) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("authenticated")
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                .claim("session_id", session)
                .claim("aal", assurance)
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec-1").build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
        return new SecretText(token.serialize());
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
