package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.client.identity.store.AccountPostman;
import io.agencyos.application.client.identity.store.AccountPostmanContract;
import io.agencyos.domain.shared.contact.EmailAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The kit over a real SMTP dialogue, answered as mail servers answer. Source: RFC 5321 4.2.1, 4.5.4.1. */
class PostmanKitTest extends AccountPostmanContract {

    private final ScriptedSmtp server = new ScriptedSmtp();

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected World world() {
        int port = server.address(MailServer.Security.LOOPBACK).port();
        SmtpPostman postman = new SmtpPostman(new SmtpPostman.Relay(
                URI.create("smtp://os:mail-secret@127.0.0.1:" + port), new EmailAddress("os@agency.example")));
        return new World() {

            @Override
            public AccountPostman postman() {
                return postman;
            }

            @Override
            public void breakDown() {
                server.close();
            }

            @Override
            public void refuseNext() {
                server.sayAt(ScriptedSmtp.Step.RCPT, "550 5.1.1 no such mailbox");
            }

            @Override
            public void putOffNext() {
                server.sayAt(ScriptedSmtp.Step.RCPT, "450 4.2.0 greylisted, come again");
            }

            @Override
            public List<Letter> arrived() {
                return server.taken.stream().map(PostmanKitTest::letter).toList();
            }
        };
    }

    private static AccountPostmanContract.Letter letter(ScriptedSmtp.Taken taken) {
        MimeMessage message = Post.mime(taken.message());
        try {
            return new Letter(
                    String.join(", ", taken.recipients()),
                    message.getSubject(),
                    ((String) message.getContent()).replace("\r\n", "\n").stripTrailing());
        } catch (MessagingException broken) {
            throw new IllegalArgumentException(broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
