package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.conversion.MemoryDesk;
import io.agencyos.application.conversation.store.ConversationStoresContract;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

class MemoryConversationStoresTest extends ConversationStoresContract {

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }
}
