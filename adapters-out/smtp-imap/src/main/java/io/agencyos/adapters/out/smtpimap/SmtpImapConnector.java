package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Connects a client's mail service: every mailbox is signed in to for sending and for reading. Source: smtp-imap 1. */
final class SmtpImapConnector implements VendorConnector {

    private final SmtpImapSettings settings;
    private final Secrets secrets;
    private final Submission submission;

    SmtpImapConnector(SmtpImapSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
        this.submission = new Submission(settings, secrets);
    }

    @Override
    public String vendor() {
        return Failures.VENDOR;
    }

    @Override
    public String capability() {
        return "email";
    }

    @Override
    public String accountMeaning() {
        return "a name for the mail service, such as the domain of its mailboxes";
    }

    @Override
    public List<Field> credentials() {
        return AccountForm.credentials();
    }

    @Override
    public Optional<NamedKeys> namedCredentials() {
        return Optional.of(AccountForm.mailboxes());
    }

    @Override
    public List<Field> settings() {
        return AccountForm.settings();
    }

    @Override
    public Result<String, VendorFailure> test(VendorAccount account) {
        return StoredAccount.read(account).flatMap(this::tested);
    }

    private Result<String, VendorFailure> tested(List<SmtpImapAccount> mailboxes) {
        Result<Boolean, VendorFailure> works = Result.ok(true);
        for (int i = 0; i < mailboxes.size(); i++) {
            SmtpImapAccount mailbox = mailboxes.get(i);
            String which =
                    mailboxes.size() == 1 ? "" : ", mailbox " + (i + 1) + " of " + mailboxes.size() + " by address";
            works = works.flatMap(so -> submission.check(mailbox).mapError(no -> Failures.at("SMTP" + which, no)))
                    .flatMap(so -> ImapLine.with(settings, secrets, mailbox, "check", ImapLine::answers)
                            .mapError(no -> Failures.at("IMAP" + which, no)));
        }
        return works.map(yes -> named(mailboxes));
    }

    private static String named(List<SmtpImapAccount> mailboxes) {
        String domains = mailboxes.stream()
                .map(mailbox -> mailbox.address().domain().value())
                .distinct()
                .collect(Collectors.joining(", "));
        return domains + (mailboxes.size() == 1 ? ", one mailbox" : ", " + mailboxes.size() + " mailboxes");
    }

    /** Mail servers do not push. */
    @Override
    public Result<List<MadeHook>, VendorFailure> registerHooks(
            VendorAccount account, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        return Result.ok(List.of());
    }

    @Override
    public Result<Integer, VendorFailure> removeHooks(VendorAccount account) {
        return Result.ok(0);
    }
}
