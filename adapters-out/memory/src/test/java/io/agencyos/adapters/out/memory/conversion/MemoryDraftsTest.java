package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.conversation.MemoryComposeDrafts;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversation.DraftsContract;
import io.agencyos.application.conversation.store.ComposeDrafts;
import io.agencyos.application.testing.Desk;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

class MemoryDraftsTest extends DraftsContract {

    @Override
    protected Desk desk(AtomicReference<Instant> time) {
        return MemoryDesk.at(time);
    }

    private @Nullable ComposeDrafts drafts;

    @Override
    protected ComposeDrafts drafts(Desk desk) {
        if (drafts == null) {
            drafts = new MemoryComposeDrafts((MemoryUnitOfWork) desk.world().units());
        }
        return drafts;
    }
}
