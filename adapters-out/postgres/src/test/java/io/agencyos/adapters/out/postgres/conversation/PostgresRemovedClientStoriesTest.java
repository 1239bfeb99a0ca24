package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.postgres.client.PostgresClientRemoval;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.ClientRemoval;
import io.agencyos.application.conversation.RemovedClientStories;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRemovedClientStoriesTest extends RemovedClientStories {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private FakeEmailSender sender = new FakeEmailSender(() -> Instant.EPOCH);

    @Override
    protected Ground ground(AtomicReference<Instant> time) {
        sender = new FakeEmailSender(time::get);
        return ConversationOnPostgres.ground(database, time::get, sender);
    }

    @Override
    protected ClientRemoval removal(Ground ground) {
        return new PostgresClientRemoval(UUID::randomUUID);
    }

    @Override
    protected void loseNextAnswer() {
        sender.failNext(FakeEmailSender.Fault.DROP_AFTER_ACCEPT);
    }
}
