package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.id.ClientId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything that prepares senders at a vendor must do. Source: outreach 16, 17. */
public abstract class SenderUpkeepContract {

    /** The sender's vendor, where nothing is prepared yet. */
    public interface World {

        SenderUpkeep upkeep();

        /** A mailbox that the vendor knows. */
        Mailbox connected();

        /** One that it does not know. */
        Mailbox unknown();

        /** How many things stand at the vendor for the client. */
        int standing();

        /** The vendor answers nobody until further notice. */
        void breakDown();
    }

    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private ClientId client() {
        return world.connected().clientId();
    }

    @Test
    void what_the_first_emails_need_is_made_once_however_often_it_is_asked_for() {
        Mailbox mailbox = world.connected();
        int ready = world.upkeep().prepare(mailbox).orElseThrow();
        int standing = world.standing();

        assertThat(ready).isPositive();
        assertThat(standing).isEqualTo(ready);
        assertThat(world.upkeep().prepare(mailbox).orElseThrow()).isEqualTo(ready);
        assertThat(world.standing()).isEqualTo(standing);
    }

    @Test
    void what_was_begun_is_finished_and_doing_it_again_is_harmless() {
        assertThat(world.upkeep().catchUp(client()).orElseThrow()).isZero();
        world.upkeep().prepare(world.connected()).orElseThrow();
        int standing = world.standing();

        assertThat(world.upkeep().catchUp(client()).orElseThrow()).isZero();
        assertThat(world.upkeep().catchUp(client()).orElseThrow()).isZero();
        assertThat(world.standing()).isEqualTo(standing);
    }

    @Test
    void a_mailbox_that_the_vendor_does_not_know_is_a_failure() {
        assertThat(world.upkeep().prepare(world.unknown()).isOk()).isFalse();
        assertThat(world.standing()).isZero();
    }

    @Test
    void a_client_without_an_account_is_a_failure() {
        assertThat(world.upkeep().catchUp(new ClientId(new UUID(0, 99))).isOk()).isFalse();
    }

    @Test
    void what_a_mailbox_needs_that_is_there_is_not_put_away() {
        world.upkeep().prepare(world.connected()).orElseThrow();
        int standing = world.standing();

        assertThat(world.upkeep().tend(client()).orElseThrow()).isZero();
        assertThat(world.standing()).isEqualTo(standing);
        world.breakDown();
        assertThat(world.upkeep().tend(client()).isOk()).isFalse();
    }

    @Test
    void a_vendor_that_does_not_answer_is_a_failure_and_made_up_for_later() {
        Mailbox mailbox = world.connected();
        world.breakDown();

        assertThat(world.upkeep().prepare(mailbox).isOk()).isFalse();
    }
}
