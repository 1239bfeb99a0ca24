package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.conversation.OptOutLinkStories;
import io.agencyos.application.conversation.store.OptOutWishes;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOptOutLinkStoriesTest extends OptOutLinkStories {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private FakeEmailSender sender = new FakeEmailSender(() -> Instant.EPOCH);

    @Override
    protected Ground ground(AtomicReference<Instant> time) {
        sender = new FakeEmailSender(time::get);
        return ConversationOnPostgres.ground(database, time::get, sender);
    }

    @Override
    protected void loseNextAnswer() {
        sender.failNext(FakeEmailSender.Fault.DROP_AFTER_ACCEPT);
    }

    @Override
    protected OptOutWishes wishes() {
        return new PostgresOptOutWishes();
    }
}
