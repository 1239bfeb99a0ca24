package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.conversation.MemoryNoticeWishes;
import io.agencyos.adapters.out.memory.conversation.MemoryNotices;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.application.client.identity.IdentityStores;
import io.agencyos.application.conversation.notice.NoticeWishes;
import io.agencyos.application.conversation.notice.Notices;
import io.agencyos.application.conversation.notice.NoticesContract;
import io.agencyos.application.platform.EventFeed;
import io.agencyos.application.platform.Events;

class MemoryNoticesTest extends NoticesContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final IdentityStores stores = MemoryIdentity.on(units);
    private final MemoryEvents events = new MemoryEvents(units);
    private final Notices notices = new MemoryNotices(units);
    private final NoticeWishes wishes = new MemoryNoticeWishes(units, stores.users(), new MemoryProfiles(units));

    @Override
    protected IdentityStores stores() {
        return stores;
    }

    @Override
    protected Notices notices() {
        return notices;
    }

    @Override
    protected NoticeWishes wishes() {
        return wishes;
    }

    @Override
    protected Events events() {
        return events;
    }

    @Override
    protected EventFeed feed() {
        return events;
    }
}
