package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.inbox.WebhookInbox.Entry;
import io.agencyos.application.conversation.inbox.WebhookInbox.Key;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** What came in and what became of it, over all clients, for staff of the platform. Source: api 9.17, 10.1. */
@PrimaryPort
public interface InboxDesk {

    /** Newest first. */
    List<Entry> list(WebhookInbox.Search search, WebhookInbox.@Nullable After after, int limit);

    /** What came of giving an event to a lead. */
    enum Assigned {
        DONE,
        /** The event's client has no such lead. */
        NO_SUCH_LEAD,
        /** Only what is unmatched can be given to anybody. */
        NOT_UNMATCHED
    }

    /** Gives an unmatched event to a lead of the client that received it, and processes it again. */
    Assigned assign(UserId by, Key key, LeadId lead, Origin origin);

    /** Puts a dead or unmatched event back to the start; false where there is none such. */
    boolean replay(UserId by, Key key, Origin origin);

    /** Ends a dead or unmatched event for good; false where there is none such. */
    boolean discard(UserId by, Key key, String reason, Origin origin);
}
