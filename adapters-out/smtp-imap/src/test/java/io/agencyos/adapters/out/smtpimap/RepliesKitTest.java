package io.agencyos.adapters.out.smtpimap;

import io.agencyos.adapters.out.smtpimap.SmtpImapAccount.SentCopy;
import io.agencyos.application.conversation.EmailRepliesContract;
import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import org.junit.jupiter.api.AfterEach;

/** The kit over a real IMAP server. */
class RepliesKitTest extends EmailRepliesContract {

    private final Post post = new Post();

    @AfterEach
    void stop() {
        post.close();
    }

    @Override
    protected World world() {
        SmtpImap mail = post.with(post.account(post.smtp(), SentCopy.PROVIDER));
        return new World() {
            private int count;

            @Override
            public EmailReplies replies() {
                return mail.replies();
            }

            @Override
            public ClientId client() {
                return Post.CLIENT;
            }

            @Override
            public void answer(EmailAddress from, String text) {
                count++;
                post.put("INBOX", """
                    From: Somebody <%s>
                    To: sam@hello-harbour.example
                    Subject: Re: Quick idea
                    Message-ID: <answer-%d@%s>
                    In-Reply-To: <3f0e2c1a-0000-4000-8000-000000000001@hello-harbour.example>

                    %s
                    """.formatted(
                                from.value(), count, from.domain().value(), text));
            }

            @Override
            public void breakDown() {
                post.server.imap().stopService();
            }
        };
    }
}
