package io.agencyos.adapters.out.postgres.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.conversation.InboxContract;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.SyncCursors;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.shared.id.ClientId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresInboxTest extends InboxContract {

    private static final int WORKERS = 6;

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final PostgresWebhookInbox inbox = new PostgresWebhookInbox(ConversationOnPostgres.SEAL);

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
    }

    @Override
    protected WebhookInbox inbox() {
        return inbox;
    }

    @Override
    protected SyncCursors cursors() {
        return new PostgresSyncCursors();
    }

    @Override
    protected void emptyInbox() {
        units().onPlatform(() -> Db.update(
                        "update webhook_inbox set status = 'done' where status in ('received', 'unmatched',"
                                + " 'processing')")
                .execute());
    }

    @Test // api 10.1 step 5: payload encrypted
    void what_people_wrote_does_not_stand_in_the_table() {
        ClientId client = new ClientId(UUID.randomUUID());
        store(client, "sealed-1");
        byte[] stored = units().onPlatform(
                        () -> Db.query("select payload_ciphertext from webhook_inbox where event_key = 'sealed-1'")
                                .mapTo(byte[].class)
                                .one());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("delivered");
    }

    @Test // api 10.1: the same delivery at once from several sides is one row and one answer says so
    void the_same_event_stored_at_once_is_new_for_one_only() throws Exception {
        ClientId client = new ClientId(UUID.randomUUID());
        AtomicInteger fresh = new AtomicInteger();
        atOnce(() -> {
            fresh.addAndGet(store(client, "race-1", "race-2").size());
            return null;
        });
        assertThat(fresh).hasValue(2);
    }

    @Test // api 10.1 step 6: SKIP LOCKED
    void workers_share_the_inbox_without_taking_anything_twice() throws Exception {
        emptyInbox();
        ClientId client = new ClientId(UUID.randomUUID());
        store(client, IntStream.range(0, 300).mapToObj(no -> "shared-" + no).toArray(String[]::new));
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger taken = new AtomicInteger();
        atOnce(() -> {
            for (List<WebhookInbox.Claimed> batch = claim(); !batch.isEmpty(); batch = claim()) {
                batch.forEach(one -> seen.add(one.key().key()));
                taken.addAndGet(batch.size());
            }
            return null;
        });
        assertThat(taken).hasValue(300);
        assertThat(seen).hasSize(300);
    }

    @Test // data model 11: each hot query has its index; a backlog makes taking no slower
    void a_few_of_many_are_taken_without_reading_all_that_wait() throws SQLException {
        emptyInbox();
        store(
                new ClientId(UUID.randomUUID()),
                IntStream.range(0, 20_000).mapToObj(no -> "many-" + no).toArray(String[]::new));
        try (Connection superuser = database.superuser();
                Statement analyze = superuser.createStatement()) {
            analyze.execute("analyze app.webhook_inbox");
        }

        long read = units().onPlatform(() -> {
            assertThat(inbox.claim(null, Leadbook.MONDAY, Leadbook.MONDAY.plusSeconds(120), 10))
                    .hasSize(10);
            return Db.query("select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint"
                            + " from pg_stat_xact_user_tables where relname like 'webhook_inbox%'")
                    .mapTo(Long.class)
                    .one();
        });
        assertThat(read).as("rows").isLessThan(400);
        emptyInbox();
    }

    private List<WebhookInbox.Claimed> claim() {
        return units().onPlatform(() -> inbox.claim(null, Leadbook.MONDAY, Leadbook.MONDAY.plusSeconds(120), 7));
    }

    private Set<WebhookInbox.Key> store(ClientId client, String... keys) {
        WebhookInbox.Feed feed = new WebhookInbox.Feed("fake-mail", client);
        return units().onPlatform(() -> inbox.store(Arrays.stream(keys)
                .map(key -> new WebhookInbox.Arrival(
                        new WebhookInbox.Key(feed, key),
                        Leadbook.MONDAY,
                        new WebhookInbox.Content.Event(new MailEvent.Delivered(
                                key, Leadbook.MONDAY, new MailEvent.About("<m@x.example>", null, null, null, null)))))
                .toList()));
    }

    private static void atOnce(Callable<?> work) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                running.add(workers.submit(work));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }
}
