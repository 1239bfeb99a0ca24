package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.outreach.EmailCommand;
import io.agencyos.application.outreach.LookupOutcome;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.BodyTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.HeaderTerm;
import jakarta.mail.search.OrTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.search.SearchTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** Looks for what a lost answer would have confirmed: a copy, a bounce or a reply that names it. Source: smtp-imap 3. */
final class Trace {

    /** Servers compare days in their own zone. */
    private static final Duration ZONES = Duration.ofDays(1);

    private final SmtpImapSettings settings;
    private final Secrets secrets;

    Trace(SmtpImapSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
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

    private static LookupOutcome search(ImapLine mailbox, SmtpImapAccount account, String messageId, Instant since)
            throws MessagingException {
        SearchTerm names = naming(messageId, since);
        for (IMAPFolder folder : mailbox.folders()) {
            Optional<Instant> seen = first(folder, names);
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

    private static SearchTerm naming(String messageId, Instant since) {
        SearchTerm recent = new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since.minus(ZONES)));
        SearchTerm named = new OrTerm(new SearchTerm[] {
            new HeaderTerm("Message-ID", messageId),
            new HeaderTerm("In-Reply-To", messageId),
            new HeaderTerm("References", messageId),
            new BodyTerm(messageId)
        });
        return new AndTerm(recent, named);
    }

    private static Optional<Instant> first(IMAPFolder folder, SearchTerm term) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        try {
            Message[] hits = folder.search(term);
            return hits.length == 0
                    ? Optional.empty()
                    : Optional.of(hits[0].getReceivedDate().toInstant());
        } finally {
            folder.close(false);
        }
    }
}
