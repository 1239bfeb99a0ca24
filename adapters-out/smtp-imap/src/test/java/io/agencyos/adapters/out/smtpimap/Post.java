package io.agencyos.adapters.out.smtpimap;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetup;
import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.application.outreach.channel.EmailCommands;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** A real SMTP and IMAP server, Sam's mailbox on it, and the adapter in front of it. */
final class Post implements AutoCloseable {

    static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    static final EmailAddress SAM = new EmailAddress("sam@hello-harbour.example");
    static final String PASSWORD = "mailbox-secret-5c1d";
    static final Mailbox MAILBOX = mailbox();

    final MovableClock clock = new MovableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    final MemoryVendorObjects objects = new MemoryVendorObjects();
    final List<SmtpImapAccount> accounts = new ArrayList<>();
    final PromptGreenMail server;
    final GreenMailUser sam;
    SmtpImapSettings settings = SmtpImapSettings.live().waiting(Duration.ofSeconds(5), Duration.ofSeconds(10));

    Post() {
        server = new PromptGreenMail(
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        sam = server.setUser(SAM.value(), SAM.value(), PASSWORD);
    }

    static Mailbox mailbox() {
        return new Mailbox(
                new ResourceId(new UUID(0, 1)),
                CLIENT,
                SAM,
                new ResourceId(new UUID(0, 3)),
                new DomainName("hello-harbour.example"),
                SmtpImap.VENDOR,
                null,
                MailboxState.CONNECTED,
                DomainHealth.GOOD,
                null,
                true,
                null,
                null);
    }

    MailServer smtp() {
        return new MailServer("127.0.0.1", server.getSmtp().getPort(), MailServer.Security.LOOPBACK);
    }

    MailServer imap() {
        return new MailServer("127.0.0.1", server.imap().getPort(), MailServer.Security.LOOPBACK);
    }

    SmtpImapAccount account(MailServer smtp, SmtpImapAccount.SentCopy sentCopy) {
        return new SmtpImapAccount(
                CLIENT, SAM, SAM.value(), new MailCredential.Password(PASSWORD), smtp, imap(), sentCopy, null, null);
    }

    SmtpImap with(SmtpImapAccount account) {
        accounts.clear();
        accounts.add(account);
        return adapter();
    }

    SmtpImap adapter() {
        return new SmtpImap(
                new SmtpImapAccounts() {
                    @Override
                    public List<SmtpImapAccount> of(ClientId client) {
                        return accounts.stream()
                                .filter(one -> one.clientId().equals(client))
                                .toList();
                    }

                    @Override
                    public void remove(ClientId client, EmailAddress address) {
                        accounts.removeIf(one ->
                                one.clientId().equals(client) && one.address().equals(address));
                    }
                },
                settings,
                List.of(ConsentPage.google("client-1", "secret-1")),
                objects,
                clock);
    }

    EmailCommands email() {
        return EmailCommands.email(MAILBOX, "Harbour Lane", "priya@harbourlane.example", clock.now());
    }

    /** A folder of Sam's, made where it is missing. */
    MailFolder folder(String name) {
        ImapHostManager folders = server.getManagers().getImapHostManager();
        MailFolder known = folders.getFolder(sam, name);
        try {
            return known == null ? folders.createMailbox(sam, name) : known;
        } catch (FolderException | AuthorizationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Puts a mail there as if it had arrived now. */
    void put(String name, String raw) {
        folder(name).appendMessage(mime(raw), new Flags(), Date.from(Instant.now()));
    }

    static MimeMessage mime(String raw) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
