package io.agencyos.application.client.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.identity.store.IdentityProvider;
import io.agencyos.application.client.identity.store.IdentityProvider.Proof;
import io.agencyos.application.client.identity.store.IdentityProvider.Reading;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every reader of an outside provider's tokens must do. Source: api 2. */
public abstract class IdentityProviderContract {

    /** The provider, with nobody in it. */
    public interface World {

        IdentityProvider provider();

        /** Somebody has an account there, and is the one whom the provider tells of. */
        void knows(String subject, @Nullable EmailAddress email, boolean verified);

        /** A genuine token of this moment that lasts an hour. */
        SecretText token(String subject, String session, boolean secondFactor);

        /** Of a provider that is not this one. */
        SecretText foreignToken(String subject);

        Instant now();

        void pass(Duration time);

        /** It answers nobody any more. */
        void goAway();
    }

    private static final EmailAddress LEE = new EmailAddress("lee@agency.example");

    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private Proof proof(SecretText token) {
        Reading reading = world.provider().read(token);
        assertThat(reading).isInstanceOf(Reading.Genuine.class);
        return ((Reading.Genuine) reading).proof();
    }

    @Test
    void a_genuine_token_says_who_somebody_is_and_until_when() {
        SecretText token = world.token("subject-1", "session-1", false);

        assertThat(proof(token)).satisfies(proof -> {
            assertThat(proof.subject()).isEqualTo("subject-1");
            assertThat(proof.session()).isEqualTo("session-1");
            assertThat(proof.issuer()).isNotBlank();
            assertThat(proof.secondFactor()).isFalse();
            assertThat(proof.expiresAt()).isEqualTo(world.now().plus(Duration.ofHours(1)));
        });
        assertThat(proof(token)).as("again").isEqualTo(proof(token));
    }

    @Test // api 2: second factor
    void a_second_factor_is_told() {
        assertThat(proof(world.token("subject-1", "session-1", true)).secondFactor())
                .isTrue();
    }

    @Test
    void what_the_provider_did_not_sign_is_not_believed() {
        world.token("subject-1", "session-1", false);

        assertThat(world.provider().read(new SecretText("no.token.at-all"))).isEqualTo(new Reading.Invalid());
        assertThat(world.provider().read(world.foreignToken("subject-1"))).isEqualTo(new Reading.Invalid());
    }

    @Test
    void a_token_ends() {
        SecretText token = world.token("subject-1", "session-1", false);
        assertThat(world.provider().read(token)).isInstanceOf(Reading.Genuine.class);

        world.pass(Duration.ofMinutes(62));

        assertThat(world.provider().read(token)).isEqualTo(new Reading.Invalid());
    }

    @Test // api 2: email_verified; never what the person may change there
    void the_provider_tells_whose_a_token_is() {
        world.knows("subject-1", LEE, true);
        assertThat(world.provider().person(world.token("subject-1", "session-1", false)))
                .hasValueSatisfying(person -> {
                    assertThat(person.email()).isEqualTo(LEE);
                    assertThat(person.emailVerified()).isTrue();
                    assertThat(person.fullName()).isNotBlank();
                });

        world.knows("subject-2", LEE, false);
        assertThat(world.provider().person(world.token("subject-2", "session-2", false)))
                .hasValueSatisfying(person -> assertThat(person.emailVerified()).isFalse());
    }

    @Test
    void a_provider_that_does_not_answer_is_away_and_tells_of_nobody() {
        world.knows("subject-1", LEE, true);
        SecretText token = world.token("subject-1", "session-1", false);
        world.goAway();

        assertThat(world.provider().read(token))
                .isInstanceOfSatisfying(
                        Reading.Away.class,
                        away -> assertThat(away.retryAfter()).isPositive());
        assertThat(world.provider().person(token)).isEmpty();
    }
}
