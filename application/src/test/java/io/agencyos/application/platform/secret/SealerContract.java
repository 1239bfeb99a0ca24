package io.agencyos.application.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everything that seals must do. Source: api 7. */
public abstract class SealerContract {

    private static final String SECRET = "a key of Zoë's at a vendor";
    private static final ClientId NORTHLIGHT = new ClientId(UUID.fromString("019baaaa-0000-7000-8000-000000000001"));
    private static final ClientId FARFIELD = new ClientId(UUID.fromString("019baaaa-0000-7000-8000-000000000002"));
    private static final SealedPlace PLACE = new SealedPlace("client_secret", "ciphertext", "row-1", NORTHLIGHT);

    protected abstract Sealer sealer();

    @Test
    void what_is_sealed_is_opened_at_its_place() {
        Sealer sealer = sealer();
        byte[] bytes = {0, -1, 127, -128};
        SealedPlace platforms = SealedPlace.ofPlatform("signing_key", "private_ciphertext", "k1");

        assertThat(sealer.openText(sealer.sealText(SECRET, PLACE), PLACE)).isEqualTo(SECRET);
        assertThat(sealer.open(sealer.seal(bytes, PLACE), PLACE)).isEqualTo(bytes);
        assertThat(sealer.open(sealer.seal(new byte[0], PLACE), PLACE)).isEmpty();
        assertThat(sealer.openText(sealer.sealText(SECRET, platforms), platforms))
                .isEqualTo(SECRET);
    }

    @Test // stored form v1:{key_id}:{nonce}:{ciphertext}
    void what_is_sealed_is_not_to_be_read_and_never_looks_the_same_twice() {
        Sealer sealer = sealer();
        String sealed = sealer.sealText(SECRET, PLACE);

        assertThat(sealed)
                .matches("v1:[^:]+:[^:]+:[^:]+")
                .doesNotContain("key of")
                .isNotEqualTo(sealer.sealText(SECRET, PLACE));
    }

    @Test // a ciphertext moved to another row fails
    void at_another_place_it_is_not_opened() {
        Sealer sealer = sealer();
        String sealed = sealer.sealText(SECRET, PLACE);

        for (SealedPlace wrong : List.of(
                new SealedPlace("client_secret", "ciphertext", "row-2", NORTHLIGHT),
                new SealedPlace("client_secret", "other", "row-1", NORTHLIGHT),
                new SealedPlace("webhook_endpoint", "ciphertext", "row-1", NORTHLIGHT),
                new SealedPlace("client_secret", "ciphertext", "row-1", FARFIELD),
                SealedPlace.ofPlatform("client_secret", "ciphertext", "row-1"))) {
            assertThatThrownBy(() -> sealer.openText(sealed, wrong))
                    .as(wrong.text())
                    .isInstanceOf(RuntimeException.class)
                    .hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void what_was_changed_by_hand_is_not_opened() {
        Sealer sealer = sealer();
        String sealed = sealer.sealText(SECRET, PLACE);
        int middle = sealed.lastIndexOf(':') + (sealed.length() - sealed.lastIndexOf(':')) / 2;
        String changed =
                sealed.substring(0, middle) + (sealed.charAt(middle) == 'A' ? 'B' : 'A') + sealed.substring(middle + 1);

        for (String wrong : List.of(changed, "", "v1:a:b", "v2" + sealed.substring(2), "v1:x:!:!", SECRET)) {
            assertThatThrownBy(() -> sealer.open(wrong, PLACE)).as(wrong).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void a_long_text_comes_back_whole() {
        byte[] much = "Zoë ".repeat(20_000).getBytes(StandardCharsets.UTF_8);

        assertThat(sealer().open(sealer().seal(much, PLACE), PLACE)).isEqualTo(much);
    }
}
