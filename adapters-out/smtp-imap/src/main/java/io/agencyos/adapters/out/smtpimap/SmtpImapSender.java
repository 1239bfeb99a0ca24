package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.outreach.channel.EmailCapabilities;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** E-mail by submission to the mailbox's own server. Source: smtp-imap 2, 3. */
final class SmtpImapSender implements EmailSender {

    private static final SendSemantics SEMANTICS = new SendSemantics(false, true, Duration.ofMinutes(5), true);
    private static final EmailCapabilities CAPABILITIES = new EmailCapabilities(true, true, true, true, false, true);
    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final Duration FILING = Duration.ofSeconds(5);

    private final SmtpImapAccounts accounts;
    private final SmtpImapSettings settings;
    private final Secrets secrets;
    private final Submission submission;
    private final Suppressed suppressed;
    private final Trace trace;
    private final Map<String, Lock> oneLinePerMailbox = new ConcurrentHashMap<>();

    SmtpImapSender(
            SmtpImapAccounts accounts,
            SmtpImapSettings settings,
            Secrets secrets,
            Suppressed suppressed,
            FolderReader reader) {
        this.accounts = accounts;
        this.settings = settings;
        this.secrets = secrets;
        this.submission = new Submission(settings, secrets);
        this.suppressed = suppressed;
        this.trace = new Trace(settings, secrets, reader);
    }

    @Override
    public SendOutcome send(EmailCommand command) {
        Optional<VendorFailure> broken = MessageChecks.first(command);
        if (broken.isPresent()) {
            return new SendOutcome.Rejected(broken.orElseThrow());
        }
        if (suppressed.holds(command.clientId(), command.to())) {
            return new SendOutcome.Rejected(
                    Failures.invalid("send", "suppressed", "this address must not be written to"));
        }
        return accounts.of(command.clientId(), command.mailbox().address())
                .map(account -> send(account, command))
                .orElseGet(() -> new SendOutcome.Rejected(Failures.notConfigured("send")));
    }

    private SendOutcome send(SmtpImapAccount account, EmailCommand command) {
        OutgoingMessage message = OutgoingMessage.of(command);
        if (message.size() > MessageChecks.MOST_BYTES) {
            return new SendOutcome.Rejected(Failures.invalid("send", "payload", "the e-mail is larger than 1 MiB"));
        }
        Lock line = oneLinePerMailbox.computeIfAbsent(account.address().key().value(), key -> new ReentrantLock());
        if (!line.tryLock()) {
            return new SendOutcome.NotAccepted(
                    new VendorFailure.RateLimited(Failures.details("send", "the mailbox is sending"), BUSY), BUSY);
        }
        try {
            SendOutcome outcome = submission.send(account, command, message);
            if (outcome instanceof SendOutcome.Accepted && account.sentCopy() == SmtpImapAccount.SentCopy.APPEND) {
                new SentFolder(settings, secrets).file(account, command.touchId(), message, FILING);
            }
            return outcome;
        } finally {
            line.unlock();
        }
    }

    @Override
    public LookupOutcome lookup(EmailCommand command, Instant since) {
        return accounts.of(command.clientId(), command.mailbox().address())
                .map(account -> trace.of(account, command, since))
                .orElseGet(() -> new LookupOutcome.Inconclusive("the mailbox is not configured"));
    }

    @Override
    public SendSemantics semantics() {
        return SEMANTICS;
    }

    @Override
    public EmailCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public String slotFor(int earlierDispatches) {
        return "";
    }

    @Override
    public Result<Boolean, VendorFailure> suppress(ClientId client, Collection<EmailAddress> addresses) {
        suppressed.add(client, addresses);
        return Result.ok(true);
    }

    @Override
    public Result<Boolean, VendorFailure> unsuppress(ClientId client, Collection<EmailAddress> addresses) {
        suppressed.remove(client, addresses);
        return Result.ok(true);
    }

    @Override
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        List<SmtpImapAccount> all = accounts.of(client);
        if (all.isEmpty()) {
            return Result.err(Failures.notConfigured("check"));
        }
        Result<Boolean, VendorFailure> checked = Result.ok(true);
        for (SmtpImapAccount account : all) {
            checked = checked.flatMap(ok -> submission.check(account))
                    .flatMap(ok -> ImapLine.with(settings, secrets, account, "check", ImapLine::answers));
        }
        return checked;
    }
}
