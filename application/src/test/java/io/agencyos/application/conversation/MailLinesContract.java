package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every line to mailboxes must do. Source: smtp-imap 4. */
public abstract class MailLinesContract {

    private static final int TRIES = 60;

    /** The lines and one mailbox at their other end. */
    public interface World {

        MailLines lines();

        /** Whose mailbox it is. */
        ClientId client();

        /** A mail comes. */
        void mail();

        /** How many lines to the mailbox are open. */
        int open();

        /** Breaks whatever is open; who calls again gets through. */
        void cut();

        /** Waits until a line has ended. */
        void awaitEndOfLine();
    }

    private final BlockingQueue<ClientId> heard = new LinkedBlockingQueue<>();
    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private void listen() {
        world.lines().listen(List.of(world.client()), heard::add);
        ring();
    }

    /** Waits until somebody rings; a minute is never. */
    private void ring() {
        assertThat(rings(TRIES)).as("somebody rang").isTrue();
    }

    private boolean rings(int seconds) {
        try {
            ClientId who = heard.poll(seconds, TimeUnit.SECONDS);
            assertThat(who).isIn(world.client(), null);
            return who != null;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** A server may look only a moment after it said that it does, so that mail comes until somebody rings. */
    private void bring() {
        for (int i = 0; i < TRIES; i++) {
            world.mail();
            if (rings(1)) {
                return;
            }
        }
        throw new AssertionError("nobody rang");
    }

    @Test // smtp-imap check 10: IDLE delivers
    void it_rings_when_a_line_was_opened_and_when_mail_comes() {
        listen();
        bring();
    }

    @Test // smtp-imap 4: at most two connections to a mailbox
    void a_mailbox_has_one_line_however_often_it_is_listened_to() {
        listen();
        world.lines().listen(List.of(world.client()), heard::add);
        world.lines().listen(List.of(world.client()), heard::add);

        assertThat(world.open()).isEqualTo(1);
        assertThat(heard).as("nothing was opened").isEmpty();
    }

    @Test // smtp-imap check 10: connection cut: resumed
    void a_line_that_breaks_is_opened_again_and_rings() {
        listen();
        world.cut();
        ring();
        bring();
    }

    @Test
    void of_a_mailbox_that_is_listened_to_no_more_nothing_is_heard() {
        listen();
        world.lines().listen(List.of(), heard::add);
        world.awaitEndOfLine();
        assertThat(world.open()).isZero();
        heard.clear();
        world.mail();
        assertThat(heard).isEmpty();
    }

    @Test
    void whoever_hangs_up_hears_nothing_and_may_listen_again() {
        listen();
        world.lines().hangUp();
        world.lines().hangUp();
        world.awaitEndOfLine();
        assertThat(world.open()).isZero();
        heard.clear();
        world.mail();
        assertThat(heard).isEmpty();
        listen();
        bring();
    }
}
