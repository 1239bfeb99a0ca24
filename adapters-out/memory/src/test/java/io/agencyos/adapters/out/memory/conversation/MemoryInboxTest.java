package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversation.InboxContract;
import io.agencyos.application.conversation.inbox.SyncCursors;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.shared.UnitOfWork;

class MemoryInboxTest extends InboxContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryWebhookInbox inbox = new MemoryWebhookInbox(units);
    private final MemorySyncCursors cursors = new MemorySyncCursors(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected WebhookInbox inbox() {
        return inbox;
    }

    @Override
    protected SyncCursors cursors() {
        return cursors;
    }

    @Override
    protected void emptyInbox() {
        // it is this test's own
    }
}
