package io.agencyos.application.conversation.inbox;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Reads what came back on a channel, as the safety net beside push. An empty answer and a failed call are different
 * results. Source: outreach 15.
 */
@SecondaryPort
public interface ChannelReplies {

    /**
     * One page of events, oldest first; their keys are those under which push reports the same events.
     *
     * @param next what to pass as cursor the next time; stored only after the page is stored
     * @param more whether to ask again at once
     */
    record Page(List<ChannelEvent> events, String next, boolean more) {

        public Page {
            events = List.copyOf(events);
        }
    }

    /**
     * Events since the cursor that an earlier page gave, null for the first time. What that earlier page held is stored
     * by then, so the vendor may be told that it need not be kept.
     */
    Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor);
}
