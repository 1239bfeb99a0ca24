package io.agencyos.adapters.out.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.platform.Sealer;
import org.junit.jupiter.api.Test;

/** Source: api 7. */
class SecretBoxTest {

    private static final String KEY = "a-key-of-a-client-at-a-vendor";
    private static final String PLACE = "client_secret|ciphertext|row-1|client-1";

    private final Chance chance = new Chance();
    private final InstallationSecret secret = InstallationSecret.random(chance);
    private final Sealer box = SecretBox.forClientSecrets(secret, chance);

    @Test // stored form v1:{key_id}:{nonce}:{ciphertext}
    void what_is_sealed_is_opened_and_never_looks_the_same_twice() {
        String sealed = box.seal(KEY, PLACE);

        assertThat(sealed)
                .matches("v1:[0-9a-f]{8}:[A-Za-z0-9_-]{16}:[A-Za-z0-9_-]+")
                .doesNotContain(KEY)
                .isNotEqualTo(box.seal(KEY, PLACE));
        assertThat(box.open(sealed, PLACE)).isEqualTo(KEY);
        assertThat(SecretBox.forClientSecrets(secret, chance).open(sealed, PLACE))
                .as("after a restart")
                .isEqualTo(KEY);
    }

    @Test // a ciphertext moved to another row fails
    void at_another_place_it_is_not_opened() {
        String sealed = box.seal(KEY, PLACE);

        assertThatThrownBy(() -> box.open(sealed, "client_secret|ciphertext|row-1|client-2"))
                .isInstanceOf(InstallationSecretUnusable.class)
                .hasMessageNotContaining(KEY);
    }

    @Test
    void with_another_secret_or_another_purpose_it_is_not_opened() {
        String sealed = box.seal(KEY, PLACE);
        Sealer another = SecretBox.forClientSecrets(InstallationSecret.random(chance), chance);
        Sealer purpose = new SecretBox(secret, "another purpose", chance);

        assertThatThrownBy(() -> another.open(sealed, PLACE)).isInstanceOf(InstallationSecretUnusable.class);
        assertThatThrownBy(() -> purpose.open(sealed, PLACE)).isInstanceOf(InstallationSecretUnusable.class);
        assertThatThrownBy(() -> box.open("", PLACE)).isInstanceOf(InstallationSecretUnusable.class);
    }
}
