package io.agencyos.application.resource;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.domain.shared.contact.FreeMailDomains;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the use cases of senders need from outside.
 *
 * @param vendors the names of the senders' vendors as this installation is configured
 * @param lists what a vendor itself knows of mailboxes; empty for one that keeps no list, such as a plain mail server
 * @param freeMail domains from which nobody sends for a business
 */
public record ResourcePorts(
        MailboxRepository mailboxes,
        Set<String> vendors,
        Function<String, Optional<Mailboxes>> lists,
        Events events,
        Audit audit,
        FreeMailDomains freeMail) {

    public ResourcePorts {
        vendors = Set.copyOf(vendors);
    }

    /** Where nobody has added to the free-mail domains that are shipped. */
    public ResourcePorts(
            MailboxRepository mailboxes,
            Set<String> vendors,
            Function<String, Optional<Mailboxes>> lists,
            Events events,
            Audit audit) {
        this(mailboxes, vendors, lists, events, audit, FreeMailDomains.standard());
    }
}
