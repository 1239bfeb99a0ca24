package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.HookReader.Delivery;
import io.agencyos.application.conversation.inbox.HookReader.Forgery;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every reader of pushed events must do whose vendor proves itself by a secret. Source: api 10.1. */
public abstract class HookReaderContract {

    /** The reader and how its vendor signs. */
    public interface World {

        HookReader reader();

        ClientId client();

        /** What the vendor would deliver. */
        Delivery signed(byte[] body, String eventKey, String secret, Instant at);

        /** A body that says one thing that happened. */
        byte[] knownEvent();

        /** A well-formed body of a type nobody knows. */
        byte[] unknownEvent();
    }

    protected static final Instant NOW = Instant.parse("2026-09-02T00:15:30Z");
    protected static final String SECRET = "whsec_one";

    protected World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    protected final Result<String, Forgery> verify(Delivery delivery, String... secrets) {
        return world.reader().verify(delivery, List.of(secrets), NOW);
    }

    @Test
    void what_the_vendor_signed_is_believed_and_has_its_key() {
        Result<String, Forgery> believed = verify(world.signed(world.knownEvent(), "evt-1", SECRET, NOW), SECRET);

        assertThat(believed.orElseThrow()).isNotBlank();
        assertThat(verify(world.signed(world.knownEvent(), "evt-1", SECRET, NOW), SECRET))
                .as("delivered again")
                .isEqualTo(believed);
    }

    @Test
    void any_of_the_hooks_secrets_will_do_while_they_are_changed() {
        assertThat(verify(world.signed(world.knownEvent(), "evt-1", SECRET, NOW), "whsec_new", SECRET)
                        .isOk())
                .isTrue();
    }

    @Test
    void another_secret_is_not_believed() {
        assertThat(verify(world.signed(world.knownEvent(), "evt-1", "whsec_else", NOW), SECRET))
                .isEqualTo(Result.err(Forgery.SIGNATURE_WRONG));
        assertThat(verify(world.signed(world.knownEvent(), "evt-1", SECRET, NOW))
                        .isOk())
                .isFalse();
    }

    @Test
    void an_unsigned_delivery_is_not_believed() {
        assertThat(verify(new Delivery(Map.of(), world.knownEvent()), SECRET))
                .isEqualTo(Result.err(Forgery.SIGNATURE_MISSING));
    }

    @Test
    void reading_twice_says_the_same_twice() {
        List<? extends InboundEvent> first = world.reader().read(world.client(), "evt-1", world.knownEvent());
        assertThat(first).hasSize(1).isEqualTo(world.reader().read(world.client(), "evt-1", world.knownEvent()));
    }

    @Test
    void a_type_that_nobody_knows_says_nothing() {
        assertThat(world.reader().read(world.client(), "evt-2", world.unknownEvent()))
                .isEmpty();
    }

    @Test
    void a_body_that_cannot_be_read_is_told_apart_from_one_that_says_nothing() {
        for (String body : List.of("", "{", "[]", "not json", "{}")) {
            assertThatThrownBy(
                            () -> world.reader().read(world.client(), "evt-3", body.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
