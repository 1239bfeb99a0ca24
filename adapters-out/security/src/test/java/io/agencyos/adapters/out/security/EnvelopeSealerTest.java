package io.agencyos.adapters.out.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.memory.platform.MemoryDataKeys;
import io.agencyos.application.platform.secret.DataKeys;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Source: api 7. */
class EnvelopeSealerTest {

    private static final String SECRET = "a-key-of-a-client-at-a-vendor";
    private static final ClientId NORTHLIGHT = new ClientId(UUID.fromString("019baaaa-0000-7000-8000-000000000001"));
    private static final ClientId FARFIELD = new ClientId(UUID.fromString("019baaaa-0000-7000-8000-000000000002"));
    private static final SealedPlace PLACE = new SealedPlace("client_secret", "ciphertext", "row-1", NORTHLIGHT);

    private final MemoryDataKeys keys = new MemoryDataKeys();
    private final List<MasterKey> file = new ArrayList<>(List.of(MasterKey.of("01".repeat(32))));
    private final AtomicLong nanos = new AtomicLong();
    private final EnvelopeSealer sealer = node();

    private EnvelopeSealer node() {
        return new EnvelopeSealer(keys, new MasterKeys(() -> file), nanos::get, UUID::randomUUID);
    }

    @Test // stored form v1:{key_id}:{nonce}:{ciphertext}
    void what_is_sealed_is_opened_everywhere_and_never_looks_the_same_twice() {
        String sealed = sealer.sealText(SECRET, PLACE);

        assertThat(sealed)
                .matches("v1:[0-9a-f-]{36}:[A-Za-z0-9_-]{16}:[A-Za-z0-9_-]+")
                .doesNotContain(SECRET)
                .isNotEqualTo(sealer.sealText(SECRET, PLACE));
        assertThat(sealer.openText(sealed, PLACE)).isEqualTo(SECRET);
        assertThat(node().openText(sealed, PLACE)).as("after a restart").isEqualTo(SECRET);
        byte[] bytes = {0, -1, 127, -128};
        assertThat(sealer.open(sealer.seal(bytes, PLACE), PLACE)).isEqualTo(bytes);
        assertThat(sealer.open(sealer.seal(new byte[0], PLACE), PLACE)).isEmpty();
    }

    @Test // data key per client, platform data key for platform rows
    void each_client_and_the_platform_have_a_key_of_their_own() {
        List<String> used = List.of(
                key(sealer.sealText(SECRET, PLACE)),
                key(sealer.sealText(SECRET, new SealedPlace("client_secret", "ciphertext", "row-1", FARFIELD))),
                key(sealer.sealText(SECRET, SealedPlace.ofPlatform("signing_key", "private_ciphertext", "k"))));

        assertThat(used).doesNotHaveDuplicates();
        assertThat(key(sealer.sealText(SECRET, PLACE))).isEqualTo(used.getFirst());
        assertThat(key(node().sealText(SECRET, PLACE))).as("on every node").isEqualTo(used.getFirst());
        assertThat(keys.find(UUID.fromString(used.getFirst())))
                .hasValueSatisfying(key -> assertThat(key.wrapped()).isBase64().doesNotContain("01".repeat(8)));
    }

    @Test // a ciphertext moved to another row fails
    void at_another_place_or_changed_it_is_not_opened() {
        String sealed = sealer.sealText(SECRET, PLACE);
        SealedPlace row = new SealedPlace("client_secret", "ciphertext", "row-2", NORTHLIGHT);
        SealedPlace client = new SealedPlace("client_secret", "ciphertext", "row-1", FARFIELD);
        String flipped = sealed.substring(0, sealed.length() - 4) + (sealed.endsWith("AAAA") ? "BBBB" : "AAAA");

        for (SealedPlace wrong : List.of(row, client)) {
            assertThatThrownBy(() -> sealer.openText(sealed, wrong))
                    .isInstanceOf(InstallationSecretUnusable.class)
                    .hasMessageNotContaining(SECRET);
        }
        for (String wrong : Arrays.asList(
                flipped,
                "",
                "v1:a:b",
                "v2" + sealed.substring(2),
                "v1:" + UUID.randomUUID() + sealed.substring(39),
                "v1:x:!:!")) {
            assertThatThrownBy(() -> sealer.openText(wrong, PLACE))
                    .as(wrong)
                    .isInstanceOf(InstallationSecretUnusable.class);
        }
    }

    @Test // a wrapped key moved to another client's row fails
    void a_data_key_cannot_be_lent_to_another_client() {
        String sealed = sealer.sealText(SECRET, PLACE);
        DataKeys.DataKey genuine = keys.find(UUID.fromString(key(sealed))).orElseThrow();
        MemoryDataKeys forged = new MemoryDataKeys();
        forged.offer(new DataKeys.DataKey(genuine.id(), FARFIELD, genuine.wrapped(), genuine.wrappedBy(), true));
        EnvelopeSealer deceived = new EnvelopeSealer(forged, new MasterKeys(() -> file), nanos::get, UUID::randomUUID);

        assertThatThrownBy(() -> deceived.openText(sealed, PLACE)).isInstanceOf(InstallationSecretUnusable.class);
        assertThatThrownBy(() ->
                        deceived.sealText(SECRET, new SealedPlace("client_secret", "ciphertext", "row-1", FARFIELD)))
                .isInstanceOf(InstallationSecretUnusable.class);
    }

    @Test // rotation re-wraps data keys online
    void the_master_key_is_changed_while_another_node_goes_on() {
        EnvelopeSealer other = node();
        String before = sealer.sealText(SECRET, PLACE);
        assertThat(other.openText(before, PLACE)).isEqualTo(SECRET);
        String masterBefore = sealer.master();

        file.addFirst(MasterKey.of("02".repeat(32)));
        sealer.masters().reread();
        assertThat(sealer.rewrap()).isEqualTo(1);
        assertThat(sealer.rewrap()).as("again").isZero();
        file.removeLast();

        assertThat(sealer.master()).isNotEqualTo(masterBefore);
        assertThat(sealer.census().masters()).containsExactly(sealer.master());
        assertThat(other.openText(other.sealText(SECRET, PLACE), PLACE)).isEqualTo(SECRET);
        assertThat(node().openText(before, PLACE)).as("a node that starts now").isEqualTo(SECRET);
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        SealedPlace fresh = new SealedPlace("client_secret", "ciphertext", "row-1", FARFIELD);
        String byNew = sealer.sealText(SECRET, fresh);
        assertThat(other.openText(byNew, fresh))
                .as("the other reads the file again")
                .isEqualTo(SECRET);
    }

    @Test // a crash between the new key and the re-wrapping loses nothing
    void a_rotation_that_was_broken_off_is_taken_up() {
        String before = sealer.sealText(SECRET, PLACE);
        file.addFirst(MasterKey.of("02".repeat(32)));

        EnvelopeSealer next = node();
        assertThatCode(next::check).doesNotThrowAnyException();
        assertThat(next.openText(before, PLACE)).isEqualTo(SECRET);
        assertThat(next.rewrap()).isEqualTo(1);
    }

    @Test // wrong or missing master key → start-up fails
    void without_the_master_key_nothing_starts_and_nothing_is_opened() {
        String sealed = sealer.sealText(SECRET, PLACE);
        file.set(0, MasterKey.of("03".repeat(32)));
        EnvelopeSealer wrong = node();

        assertThatThrownBy(wrong::check)
                .isInstanceOf(InstallationSecretUnusable.class)
                .hasMessageContaining("master.key");
        assertThatThrownBy(() -> wrong.openText(sealed, PLACE)).isInstanceOf(InstallationSecretUnusable.class);
        assertThatThrownBy(() -> wrong.sealText(SECRET, PLACE)).isInstanceOf(InstallationSecretUnusable.class);
    }

    @Test
    void a_retired_key_opens_what_it_sealed_and_a_new_one_seals() {
        EnvelopeSealer other = node();
        String before = sealer.sealText(SECRET, PLACE);
        other.sealText(SECRET, PLACE);

        assertThat(sealer.retire()).isEqualTo(1);
        String after = sealer.sealText(SECRET, PLACE);

        assertThat(key(after)).isNotEqualTo(key(before));
        assertThat(sealer.openText(before, PLACE)).isEqualTo(SECRET);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(key(other.sealText(SECRET, PLACE))).as("within a minute").isEqualTo(key(after));
        assertThat(other.openText(after, PLACE)).isEqualTo(SECRET);
    }

    @Test
    void a_master_key_is_not_told_by_its_id_or_its_errors() {
        assertThat(MasterKey.of("AB".repeat(32)).id())
                .isEqualTo(MasterKey.of("ab".repeat(32)).id());
        assertThat(MasterKey.of("ab".repeat(32)).toString()).doesNotContain("abab");
        assertThatThrownBy(() -> MasterKey.of("ab".repeat(31) + "xy"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("abab");
    }

    private static String key(String sealed) {
        return sealed.split(":")[1];
    }
}
