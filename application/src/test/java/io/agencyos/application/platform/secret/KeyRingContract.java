package io.agencyos.application.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ring of data keys must do for what is sealed with them. Source: api 7. */
public abstract class KeyRingContract {

    /** A ring without a key yet, and what seals with its keys. */
    public interface World {

        KeyRing ring();

        Sealer sealer();

        /** From now on there is another master key beside the one before, and it is the newest. */
        void newMaster();
    }

    private static final String SECRET = "a key of a client at a vendor";
    private static final SealedPlace NORTHLIGHT = place(1);
    private static final SealedPlace FARFIELD = place(2);
    private static final SealedPlace PLATFORM = SealedPlace.ofPlatform("signing_key", "private_ciphertext", "k1");

    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private static SealedPlace place(int client) {
        return new SealedPlace("client_secret", "ciphertext", "row-1", new ClientId(new UUID(1, client)));
    }

    private String sealed(SealedPlace place) {
        return world.sealer().sealText(SECRET, place);
    }

    private static String key(String sealed) {
        return sealed.split(":")[1];
    }

    @Test
    void before_anything_was_sealed_there_is_nothing_to_renew() {
        assertThat(world.ring().retire()).isZero();
        assertThat(world.ring().rewrap()).isZero();
        assertThat(world.ring().census().sealing()).isZero();
        assertThat(world.ring().census().retired()).isZero();
    }

    @Test // data key per client, platform data key for platform rows
    void every_owner_has_a_key_and_one_only() {
        assertThat(key(sealed(NORTHLIGHT))).isEqualTo(key(sealed(NORTHLIGHT)));
        assertThat(key(sealed(NORTHLIGHT))).isNotEqualTo(key(sealed(FARFIELD))).isNotEqualTo(key(sealed(PLATFORM)));
        assertThat(world.ring().census().sealing()).isEqualTo(3);
    }

    @Test
    void a_retired_key_opens_what_it_sealed_and_a_new_one_seals() {
        String before = sealed(NORTHLIGHT);
        sealed(PLATFORM);

        assertThat(world.ring().retire()).isEqualTo(2);

        assertThat(world.ring().retire()).as("again").isZero();
        assertThat(world.sealer().openText(before, NORTHLIGHT)).isEqualTo(SECRET);
        assertThat(key(sealed(NORTHLIGHT))).isNotEqualTo(key(before));
        assertThat(world.ring().census().retired()).isEqualTo(2);
        assertThat(world.ring().census().sealing()).isEqualTo(1);
    }

    @Test // rotation re-wraps data keys online
    void a_new_master_key_wraps_every_data_key_anew_and_nothing_is_lost() {
        String before = sealed(NORTHLIGHT);
        sealed(FARFIELD);
        world.ring().retire();
        sealed(NORTHLIGHT);
        String first = world.ring().master();
        assertThat(world.ring().rewrap()).as("nothing has changed").isZero();

        world.newMaster();

        assertThat(world.ring().master()).isNotEqualTo(first);
        assertThat(world.ring().census().masters()).containsExactly(first);
        assertThat(world.ring().rewrap()).isEqualTo(3);
        assertThat(world.ring().rewrap()).as("again").isZero();
        assertThat(world.ring().census().masters()).containsExactly(world.ring().master());
        assertThat(world.sealer().openText(before, NORTHLIGHT)).isEqualTo(SECRET);
    }
}
