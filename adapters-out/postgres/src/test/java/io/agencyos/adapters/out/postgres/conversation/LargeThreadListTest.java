package io.agencyos.adapters.out.postgres.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.conversation.store.Threads;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ten thousand threads in the member's own role: a page reads its own rows and no others. Source: data model 11. */
class LargeThreadListTest {

    private static final int THREADS = 10_000;
    private static final int PAGE = 50;

    /** Five times the driver sends the text, five times the server plans what it prepared; then it may keep a plan. */
    private static final int PAGES = 14;

    @RegisterExtension
    static final FreshDatabase database = FreshDatabase.neverUsed();

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final PostgresThreads threads = new PostgresThreads();

    @Test
    void a_page_begins_where_the_one_before_ended_and_is_not_planned_anew() throws SQLException {
        fill();
        TenantScope member = new TenantScope(client, null, Role.MEMBER);

        Set<ConversationThread> seen = new HashSet<>();
        long plansKept = database.unitOfWork().inTenant(member, () -> {
            Threads.@Nullable After after = null;
            for (int page = 0; page < PAGES; page++) {
                long before = read();
                List<ConversationThread> found = threads.list(client, null, null, after, PAGE);
                assertThat(read() - before)
                        .as("rows that page " + page + " read")
                        .isLessThan(2 * PAGE);
                seen.addAll(found);
                ConversationThread last = found.getLast();
                after = new Threads.After(last.lastAt(), last.id());
            }
            return Db.query("select coalesce(sum(generic_plans), 0) from pg_prepared_statements"
                            + " where statement like '%conversation_thread%'")
                    .mapTo(Long.class)
                    .one();
        });

        assertThat(seen).hasSize(PAGES * PAGE);
        assertThat(plansKept).isPositive();
    }

    /** Rows of threads, as this connection has counted them so far. */
    private static long read() {
        return Db.query("select coalesce(sum(seq_tup_read + idx_tup_fetch), 0) from pg_stat_xact_user_tables"
                        + " where relname = 'conversation_thread'")
                .mapTo(Long.class)
                .one();
    }

    /** In half of them nobody has said anything yet. */
    private void fill() throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                insert into app.conversation_thread (client_id, id, lead_id, channel, status, started_at, last_at, last_ours_at)
                select '%s'::uuid, gen_random_uuid(), gen_random_uuid(), 'email', 'active', said,
                       case when i %% 2 = 0 then said end, case when i %% 2 = 0 then said end
                  from generate_series(1, %d) i, lateral (select timestamptz '2026-03-02' + interval '1 minute' * i as said) t
                """.formatted(client.value(), THREADS));
            statement.execute("vacuum (analyze) app.conversation_thread");
        }
    }
}
