package io.agencyos.application.conversation.inbox;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Where a client's e-mail answers can be asked for. Source: outreach 15 reply recovery. */
@SecondaryPort
@FunctionalInterface
public interface ReplyFeeds {

    /** A source and the vendor's name under which its hooks report the same events. */
    record ReplyFeed(String vendor, EmailReplies replies) {}

    List<ReplyFeed> of(ClientId client);
}
