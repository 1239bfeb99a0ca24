package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.conversation.MailLines;
import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.resource.Mailboxes;
import io.agencyos.application.shared.ClockPort;
import java.util.List;

/** The ports of plain mail servers, wired to each other. The only way in from outside this package. */
public final class SmtpImap {

    /** The name in configuration and mailboxes. */
    public static final String VENDOR = Failures.VENDOR;

    private final EmailSender sender;
    private final EmailReplies replies;
    private final Mailboxes mailboxes;
    private final Consents consents;
    private final VendorConnector connector;
    private final MailLines lines;

    /** @param pages as whom this installation asks for consent, empty where it only uses passwords */
    public SmtpImap(
            SmtpImapAccounts accounts,
            SmtpImapSettings settings,
            List<ConsentPage> pages,
            VendorObjects objects,
            ClockPort clock) {
        TokenEndpoint endpoint = new TokenEndpoint(settings);
        Secrets secrets = new Secrets(new FetchedTokens(endpoint, clock));
        FolderReader reader = new FolderReader(clock);
        this.sender = new SmtpImapSender(accounts, settings, secrets, new Suppressed(objects), reader);
        this.replies = new SmtpImapReplies(accounts, settings, secrets, reader);
        this.mailboxes = new SmtpImapMailboxes(accounts, settings, secrets, objects, pages);
        this.consents = new Consents(endpoint, pages);
        this.connector = new SmtpImapConnector(settings, secrets);
        this.lines = new SmtpImapLines(accounts, settings, secrets);
    }

    public EmailSender sender() {
        return sender;
    }

    public EmailReplies replies() {
        return replies;
    }

    /** On which the servers say that something came. */
    public MailLines lines() {
        return lines;
    }

    public Mailboxes mailboxes() {
        return mailboxes;
    }

    public VendorConnector connector() {
        return connector;
    }

    /** What the page does to which a person comes back from a consent page. */
    public Consents consents() {
        return consents;
    }
}
