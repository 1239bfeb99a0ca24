package io.agencyos.adapters.out.smtpimap;

import io.agencyos.adapters.out.smtpimap.SmtpImapAccount.SentCopy;
import io.agencyos.application.conversation.MailLines;
import io.agencyos.application.conversation.MailLinesContract;
import io.agencyos.domain.shared.id.ClientId;
import org.junit.jupiter.api.AfterEach;

/** The kit on IDLE, to a real server behind a wire that can be cut. */
class LinesKitTest extends MailLinesContract {

    private final Post post = new Post();
    private final Wire wire = new Wire(post.imap().port(), "");
    private final MailLines lines = lines();
    private int mails;

    private MailLines lines() {
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
                        null))
                .lines();
    }

    @AfterEach
    void stop() {
        lines.hangUp();
        wire.close();
        post.close();
    }

    @Override
    protected World world() {
        return new World() {

            @Override
            public MailLines lines() {
                return lines;
            }

            @Override
            public ClientId client() {
                return Post.CLIENT;
            }

            @Override
            public void mail() {
                mails++;
                post.put(
                        "INBOX",
                        "From: priya@harbourlane.example\nTo: sam@hello-harbour.example\nSubject: Re: Quick idea\n"
                                + "Message-ID: <" + mails + "@harbourlane.example>\n\nYes\n");
            }

            @Override
            public int open() {
                return wire.lines();
            }

            @Override
            public void cut() {
                wire.cut();
            }

            @Override
            public void awaitEndOfLine() {
                try {
                    wire.awaitEndOfLine();
                } catch (InterruptedException stopped) {
                    throw new AssertionError(stopped);
                }
            }
        };
    }
}
