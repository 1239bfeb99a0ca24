package io.agencyos.adapters.out.postgres.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.lead.store.LeadQueries.Sort;
import io.agencyos.application.lead.store.LeadQueries.Window;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A tenant with forty thousand leads and a neighbour with ten: every page of the list comes from an index, in the
 * member's own role, also once the server keeps one plan for all values. Rows are counted, not milliseconds. Source:
 * data model 11, issue "at scale".
 */
@Order(1) // long: with the first
class LargeLeadListTest {

    private static final int LEADS = 40_000;
    private static final int PAGE = 50;

    /** Five times the driver sends the text, five times the server plans what it prepared; then it may keep a plan. */
    private static final int UNTIL_THE_PLAN_IS_SETTLED = 12;

    @RegisterExtension
    static final FreshDatabase database = FreshDatabase.neverUsed();

    private static final ClientId client = new ClientId(UUID.randomUUID());

    private final LeadQueries queries = new PostgresLeadQueries();

    @BeforeAll
    static void two_clients() throws SQLException {
        fill(client, LEADS);
        fill(new ClientId(UUID.randomUUID()), LEADS / 4);
        analyse();
    }

    /** How many rows one page read, by sequential scans and through indexes. */
    private record Looked(long whole, long byIndex) {}

    @Test // data model 11: no sequential scan on tables of more than 10,000 rows
    void no_page_of_the_list_reads_the_leads_whole() throws SQLException {
        Map<String, Looked> pages = new LinkedHashMap<>();
        lists().forEach((name, filter) -> {
            for (Sort sort : Sort.values()) {
                walk(filter, sort, pages, name + " by " + sort);
            }
        });

        assertThat(pages).hasSize(lists().size() * Sort.values().length);
        assertThat(pages)
                .allSatisfy(
                        (name, looked) -> assertThat(looked.whole()).as(name).isZero());
        assertThat(pages.get("all by CREATED").byIndex()).isBetween(2L * PAGE, 10L * PAGE);
        assertThat(pages.get("a rare tier by CREATED").byIndex()).isLessThan(10L * PAGE);
        assertThat(pages.get("a rare status by CREATED").byIndex()).isLessThan(10L * PAGE);
        assertThat(pages.get("a rare status by SCORE").byIndex()).isLessThan(20L * PAGE);
        assertThat(pages.get("all by SCORE").byIndex()).isLessThan(10L * PAGE);
        assertThat(pages.get("all by UPDATED").byIndex()).isLessThan(10L * PAGE);
        assertThat(pages.get("all by CONTACTED").byIndex()).isLessThan(10L * PAGE);
        assertThat(pages.get("all by COMPANY").byIndex()).isLessThan(10L * PAGE);
    }

    @Test // to plan a page takes the server longer than to read it
    void the_list_is_not_planned_anew_for_each_page() throws SQLException {
        assertThat(plansKept(Filter.ALL)).isPositive();
        assertThat(plansKept(filter(Set.of(Tier.HOT), Set.of(), null)))
                .as("by values that differ in how many leads have them")
                .isZero();
    }

    private int plansKept(Filter filter) {
        return database.unitOfWork().inTenant(member(), () -> {
            for (int i = 0; i < UNTIL_THE_PLAN_IS_SETTLED; i++) {
                queries.list(client, filter, new Window(Sort.CREATED, true, Optional.empty(), PAGE));
            }
            return Db.query("select coalesce(sum(generic_plans), 0) from pg_prepared_statements"
                            + " where statement like '%lead_profile%' and (statement like '%als_tier = %') = :filtered")
                    .bind("filtered", !filter.equals(Filter.ALL))
                    .mapTo(Integer.class)
                    .one();
        });
    }

    @Test // the count above can fail: a question without an index is noticed
    void a_question_without_an_index_is_noticed() throws SQLException {
        long whole = database.unitOfWork().inTenant(member(), () -> {
            long before = counted("seq_tup_read") + counted("idx_tup_fetch");
            Db.query("select count(*) from lead where title = 'Head'")
                    .mapTo(Long.class)
                    .one();
            return counted("seq_tup_read") + counted("idx_tup_fetch") - before;
        });

        assertThat(whole).isGreaterThanOrEqualTo(LEADS);
    }

    private static Map<String, Filter> lists() {
        Map<String, Filter> lists = new LinkedHashMap<>();
        lists.put("all", Filter.ALL);
        lists.put("a rare tier", filter(Set.of(Tier.HOT), Set.of(), null));
        lists.put("a common tier", filter(Set.of(Tier.COOL), Set.of(), null));
        lists.put("a rare status", filter(Set.of(), Set.of(LeadStatus.REPLIED), null));
        lists.put("a common status", filter(Set.of(), Set.of(LeadStatus.NEW), null));
        lists.put("a search", filter(Set.of(), Set.of(), "lane 7"));
        lists.put("a search in vain", filter(Set.of(), Set.of(), "no such name"));
        return lists;
    }

    private static Filter filter(Set<Tier> tiers, Set<LeadStatus> statuses, @Nullable String search) {
        return new Filter(Set.of(), tiers, statuses, null, null, search, null, null);
    }

    private void walk(Filter filter, Sort sort, Map<String, Looked> pages, String name) {
        Optional<LeadQueries.After> after = Optional.empty();
        for (int i = 0; i < UNTIL_THE_PLAN_IS_SETTLED; i++) {
            Window window = new Window(sort, true, after, PAGE);
            List<LeadQueries.Listed> page = database.unitOfWork().inTenant(member(), () -> {
                long whole = counted("seq_tup_read");
                long byIndex = counted("idx_tup_fetch");
                List<LeadQueries.Listed> found = queries.list(client, filter, window);
                pages.merge(
                        name,
                        new Looked(counted("seq_tup_read") - whole, counted("idx_tup_fetch") - byIndex),
                        (one, two) ->
                                new Looked(Math.max(one.whole(), two.whole()), Math.max(one.byIndex(), two.byIndex())));
                return found;
            });
            if (!page.isEmpty()) {
                var last = page.getLast().lead();
                after = Optional.of(new LeadQueries.After(LeadQueries.key(sort, last), last.id()));
            }
        }
    }

    private TenantScope member() {
        return new TenantScope(client, null, Role.MEMBER);
    }

    /** Rows of the large tables, as this connection has counted them so far. */
    private static long counted(String counter) {
        return Db.query("select coalesce(sum(" + counter
                        + "), 0) from pg_stat_xact_user_tables where relname in ('lead', 'lead_profile',"
                        + " 'lead_metadata')")
                .mapTo(Long.class)
                .one();
    }

    private static void analyse() throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) app.lead");
            statement.execute("vacuum (analyze) app.lead_profile");
        }
    }

    /** One lead in a thousand is hot, one in five hundred has replied; chunks of a thousand came at one instant. */
    private static void fill(ClientId client, int leads) throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                insert into app.lead (client_id, id, source, status, email, email_key, first_name, last_name, company_name,
                       als_score, als_tier, score_id, scored_at, created_at, updated_at)
                select '%1$s'::uuid, gen_random_uuid(), 'csv_import', case when i %% 500 = 0 then 'replied' else 'new' end,
                       i || '@harbourlane.example', i || '@harbourlane.example', 'Priya', 'Raman ' || i,
                       'Harbour Lane ' || i,
                       case when i %% 50 = 0 then null when i %% 1000 = 1 then 90 else 40 + i %% 40 end,
                       case when i %% 50 = 0 then null when i %% 1000 = 1 then 'hot' when i %% 3 = 0 then 'warm' else 'cool' end,
                       gen_random_uuid(), now(), timestamptz '2026-03-02' + interval '1 second' * (i / 1000),
                       timestamptz '2026-03-02' + interval '1 second' * (i / 1000)
                  from generate_series(1, %2$d) i
                """.formatted(client.value(), leads));
            statement.execute("insert into app.lead_profile (client_id, lead_id) select client_id, id from app.lead"
                    + " where client_id = '" + client.value() + "'");
        }
    }
}
