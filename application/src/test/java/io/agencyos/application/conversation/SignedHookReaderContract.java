package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.HookReader.Delivery;
import io.agencyos.application.conversation.inbox.HookReader.Forgery;
import io.agencyos.domain.shared.Result;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a reader must do besides whose vendor signs the bytes and the time. Source: api 10.1. */
public abstract class SignedHookReaderContract extends HookReaderContract {

    /** How old a signature may be. */
    protected abstract Duration tolerance();

    @Test
    void one_changed_byte_is_not_believed() {
        Delivery genuine = world.signed(world.knownEvent(), "evt-1", SECRET, NOW);
        byte[] changed = genuine.body().clone();
        changed[changed.length - 2] ^= 1;
        assertThat(verify(new Delivery(genuine.headers(), changed), SECRET))
                .isEqualTo(Result.err(Forgery.SIGNATURE_WRONG));
    }

    @Test
    void an_old_signature_is_not_believed() {
        Instant old = NOW.minus(tolerance()).minusSeconds(1);
        assertThat(verify(world.signed(world.knownEvent(), "evt-1", SECRET, old), SECRET))
                .isEqualTo(Result.err(Forgery.TOO_OLD));
    }
}
