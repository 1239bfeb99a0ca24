package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.conversation.EmailReplies;
import io.agencyos.application.outreach.EmailSender;
import io.agencyos.application.platform.VendorObjects;
import io.agencyos.application.shared.ClockPort;

/** The ports of plain mail servers, wired to each other. The only way in from outside this package. */
public final class SmtpImap {

    /** The name in configuration and mailboxes. */
    public static final String VENDOR = Failures.VENDOR;

    private final EmailSender sender;
    private final EmailReplies replies;

    public SmtpImap(SmtpImapAccounts accounts, SmtpImapSettings settings, VendorObjects objects, ClockPort clock) {
        Secrets secrets = new Secrets(new FetchedTokens(settings, clock));
        FolderReader reader = new FolderReader(clock);
        this.sender = new SmtpImapSender(accounts, settings, secrets, new Suppressed(objects), reader);
        this.replies = new SmtpImapReplies(accounts, settings, secrets, reader);
    }

    public EmailSender sender() {
        return sender;
    }

    public EmailReplies replies() {
        return replies;
    }
}
