package io.agencyos.application.client.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.identity.store.AccessTokens;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.SessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every maker of access tokens does. */
public abstract class AccessTokensContract {

    protected final AtomicReference<Instant> now = new AtomicReference<>(Leadbook.MONDAY);

    protected abstract AccessTokens tokens();

    protected final AccessTokens.Claims claims() {
        return new AccessTokens.Claims(
                new UserId(UUID.randomUUID()),
                new SessionId(UUID.randomUUID()),
                now.get(),
                now.get().plus(Duration.ofMinutes(15)));
    }

    @Test // api 2: access token 15 min, at most 60 s leeway
    void a_token_says_what_it_was_given_until_it_expires() {
        AccessTokens.Claims claims = claims();
        SecretText token = tokens().issue(claims);

        assertThat(tokens().read(token)).contains(claims);
        now.set(claims.expiresAt().minusSeconds(1));
        assertThat(tokens().read(token)).contains(claims);
        now.set(claims.expiresAt().plusSeconds(60));
        assertThat(tokens().read(token)).isEmpty();
    }

    @Test
    void what_was_never_issued_says_nothing() {
        assertThat(tokens().read(new SecretText(""))).isEmpty();
        assertThat(tokens().read(new SecretText("a.b.c"))).isEmpty();
        assertThat(tokens().read(new SecretText("aos_live_x"))).isEmpty();
    }
}
