package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.ClientId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every sealer keeps. Source: api 7. */
public abstract class SealerContract {

    protected static final String SECRET = "a-key-of-a-client-at-a-vendor";
    protected static final ClientId NORTHLIGHT = new ClientId(UUID.fromString("019baaaa-0000-7000-8000-000000000001"));
    protected static final ClientId FARFIELD = new ClientId(UUID.fromString("019baaaa-0000-7000-8000-000000000002"));
    protected static final SealedPlace PLACE = new SealedPlace("client_secret", "ciphertext", "row-1", NORTHLIGHT);

    protected abstract Sealer sealer();

    @Test // stored form v1:{key_id}:{nonce}:{ciphertext}
    void what_is_sealed_is_opened_and_never_looks_the_same_twice() {
        String sealed = sealer().sealText(SECRET, PLACE);

        assertThat(sealed)
                .matches("v1:[0-9a-f-]{36}:[A-Za-z0-9_-]{16}:[A-Za-z0-9_-]+")
                .doesNotContain(SECRET)
                .isNotEqualTo(sealer().sealText(SECRET, PLACE));
        assertThat(sealer().openText(sealed, PLACE)).isEqualTo(SECRET);
        byte[] bytes = {0, -1, 127, -128};
        assertThat(sealer().open(sealer().seal(bytes, PLACE), PLACE)).isEqualTo(bytes);
        assertThat(sealer().open(sealer().seal(new byte[0], PLACE), PLACE)).isEmpty();
    }

    @Test // a ciphertext moved to another row fails
    void at_another_place_it_is_not_opened() {
        String sealed = sealer().sealText(SECRET, PLACE);

        for (SealedPlace wrong : List.of(
                new SealedPlace("client_secret", "ciphertext", "row-2", NORTHLIGHT),
                new SealedPlace("client_secret", "other_column", "row-1", NORTHLIGHT),
                new SealedPlace("client_secret", "ciphertext", "row-1", FARFIELD))) {
            assertThatThrownBy(() -> sealer().openText(sealed, wrong)).hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void changed_it_is_not_opened() {
        String sealed = sealer().sealText(SECRET, PLACE);
        String flipped = sealed.substring(0, sealed.length() - 4) + (sealed.endsWith("AAAA") ? "BBBB" : "AAAA");

        for (String wrong : List.of(flipped, "", "v1:a:b", "v2" + sealed.substring(2), "v1:x:!:!")) {
            assertThatThrownBy(() -> sealer().openText(wrong, PLACE)).as(wrong).isNotNull();
        }
    }
}
