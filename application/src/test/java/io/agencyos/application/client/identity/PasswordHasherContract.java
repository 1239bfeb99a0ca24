package io.agencyos.application.client.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.identity.store.PasswordHasher;
import io.agencyos.domain.shared.SecretText;
import org.junit.jupiter.api.Test;

/** What every hasher of passwords does. */
public abstract class PasswordHasherContract {

    protected abstract PasswordHasher hasher();

    @Test
    void a_password_matches_its_own_hash_only() {
        SecretText password = new SecretText("pass wörd 😀 with anything");
        String encoded = hasher().hash(password);

        assertThat(hasher().matches(password, encoded)).isTrue();
        assertThat(hasher().matches(new SecretText("pass word 😀 with anything"), encoded))
                .isFalse();
        assertThat(hasher().matches(new SecretText(""), encoded)).isFalse();
        assertThat(encoded).doesNotContain(password.reveal());
        assertThat(hasher().isOutdated(encoded)).isFalse();
    }
}
