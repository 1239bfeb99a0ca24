package io.agencyos.application.conversation.inbox;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Reads what came back by e-mail, for the safety net beside push and for vendors that do not push. An empty answer and
 * a failed call are different results. Source: outreach 15.
 */
@SecondaryPort
public interface EmailReplies {

    /**
     * One page of events, oldest first.
     *
     * @param next what to pass as cursor the next time; stored only after the page is stored
     * @param more whether to ask again at once
     */
    record Page(List<MailEvent> events, String next, boolean more) {

        public Page {
            events = List.copyOf(events);
        }
    }

    /** Events since the cursor that an earlier page gave, null for the first time. Changes nothing at the vendor. */
    Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor);

    /**
     * These e-mails left, as a push said: the next page need not ask for each of them again. To be told twice or of an
     * unknown one changes nothing, and neither does this at the vendor.
     */
    void heard(ClientId client, Collection<MailEvent.Sent> sent);

    /** Every mail that this address sent to the client's mailboxes, oldest first. */
    Result<List<InboundMail>, VendorFailure> conversationWith(ClientId client, EmailAddress address);
}
