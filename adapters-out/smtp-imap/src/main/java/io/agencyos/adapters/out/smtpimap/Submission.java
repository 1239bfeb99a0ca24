package io.agencyos.adapters.out.smtpimap;

import io.agencyos.adapters.out.smtpimap.Secrets.Proof;
import io.agencyos.adapters.out.smtpimap.StagedTransport.Refusal;
import io.agencyos.adapters.out.smtpimap.StagedTransport.Stage;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** One message over one connection, given once and never again by itself. Source: smtp-imap 3. */
final class Submission {

    private static final String OPERATION = "send";

    private final SmtpImapSettings settings;
    private final Secrets secrets;
    private final Lines lines;

    Submission(SmtpImapSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
        this.lines = new Lines(settings);
    }

    /** What to do with a line that is open and signed in. */
    private interface Dialogue<T> {
        T with(StagedTransport transport);
    }

    SendOutcome send(SmtpImapAccount account, EmailCommand command, OutgoingMessage message) {
        Result<SendOutcome, VendorFailure> sent =
                signedIn(account, transport -> handOver(transport, account, command, message));
        return switch (sent) {
            case Result.Ok<SendOutcome, VendorFailure>(SendOutcome outcome) -> outcome;
            case Result.Err<SendOutcome, VendorFailure>(VendorFailure failure) -> neverBegun(failure);
        };
    }

    /** Signs in and says nothing. */
    Result<Boolean, VendorFailure> check(SmtpImapAccount account) {
        return signedIn(account, Submission::answersNoop)
                .flatMap(alive -> alive
                        ? Result.ok(true)
                        : Result.err(Failures.unavailable("check", "the mail server does not answer after sign-in")));
    }

    private static boolean answersNoop(StagedTransport transport) {
        try {
            return transport.simpleCommand("NOOP") == 250;
        } catch (MessagingException failed) {
            return false;
        }
    }

    private static SendOutcome neverBegun(VendorFailure failure) {
        return failure instanceof VendorFailure.Unauthorized
                ? new SendOutcome.Rejected(failure)
                : new SendOutcome.NotAccepted(failure, null);
    }

    private <T> Result<T, VendorFailure> signedIn(SmtpImapAccount account, Dialogue<T> dialogue) {
        long began = System.nanoTime();
        return secrets.of(account).flatMap(proof -> {
            try (Socket line = lines.open(account.submission())) {
                Duration left = settings.total().minusNanos(System.nanoTime() - began);
                try (Deadline _ = new Deadline(line, left)) {
                    return signIn(account, proof, line).map(dialogue::with);
                }
            } catch (IOException unreachable) {
                return Result.err(unreachable(unreachable));
            }
        });
    }

    private Result<StagedTransport, VendorFailure> signIn(SmtpImapAccount account, Proof proof, Socket line)
            throws IOException {
        MailServer server = account.submission();
        StagedTransport transport = new StagedTransport(
                session(account, proof),
                new URLName("smtp", server.host(), server.port(), null, account.username(), proof.secret()));
        try {
            transport.connect(server.security() == MailServer.Security.TLS ? lines.secure(line, server) : line);
            return transport.supportsExtension("AUTH")
                    ? Result.ok(transport)
                    : Result.err(Failures.unavailable(OPERATION, "the mail server does not offer to sign in"));
        } catch (AuthenticationFailedException refused) {
            return Result.err(signInRefused(account, transport.lastAnswer()));
        } catch (MessagingException failed) {
            return Result.err(unreachable(failed));
        }
    }

    /** Only a 5xx, or 334 with the reason why a token is no good, is about us; a busy server says 4xx. */
    private VendorFailure signInRefused(SmtpImapAccount account, int code) {
        if (code >= 500 || code == 334) {
            secrets.refused(account);
            return Failures.unauthorized(OPERATION, "the mail server refused the sign-in");
        }
        return Failures.unavailable(OPERATION, "sign-in is not possible now");
    }

    private static VendorFailure unreachable(Exception failed) {
        return Failures.unavailable(OPERATION, "no line to the mail server: " + Failures.kindOf(failed));
    }

    private Session session(SmtpImapAccount account, Proof proof) {
        Properties properties = new Properties();
        properties.put("mail.smtp.auth", "true");
        properties.put("mail.smtp.auth.mechanisms", proof.mechanisms());
        properties.put("mail.smtp.localhost", account.address().domain().value());
        properties.put("mail.smtp.from", account.address().value());
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.sendpartial", "false");
        lines.describe(properties, "smtp", account.submission());
        return Session.getInstance(properties);
    }

    private static SendOutcome handOver(
            StagedTransport transport, SmtpImapAccount account, EmailCommand command, OutgoingMessage message) {
        try {
            transport.sendMessage(message.mime(), recipients(account, command.to()));
        } catch (MessagingException failed) {
            return outcome(transport, command, failed);
        } finally {
            hangUp(transport);
        }
        return new SendOutcome.Accepted(command.messageId());
    }

    private static Address[] recipients(SmtpImapAccount account, EmailAddress to) throws MessagingException {
        List<Address> all = new ArrayList<>();
        all.add(new InternetAddress(to.value()));
        if (account.sentCopy() == SmtpImapAccount.SentCopy.BCC_SELF) {
            all.add(new InternetAddress(account.address().value()));
        }
        return all.toArray(Address[]::new);
    }

    private static SendOutcome outcome(StagedTransport transport, EmailCommand command, MessagingException failed) {
        if (transport.stage() == Stage.ACCEPTED) {
            return new SendOutcome.Accepted(command.messageId());
        }
        return transport
                .refusal()
                .filter(refusal -> refusal.code() >= 400)
                .map(Submission::refused)
                .orElseGet(() -> cutOff(transport.stage(), failed));
    }

    private static SendOutcome refused(Refusal refusal) {
        if (refusal.recipient() > 1) {
            return new SendOutcome.NotAccepted(
                    Failures.unavailable(OPERATION, "the hidden copy to the mailbox itself was refused"), null);
        }
        return Refusals.outcome(refusal);
    }

    private static SendOutcome cutOff(Stage stage, MessagingException failed) {
        String message = "the line broke at " + stage + ": " + Failures.kindOf(failed);
        return stage == Stage.FINAL_DOT
                ? new SendOutcome.Ambiguous(new VendorFailure.Timeout(
                        Failures.details(OPERATION, message).asAmbiguous()))
                : new SendOutcome.NotAccepted(Failures.unavailable(OPERATION, message), null);
    }

    private static void hangUp(StagedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException goneAlready) {
            return;
        }
    }
}
