package io.agencyos.adapters.out.smtpimap;

import io.agencyos.adapters.out.smtpimap.FolderReader.Batch;
import io.agencyos.adapters.out.smtpimap.FolderReader.Mail;
import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import jakarta.mail.MessagingException;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.HeaderTerm;
import jakarta.mail.search.SearchTerm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;

/** Reads INBOX, junk and sent of every mailbox of a client. Source: smtp-imap 4. */
final class SmtpImapReplies implements EmailReplies {

    private static final int PAGE = 50;

    private final SmtpImapAccounts accounts;
    private final SmtpImapSettings settings;
    private final Secrets secrets;
    private final FolderReader reader;

    SmtpImapReplies(SmtpImapAccounts accounts, SmtpImapSettings settings, Secrets secrets, FolderReader reader) {
        this.accounts = accounts;
        this.settings = settings;
        this.secrets = secrets;
        this.reader = reader;
    }

    /** What was read of one mailbox, or of all so far. */
    private record Read(List<MailEvent> events, ReadCursor cursor, boolean more) {}

    @Override
    public Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor) {
        List<SmtpImapAccount> all = accounts.of(client);
        if (all.isEmpty()) {
            return Result.err(Failures.notConfigured("replies"));
        }
        Ours ours = Ours.of(all);
        Read so = new Read(List.of(), ReadCursor.parse(cursor), false);
        VendorFailure failure = null;
        for (SmtpImapAccount account : all) {
            Read before = so;
            Result<Read, VendorFailure> read =
                    ImapLine.with(settings, secrets, account, "replies", line -> mailbox(line, account, ours, before));
            switch (read) {
                case Result.Ok<Read, VendorFailure>(Read after) -> so = after;
                case Result.Err<Read, VendorFailure>(VendorFailure broken) -> failure = broken;
            }
        }
        return page(so, failure);
    }

    /**
     * One broken mailbox does not keep the others' mail back: first what was read is handed on, and when nothing new is
     * left the failure shows.
     */
    private static Result<Page, VendorFailure> page(Read read, @Nullable VendorFailure failure) {
        if (failure != null && read.events().isEmpty()) {
            return Result.err(failure);
        }
        List<MailEvent> events = read.events().stream()
                .sorted(Comparator.comparing(MailEvent::at))
                .toList();
        return Result.ok(new Page(events, read.cursor().text(), read.more() || failure != null));
    }

    private Read mailbox(ImapLine line, SmtpImapAccount account, Ours ours, Read before) throws MessagingException {
        MailSorter sorter = new MailSorter(account.address(), ours);
        List<MailEvent> events = new ArrayList<>(before.events());
        ReadCursor cursor = before.cursor();
        boolean more = before.more();
        for (IMAPFolder folder : line.folders()) {
            String name = folder.getFullName();
            Batch batch = reader.newIn(folder, cursor.of(account.address(), name), PAGE);
            batch.mails().forEach(mail -> events.addAll(sorter.events(mail)));
            cursor = cursor.with(account.address(), name, batch.next());
            more |= batch.more();
        }
        return new Read(List.copyOf(events), cursor, more);
    }

    /** A mail server is never asked for the fate of one e-mail, so there is nothing to leave out. */
    @Override
    public void heard(ClientId client, Collection<MailEvent.Sent> sent) {}

    @Override
    public Result<List<InboundMail>, VendorFailure> conversationWith(ClientId client, EmailAddress address) {
        List<SmtpImapAccount> all = accounts.of(client);
        if (all.isEmpty()) {
            return Result.err(Failures.notConfigured("conversation"));
        }
        Ours ours = Ours.of(all);
        Map<String, InboundMail> mails = new LinkedHashMap<>();
        for (SmtpImapAccount account : all) {
            Result<List<InboundMail>, VendorFailure> read = ImapLine.with(
                    settings, secrets, account, "conversation", line -> from(line, account, ours, address));
            switch (read) {
                case Result.Ok<List<InboundMail>, VendorFailure>(List<InboundMail> found) ->
                    found.forEach(mail -> mails.putIfAbsent(mail.key(), mail));
                case Result.Err<List<InboundMail>, VendorFailure>(VendorFailure broken) -> {
                    return Result.err(broken);
                }
            }
        }
        return Result.ok(mails.values().stream()
                .sorted(Comparator.comparing(InboundMail::receivedAt))
                .toList());
    }

    /** The server finds roughly; which spellings are one person's is decided by their key. */
    private List<InboundMail> from(ImapLine line, SmtpImapAccount account, Ours ours, EmailAddress address)
            throws MessagingException {
        MailSorter sorter = new MailSorter(account.address(), ours);
        SearchTerm candidates = candidates(address);
        List<InboundMail> mails = new ArrayList<>();
        for (IMAPFolder folder : Stream.of(Optional.of(line.inbox()), line.junk())
                .flatMap(Optional::stream)
                .toList()) {
            for (Mail mail : reader.matching(folder, candidates)) {
                sorter.events(mail).forEach(event -> {
                    if (event instanceof MailEvent.Received(InboundMail inbound)
                            && inbound.from().key().equals(address.key())) {
                        mails.add(inbound);
                    }
                });
            }
        }
        return mails;
    }

    /** Tags, and the dots that some providers ignore, may come anywhere after the first letters. */
    private static SearchTerm candidates(EmailAddress address) {
        String beginning = address.key().value().endsWith("@gmail.com")
                ? address.localPart().substring(0, 1)
                : address.localPart().split("\\+")[0];
        String domain = address.domain().value();
        return new AndTerm(new HeaderTerm("From", beginning), new HeaderTerm("From", domain));
    }
}
