package io.agencyos.adapters.out.postgres.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.lead.store.LeadQueries.Sort;
import io.agencyos.application.lead.store.LeadQueries.Window;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Searches among very many leads find the same with summaries as without, and read less. Source: data model 11. */
class PostgresLeadSearchTest {

    private static final int LEADS = 40_000;
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final LeadQueries queries = new PostgresLeadQueries();
    private final PostgresLeadSearch search = new PostgresLeadSearch(UUID::randomUUID);

    private int keep(Instant now) {
        return database.unitOfWork().inTenant(TenantScope.worker(client), () -> search.keep(client, now));
    }

    private List<String> found(String word, Sort sort) {
        return found(new Filter(Set.of(), Set.of(), Set.of(), null, null, word, null, null), sort);
    }

    /** The whole list, page by page. */
    private List<String> found(Filter filter, Sort sort) {
        List<String> names = new ArrayList<>();
        Optional<LeadQueries.After> after = Optional.empty();
        do {
            Window window = new Window(sort, true, after, 3);
            List<LeadQueries.Listed> page = database.unitOfWork()
                    .inTenant(new TenantScope(client, null, Role.MEMBER), () -> queries.list(client, filter, window));
            page.forEach(listed -> names.add(listed.lead().person().lastName()));
            Lead last = page.size() < 3 ? null : page.getLast().lead();
            after = Optional.ofNullable(last)
                    .map(lead -> new LeadQueries.After(LeadQueries.key(sort, lead), lead.id()));
        } while (after.isPresent());
        return names;
    }

    private Optional<PostgresLeadSearch.Narrowed> narrowed(String word) {
        return database.unitOfWork()
                .inTenant(new TenantScope(client, null, Role.MEMBER), () -> PostgresLeadSearch.narrowed(client, word));
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }

    /** Every lead has a number for a name; four of them, far apart, are called Quokka too. */
    private void fill() throws SQLException {
        run("""
            insert into app.lead (client_id, id, source, email, email_key, first_name, last_name, company_name,
                   als_tier, als_score, score_id, scored_at, created_at, updated_at)
            select '%1$s'::uuid, gen_random_uuid(), 'csv_import', i || '@harbourlane.example', i || '@harbourlane.example',
                   'Priya', case when i %% 10000 = 7 then 'Quokka ' else 'Raman ' end || i, 'Harbour Lane',
                   case when i = 10007 then 'hot' else 'cool' end, 50 + i %% 40,
                   gen_random_uuid(), now(),
                   timestamptz '2026-03-01' + interval '1 second' * (i / 1000),
                   timestamptz '2026-03-01' + interval '1 second' * (i / 1000)
              from generate_series(1, %2$d) i
            """.formatted(client.value(), LEADS));
        run("insert into app.lead_profile (client_id, lead_id) select client_id, id from app.lead where client_id = '"
                + client.value() + "'");
    }

    @Test
    void a_rare_word_is_found_in_the_runs_that_hold_it_and_nowhere_else() throws SQLException {
        fill();
        assertThat(narrowed("quokka")).as("not summarised yet").isEmpty();
        List<String> before = found("Quokka", Sort.CREATED);
        assertThat(before).containsExactly("Quokka 30007", "Quokka 20007", "Quokka 10007", "Quokka 7");

        assertThat(keep(NOW)).isEqualTo(20_000);
        assertThat(found("quokka", Sort.CREATED)).as("half way").isEqualTo(before);
        assertThat(keep(NOW)).isEqualTo(20_000);
        assertThat(keep(NOW)).isZero();

        assertThat(narrowed("zzyzx")).hasValueSatisfying(where -> {
            assertThat(where.from()).isEmpty();
            assertThat(where.changedSince()).isEqualTo("2026-03-01T00:00:40Z");
        });
        assertThat(narrowed("quokka 10007"))
                .hasValueSatisfying(where -> assertThat(where.from()).hasSize(1));
        assertThat(narrowed("harbour")).as("walking the list is quicker").isEmpty();
        assertThat(narrowed("zz")).as("two letters say too little").isEmpty();
        assertThat(found("QUOKKA", Sort.CREATED)).isEqualTo(before);
        assertThat(found("quokka", Sort.UPDATED)).isEqualTo(before);
        assertThat(found("quokka", Sort.SCORE)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(found("kka 1000", Sort.CREATED)).containsExactly("Quokka 10007");
        assertThat(found("zzyzx", Sort.CREATED)).isEmpty();
        assertThat(found(
                        new Filter(Set.of(), Set.of(Tier.HOT), Set.of(), null, null, "quokka", null, null),
                        Sort.CREATED))
                .containsExactly("Quokka 10007");
        changes();
    }

    /** A lead that is renamed is found by its new name at once, and still when the change is summarised. */
    private void changes() throws SQLException {
        run("update app.lead set last_name = 'Numbat', updated_at = '2026-03-02T11:58:00Z' where client_id = '"
                + client.value() + "' and last_name = 'Raman 5'");
        run("update app.lead set deleted_at = now() where client_id = '" + client.value()
                + "' and last_name = 'Quokka 7'");
        assertThat(found("numbat", Sort.CREATED)).containsExactly("Numbat");
        assertThat(keep(NOW)).as("too young to be sure that all is seen").isZero();
        assertThat(keep(NOW.plusSeconds(600))).isEqualTo(1);
        assertThat(found("numbat", Sort.CREATED)).containsExactly("Numbat");
        assertThat(Objects.requireNonNull(narrowed("numbat").orElseThrow()).from())
                .hasSize(1);
        assertThat(found("quokka", Sort.CREATED)).containsExactly("Quokka 30007", "Quokka 20007", "Quokka 10007");
    }

    @Test
    void a_client_with_few_leads_needs_no_summary() {
        assertThat(keep(NOW)).isZero();
        assertThat(narrowed("quokka")).isEmpty();
    }

    @Test
    void a_text_holds_every_part_of_itself() {
        byte[] set = new byte[SearchGrams.BYTES];
        SearchGrams.add("zoe raman\nharbour", set);
        assertThat(SearchGrams.asked("raman"))
                .hasSize(3)
                .allSatisfy(
                        number -> assertThat(set[number / 8] >> number % 8 & 1).isEqualTo(1));
        assertThat(SearchGrams.asked("ra")).isEmpty();
        assertThat(SearchGrams.asked("aaaaaa")).hasSize(1);
    }
}
