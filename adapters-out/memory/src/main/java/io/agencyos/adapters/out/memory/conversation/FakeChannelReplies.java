package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.SmsReplies;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people wrote to a client on a channel, in the order in which it was put here; the cursor is a position in it. Thread-safe. */
public final class FakeChannelReplies implements SmsReplies {

    private final Map<ClientId, List<ChannelEvent>> written = new HashMap<>();
    private boolean down;

    public synchronized void add(ClientId client, ChannelEvent event) {
        written.computeIfAbsent(client, first -> new ArrayList<>()).add(event);
    }

    /** From now on nothing can be read. */
    public synchronized void breakDown() {
        down = true;
    }

    @Override
    public synchronized Result<Page, VendorFailure> since(ClientId client, @Nullable String cursor) {
        if (down) {
            return Result.err(
                    new VendorFailure.Unavailable(VendorFailure.Details.of("fake-channel", "replies", "unavailable")));
        }
        List<ChannelEvent> events = written.getOrDefault(client, List.of());
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        return Result.ok(new Page(events.subList(from, events.size()), String.valueOf(events.size()), false));
    }
}
