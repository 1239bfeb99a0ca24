package io.agencyos.adapters.out.smtpimap;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.TouchId;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files what was accepted where people look for it. It never changes what the hand-over came to. Source: smtp-imap 3. */
final class SentFolder {

    private static final Logger LOG = LoggerFactory.getLogger(SentFolder.class);

    private final SmtpImapSettings settings;
    private final Secrets secrets;

    SentFolder(SmtpImapSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** Goes on in the background where {@code patience} is over before the server is done. */
    void file(SmtpImapAccount account, TouchId touch, OutgoingMessage message, Duration patience) {
        Thread filing = Thread.ofVirtual().name("sent-copy").start(() -> append(account, touch, message));
        try {
            filing.join(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void append(SmtpImapAccount account, TouchId touch, OutgoingMessage message) {
        Result<Boolean, VendorFailure> filed = ImapLine.with(settings, secrets, account, "file", mailbox -> {
            IMAPFolder sent = mailbox.sentOrNew();
            MimeMessage copy = message.mime();
            copy.setFlags(new Flags(Flags.Flag.SEEN), true);
            sent.appendMessages(new Message[] {copy});
            return true;
        });
        if (filed instanceof Result.Err<Boolean, VendorFailure>(VendorFailure failure)) {
            LOG.warn(
                    "the copy of {} could not be filed: {}",
                    touch.text(),
                    failure.details().message());
        }
    }
}
