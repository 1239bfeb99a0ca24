package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.conversation.PostgresNoticeWishes;
import io.agencyos.adapters.out.postgres.conversation.PostgresNotices;
import io.agencyos.adapters.out.postgres.platform.PostgresEventFeed;
import io.agencyos.adapters.out.postgres.platform.PostgresEvents;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.identity.IdentityStores;
import io.agencyos.application.conversation.notice.NoticeWishes;
import io.agencyos.application.conversation.notice.Notices;
import io.agencyos.application.conversation.notice.NoticesContract;
import io.agencyos.application.platform.EventFeed;
import io.agencyos.application.platform.Events;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresNoticesTest extends NoticesContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    @Override
    protected IdentityStores stores() {
        return PostgresIdentity.on(database.unitOfWork());
    }

    @Override
    protected Notices notices() {
        return new PostgresNotices();
    }

    @Override
    protected NoticeWishes wishes() {
        return new PostgresNoticeWishes();
    }

    @Override
    protected Events events() {
        return new PostgresEvents();
    }

    @Override
    protected EventFeed feed() {
        return new PostgresEventFeed();
    }
}
