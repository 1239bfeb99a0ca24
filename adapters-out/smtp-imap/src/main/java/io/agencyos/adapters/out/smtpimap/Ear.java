package io.agencyos.adapters.out.smtpimap;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** IDLE on one mailbox's INBOX, on a line of its own. Source: smtp-imap 4. */
final class Ear {

    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /** 256 s: about as often as the polls try. */
    private static final int MOST_DOUBLINGS = 8;

    private final SmtpImapSettings settings;
    private final Secrets secrets;
    private final SmtpImapAccount account;
    private final Runnable heard;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<@Nullable ImapLine> held = new AtomicReference<>();
    private final Thread thread;
    private int failures;

    private Ear(SmtpImapSettings settings, Secrets secrets, SmtpImapAccount account, Runnable heard) {
        this.settings = settings;
        this.secrets = secrets;
        this.account = account;
        this.heard = heard;
        this.thread = Thread.ofVirtual().unstarted(this::run);
    }

    /** @param heard told from threads of the line's own; what comes meanwhile is told afterwards */
    static Ear open(SmtpImapSettings settings, Secrets secrets, SmtpImapAccount account, Runnable heard) {
        Ear ear = new Ear(settings, secrets, account, heard);
        ear.thread.start();
        return ear;
    }

    private boolean isOver() {
        return over.getCount() == 0;
    }

    private void run() {
        try {
            while (!isOver() && held()) {
                over.await(
                        FIRST_PAUSE.toMillis() << Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1)),
                        TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds a line until it breaks; false where the server cannot say anything. What is broken, the polls tell. */
    private boolean held() {
        failures++;
        try {
            return switch (ImapLine.with(settings, secrets, account, "listen", this::listen)) {
                case Result.Ok<Boolean, VendorFailure>(Boolean able) -> able;
                case Result.Err<Boolean, VendorFailure> broken -> true;
            };
        } catch (RuntimeException broken) {
            // a line that is hung up under its reader ends like this, too
            if (!isOver()) {
                LOG.warn("listening to a mailbox of client {} failed", account.clientId(), broken);
            }
            return true;
        } finally {
            held.set(null);
        }
    }

    private boolean listen(ImapLine line) throws MessagingException {
        if (!line.canIdle()) {
            return false;
        }
        held.set(line);
        IMAPFolder inbox = line.inbox();
        // told by the library also of what came between two commands, before the server idles again
        inbox.addMessageCountListener(new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent event) {
                tell();
            }
        });
        inbox.open(Folder.READ_ONLY);
        failures = 0;
        tell();
        while (!isOver()) {
            inbox.idle();
        }
        return true;
    }

    /** What cannot be answered now, the next poll reads. */
    private void tell() {
        if (isOver()) {
            return;
        }
        try {
            heard.run();
        } catch (RuntimeException broken) {
            LOG.warn("mail of client {} was heard of and not read", account.clientId(), broken);
        }
    }

    /** Tells it to end; what it is reading, it reads to the end. */
    void hangUp() {
        over.countDown();
        ImapLine line = held.get();
        if (line != null) {
            Thread.ofVirtual().start(() -> {
                try {
                    line.close();
                } catch (MessagingException | RuntimeException gone) {
                    LOG.debug("a line was gone before it was hung up", gone);
                }
            });
        }
    }

    /** Waits until it has ended, as long as an answer of the server may take. */
    void awaitEnd() {
        try {
            thread.join(settings.read());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
