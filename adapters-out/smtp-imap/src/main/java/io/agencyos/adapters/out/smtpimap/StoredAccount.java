package io.agencyos.adapters.out.smtpimap;

import io.agencyos.adapters.out.smtpimap.MailServer.Security;
import io.agencyos.adapters.out.smtpimap.SmtpImapAccount.SentCopy;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the mailboxes out of an account as it was connected; {@code Invalid} names the setting that cannot be. */
final class StoredAccount {

    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_TLS = 465;
    private static final int READING = 143;
    private static final int READING_TLS = 993;
    private static final int PORTS = 65_535;

    private final VendorAccount account;

    private StoredAccount(VendorAccount account) {
        this.account = account;
    }

    /** In the order of their addresses. */
    static Result<List<SmtpImapAccount>, VendorFailure> read(VendorAccount account) {
        StoredAccount stored = new StoredAccount(account);
        return stored.submission()
                .flatMap(smtp -> stored.reading()
                        .flatMap(imap -> stored.credentials().map(keys -> stored.mailboxes(smtp, imap, keys))));
    }

    private List<SmtpImapAccount> mailboxes(
            MailServer smtp, MailServer imap, Function<String, MailCredential> credentials) {
        return account.credentials().entrySet().stream()
                .filter(key -> AccountForm.isMailbox(key.getKey()))
                .map(key -> mailbox(
                        EmailAddress.parse(key.getKey()).orElseThrow(),
                        credentials.apply(key.getValue().reveal()),
                        smtp,
                        imap))
                .sorted(Comparator.comparing(mailbox -> mailbox.address().value()))
                .toList();
    }

    private SmtpImapAccount mailbox(EmailAddress address, MailCredential credential, MailServer smtp, MailServer imap) {
        boolean shortly = AccountForm.LOCAL_PART.equals(said(AccountForm.USERNAME));
        return new SmtpImapAccount(
                account.clientId(),
                address,
                shortly ? address.localPart() : address.value(),
                credential,
                smtp,
                imap,
                sentCopy(),
                said(AccountForm.SENT_FOLDER),
                said(AccountForm.JUNK_FOLDER));
    }

    private @Nullable String said(String name) {
        return account.settings().get(name);
    }

    /** Where nothing is said, what can never lead to a second e-mail. */
    private SentCopy sentCopy() {
        return switch (said(AccountForm.SENT_COPY)) {
            case AccountForm.PROVIDER -> SentCopy.PROVIDER;
            case AccountForm.BCC_SELF -> SentCopy.BCC_SELF;
            case null, default -> SentCopy.APPEND;
        };
    }

    private Result<MailServer, VendorFailure> submission() {
        Security security = security(AccountForm.SMTP, Security.STARTTLS);
        return server(AccountForm.SMTP, security, security == Security.TLS ? SUBMISSION_TLS : SUBMISSION);
    }

    private Result<MailServer, VendorFailure> reading() {
        Security security = security(AccountForm.IMAP, Security.TLS);
        return server(AccountForm.IMAP, security, security == Security.TLS ? READING_TLS : READING);
    }

    private Security security(String group, Security unsaid) {
        return switch (said(group + AccountForm.SECURITY)) {
            case AccountForm.STARTTLS -> Security.STARTTLS;
            case AccountForm.TLS -> Security.TLS;
            case AccountForm.LOOPBACK -> Security.LOOPBACK;
            case null, default -> unsaid;
        };
    }

    private Result<MailServer, VendorFailure> server(String group, Security security, int usualPort) {
        String host = Optional.ofNullable(said(group + AccountForm.HOST)).orElse("");
        if (host.isEmpty()) {
            return wrong(group + AccountForm.HOST, "is required");
        }
        if (security == Security.LOOPBACK && !MailServer.isLoopback(host)) {
            return wrong(group + AccountForm.SECURITY, "loopback is for this machine only: localhost, 127.0.0.1, ::1");
        }
        String port = said(group + AccountForm.PORT);
        if (port == null) {
            return Result.ok(new MailServer(host, usualPort, security));
        }
        return port(port)
                .<Result<MailServer, VendorFailure>>map(number -> Result.ok(new MailServer(host, number, security)))
                .orElseGet(() -> wrong(group + AccountForm.PORT, "is a number from 1 to " + PORTS));
    }

    private static Optional<Integer> port(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= PORTS);
    }

    /** How a mailbox's key proves who we are. */
    private Result<Function<String, MailCredential>, VendorFailure> credentials() {
        String endpoint = said(AccountForm.TOKEN_ENDPOINT);
        if (endpoint == null) {
            return Result.ok(MailCredential.Password::new);
        }
        String clientId = said(AccountForm.CLIENT_ID);
        SecretText secret = account.credentials().get(AccountForm.CLIENT_SECRET);
        if (clientId == null || secret == null) {
            return wrong(
                    AccountForm.TOKEN_ENDPOINT,
                    "needs " + AccountForm.CLIENT_ID + " and the key " + AccountForm.CLIENT_SECRET + " besides");
        }
        if (!endpoint.matches("https://[^\\s<>\"{}|\\\\^`]+")) {
            return wrong(AccountForm.TOKEN_ENDPOINT, "is an address that begins with https://");
        }
        URI address = URI.create(endpoint);
        return Result.ok(token -> new MailCredential.Consent(address, clientId, secret.reveal(), token));
    }

    private static <T> Result<T, VendorFailure> wrong(String field, String reason) {
        return Result.err(Failures.invalid("connect", field, field + " " + reason));
    }
}
