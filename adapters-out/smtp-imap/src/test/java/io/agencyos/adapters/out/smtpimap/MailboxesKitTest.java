package io.agencyos.adapters.out.smtpimap;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.smtpimap.SmtpImapAccount.SentCopy;
import io.agencyos.application.resource.Mailboxes;
import io.agencyos.application.resource.MailboxesContract;
import io.agencyos.application.resource.VendorMailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kit over a real IMAP server. */
class MailboxesKitTest extends MailboxesContract {

    private final Post post = new Post();

    @AfterEach
    void stop() {
        post.close();
    }

    private void connect(EmailAddress address, String password) {
        post.server.setUser(address.value(), address.value(), Post.PASSWORD);
        post.accounts.add(new SmtpImapAccount(
                Post.CLIENT,
                address,
                address.value(),
                new MailCredential.Password(password),
                post.smtp(),
                post.imap(),
                SentCopy.PROVIDER,
                null,
                null));
    }

    @Override
    protected World world() {
        SmtpImap mail = post.adapter();
        return new World() {
            @Override
            public Mailboxes mailboxes() {
                return mail.mailboxes();
            }

            @Override
            public ClientId client() {
                return Post.CLIENT;
            }

            @Override
            public void connect(EmailAddress address) {
                MailboxesKitTest.this.connect(address, Post.PASSWORD);
            }
        };
    }

    @Test // smtp-imap 3: a refused sign-in disconnects the mailbox
    void a_mailbox_whose_server_refuses_us_is_disconnected() {
        connect(Post.SAM, "changed meanwhile");
        List<VendorMailbox> all = post.adapter().mailboxes().list(Post.CLIENT).orElseThrow();
        assertThat(all).extracting(VendorMailbox::state).containsExactly(MailboxState.DISCONNECTED);
        assertThat(all.getFirst().disconnectReason()).isNotBlank();
    }

    @Test
    void a_server_that_cannot_be_asked_is_a_failure_never_a_disconnected_mailbox() {
        connect(Post.SAM, Post.PASSWORD);
        post.server.imap().stopService();
        assertThat(post.adapter().mailboxes().list(Post.CLIENT))
                .isInstanceOfSatisfying(
                        Result.Err.class, err -> assertThat(err.error()).isInstanceOf(VendorFailure.Unavailable.class));
    }

    @Test // RFC 6749, 4.1.1
    void the_consent_page_asks_for_smtp_and_imap_and_keeps_the_state() {
        URI page = ConsentPage.outlook("client-1", "secret-1")
                .urlFor(Post.SAM, URI.create("https://agency.example/back?state=7f"));
        assertThat(page.toString())
                .startsWith("https://login.microsoftonline.com/common/oauth2/v2.0/authorize?response_type=code&")
                .contains("SMTP.Send", "IMAP.AccessAsUser.All", "offline_access", "&client_id=client-1")
                .contains("&redirect_uri=https%3A%2F%2Fagency.example%2Fback&", "&state=state%3D7f")
                .doesNotContain("secret-1");
    }
}
