package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Source: smtp-imap 4. */
class DoorbellTest {

    private static final ClientId AWC = new ClientId(new UUID(0, 1));
    private static final ClientId OTHER = new ClientId(new UUID(0, 2));

    private final List<ClientId> answered = new ArrayList<>();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final Doorbell bell = new Doorbell(client -> {
        answered.add(client);
        meanwhile.getAndSet(() -> {}).run();
    });

    @Test
    void each_ring_is_answered() {
        bell.ring(AWC);
        bell.ring(AWC);
        bell.ring(OTHER);
        assertThat(answered).containsExactly(AWC, AWC, OTHER);
    }

    @Test
    void those_who_ring_meanwhile_are_answered_once_and_afterwards() {
        meanwhile.set(() -> {
            bell.ring(AWC);
            bell.ring(AWC);
            assertThat(answered).containsExactly(AWC);
            bell.ring(OTHER);
        });
        bell.ring(AWC);
        assertThat(answered).containsExactly(AWC, OTHER, AWC);
    }

    @Test
    void an_answer_that_fails_is_tried_again_by_the_next_ring() {
        meanwhile.set(() -> {
            throw new IllegalStateException("no database");
        });
        assertThatThrownBy(() -> bell.ring(AWC)).hasMessage("no database");
        bell.ring(AWC);
        assertThat(answered).containsExactly(AWC, AWC);
    }
}
