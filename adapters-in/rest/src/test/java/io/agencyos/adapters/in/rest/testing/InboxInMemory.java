package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.platform.InboundEventRoutes;
import io.agencyos.adapters.out.memory.conversation.MemoryWebhookInbox;
import io.agencyos.application.conversation.ConversationUseCases;

/** What came in, in memory. */
final class InboxInMemory {

    private InboxInMemory() {}

    static InboundEventRoutes routes(MemoryWorld on) {
        return new InboundEventRoutes(ConversationUseCases.inboxDesk(
                new MemoryWebhookInbox(on.units), on.leads, on.audit::append, on.units, on.clock, on.ids));
    }
}
