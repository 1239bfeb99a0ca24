package io.agencyos.adapters.out.smtpimap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.ServerSetup;
import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.client.identity.store.AccountPostman;
import io.agencyos.domain.shared.contact.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpPostmanTest {

    private static final EmailAddress FROM = new EmailAddress("os@agency.example");
    private static final AccountMail LETTER = new AccountMail(
            new UUID(0, 1),
            new EmailAddress("sam@agency.example"),
            "Set a new password – now",
            "Open within 30 minutes:\n\nhttps://os.agency.example/reset-password?token=abc\n",
            Instant.parse("2026-03-02T00:00:00Z"));

    private final PromptGreenMail server =
            new PromptGreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
        server.setUser("os@agency.example", "os", "mail-secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private SmtpPostman postman(String login, int port) {
        return new SmtpPostman(new SmtpPostman.Relay(URI.create("smtp://" + login + "127.0.0.1:" + port), FROM));
    }

    @Test // api 2: links by e-mail
    void a_letter_comes_as_it_was_written() throws MessagingException, IOException {
        assertThat(postman("os:mail-secret@", server.getSmtp().getPort()).post(LETTER))
                .isEqualTo(AccountPostman.Outcome.TAKEN);

        MimeMessage came = server.getReceivedMessages()[0];
        assertThat(came.getSubject()).isEqualTo("Set a new password – now");
        assertThat(came.getAllRecipients()[0]).hasToString("sam@agency.example");
        assertThat(came.getFrom()[0]).hasToString("os@agency.example");
        assertThat(((String) came.getContent()).replace("\r\n", "\n").strip())
                .isEqualTo(LETTER.text().strip());
        assertThat(came.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test // a letter waits for the mail server
    void a_mail_server_that_is_not_there_or_does_not_know_us_is_asked_again_later() {
        int gone = server.getSmtp().getPort();
        assertThat(postman("os:wrong@", gone).post(LETTER)).isEqualTo(AccountPostman.Outcome.NOT_NOW);
        server.stop();
        assertThat(postman("os:mail-secret@", gone).post(LETTER)).isEqualTo(AccountPostman.Outcome.NOT_NOW);
    }

    @Test // a password and a link never go over an open line
    void elsewhere_than_on_this_machine_the_line_must_be_encrypted() {
        SmtpPostman.Relay open = new SmtpPostman.Relay(
                URI.create("smtp://os:mail-secret@localhost:" + server.getSmtp().getPort()), FROM);

        assertThat(new SmtpPostman(open).post(LETTER)).isEqualTo(AccountPostman.Outcome.NOT_NOW);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(open.toString()).doesNotContain("mail-secret");
        assertThat(SmtpPostman.Relay.isAddress("smtps://mail.example:465")).isTrue();
        assertThat(SmtpPostman.Relay.isAddress("https://mail.example")).isFalse();
        assertThat(SmtpPostman.Relay.isAddress("not an address")).isFalse();
    }
}
