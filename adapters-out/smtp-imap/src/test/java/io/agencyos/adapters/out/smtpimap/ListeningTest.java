package io.agencyos.adapters.out.smtpimap;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.smtpimap.SmtpImapAccount.SentCopy;
import io.agencyos.application.conversation.MailLines;
import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was said is what is read afterwards; the lines themselves have their kit. Source: smtp-imap 4, check 10. */
class ListeningTest {

    private final Post post = new Post();
    private final Wire wire = new Wire(post.imap().port(), "");
    private final BlockingQueue<ClientId> heard = new LinkedBlockingQueue<>();
    private final MailLines lines = over(wire).lines();

    private SmtpImap over(Wire wire) {
        SmtpImapAccount account = post.account(post.smtp(), SentCopy.PROVIDER);
        return post.with(new SmtpImapAccount(
                account.clientId(),
                account.address(),
                account.username(),
                account.credential(),
                account.submission(),
                wire.address(),
                account.sentCopy(),
                null,
                null));
    }

    @AfterEach
    void stop() {
        lines.hangUp();
        wire.close();
        post.close();
    }

    private void listen() {
        lines.listen(List.of(Post.CLIENT), heard::add);
        ring();
    }

    /** Waits until somebody rings; a minute is never. */
    private void ring() {
        try {
            assertThat(heard.poll(1, TimeUnit.MINUTES)).isEqualTo(Post.CLIENT);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** Brings mail till somebody rings: this server looks a moment after it said that it does, and not back. */
    private void bring(String id) throws InterruptedException {
        for (int i = 0; i < 60; i++) {
            mail(id + i);
            if (heard.poll(1, TimeUnit.SECONDS) != null) {
                return;
            }
        }
        throw new AssertionError("nobody rang");
    }

    private void mail(String id) {
        post.put(
                "INBOX",
                "From: priya@harbourlane.example\nTo: sam@hello-harbour.example\nSubject: Re: Quick idea\n"
                        + "Message-ID: <" + id + "@harbourlane.example>\n\nYes\n");
    }

    private EmailReplies.Page read(@Nullable String cursor) {
        return post.adapter().replies().since(Post.CLIENT, cursor).orElseThrow();
    }

    @Test // smtp-imap check 10: IDLE delivers
    void the_server_says_that_mail_came() throws InterruptedException {
        listen();
        bring("one");
        String cursor = read(null).next();
        assertThat(read(cursor).events()).isEmpty();
        bring("two");
        assertThat(read(cursor).events())
                .extracting(MailEvent::key)
                .isNotEmpty()
                .allMatch(key -> key.contains("two"));
    }

    @Test // smtp-imap check 10: connection cut: resumed, nothing lost, nothing twice
    void a_line_that_is_cut_is_opened_again_and_what_came_meanwhile_is_heard_of() throws InterruptedException {
        listen();
        bring("one");
        String cursor = read(null).next();
        wire.cut();
        mail("two");
        ring();
        assertThat(read(cursor).events())
                .extracting(MailEvent::key)
                .singleElement()
                .asString()
                .contains("two");
        bring("three");
    }

    @Test // smtp-imap check 10: IDLE unsupported: poll
    void a_server_that_cannot_say_is_left_to_the_polls() throws InterruptedException {
        try (Wire mute = new Wire(post.imap().port(), "IDLE")) {
            MailLines none = over(mute).lines();
            none.listen(List.of(Post.CLIENT), heard::add);
            mute.awaitEndOfLine();
            mail("one");
            assertThat(read(null).events()).hasSize(1);
            none.hangUp();
        }
        assertThat(heard).isEmpty();
    }
}
