package io.agencyos.adapters.out.smtpimap;

import io.agencyos.adapters.out.smtpimap.FolderReader.Mail;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import jakarta.mail.MessagingException;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.HeaderTerm;
import jakarta.mail.search.OrTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.search.SearchTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** Looks for what a lost answer would have confirmed: a copy, a bounce or a reply that names it. Source: smtp-imap 3. */
final class Trace {

    /** Servers compare days in their own zone. */
    private static final Duration ZONES = Duration.ofDays(1);

    private final SmtpImapSettings settings;
    private final Secrets secrets;
    private final FolderReader reader;

    Trace(SmtpImapSettings settings, Secrets secrets, FolderReader reader) {
        this.settings = settings;
        this.secrets = secrets;
        this.reader = reader;
    }

    LookupOutcome of(SmtpImapAccount account, EmailCommand command, Instant since) {
        Result<LookupOutcome, VendorFailure> read = ImapLine.with(
                settings, secrets, account, "lookup", mailbox -> search(mailbox, account, command.messageId(), since));
        return switch (read) {
            case Result.Ok<LookupOutcome, VendorFailure>(LookupOutcome outcome) -> outcome;
            case Result.Err<LookupOutcome, VendorFailure>(VendorFailure failure) ->
                new LookupOutcome.Inconclusive(failure.details().message());
        };
    }

    private LookupOutcome search(ImapLine mailbox, SmtpImapAccount account, String messageId, Instant since)
            throws MessagingException {
        SearchTerm recent = new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since.minus(ZONES)));
        Ours ours = Ours.of(List.of(account));
        for (IMAPFolder folder : mailbox.folders()) {
            Optional<Instant> seen = reader.matching(folder, new AndTerm(recent, candidates(messageId))).stream()
                    .filter(mail -> names(mail, account, ours, messageId))
                    .map(Mail::receivedAt)
                    .min(Comparator.naturalOrder());
            if (seen.isPresent()) {
                return new LookupOutcome.Found(messageId, seen.orElseThrow());
            }
        }
        return switch (account.sentCopy()) {
            case PROVIDER ->
                mailbox.sent().isPresent()
                        ? new LookupOutcome.Absent()
                        : new LookupOutcome.Inconclusive("the mailbox has no folder for sent mail");
            case BCC_SELF -> new LookupOutcome.Absent();
            case APPEND -> new LookupOutcome.Inconclusive("a copy is filed only after the answer that was lost");
        };
    }

    /** Reports are looked into here: servers differ in what of a mail within a mail they search. */
    private static SearchTerm candidates(String messageId) {
        return new OrTerm(new SearchTerm[] {
            new HeaderTerm("Message-ID", messageId),
            new HeaderTerm("In-Reply-To", messageId),
            new HeaderTerm("References", messageId),
            new HeaderTerm("Content-Type", "multipart/report"),
            new HeaderTerm("From", "mailer-daemon"),
            new HeaderTerm("From", "postmaster")
        });
    }

    private static boolean names(Mail mail, SmtpImapAccount account, Ours ours, String messageId) {
        MailHeaders headers = new MailHeaders(mail.message());
        return headers.messageId().filter(messageId::equals).isPresent()
                || headers.answered().contains(messageId)
                || new DeliveryReport(mail, account.address(), ours)
                        .returnedId()
                        .filter(messageId::equals)
                        .isPresent();
    }
}
