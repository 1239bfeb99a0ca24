package io.agencyos.application.lead.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.lead.LeadReadUseCases;
import io.agencyos.application.lead.ListLeads;
import io.agencyos.application.lead.store.LeadQueries.After;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.lead.store.LeadQueries.Listed;
import io.agencyos.application.lead.store.LeadQueries.Sort;
import io.agencyos.application.lead.store.LeadQueries.Window;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
import io.agencyos.domain.shared.id.SuppressionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders of the list of leads, and who of them a list names, on every set of stores. Source: api 1.4, 9.6. */
public abstract class LeadListContract {

    protected static final Instant T = Leadbook.MONDAY;

    protected final ClientId client = new ClientId(UUID.randomUUID());
    protected final ClientId other = new ClientId(UUID.randomUUID());
    protected final Campaign campaign = Campaignbook.active(client, PermissionMode.AUTOPILOT, T);
    private final int base = Leadbook.freshNumbers();

    protected abstract UnitOfWork units();

    protected abstract Leads leads();

    protected abstract LeadImports imports();

    protected abstract Campaigns campaigns();

    protected abstract LeadScores scores();

    protected abstract LeadQueries queries();

    protected abstract Suppressions suppressions();

    protected abstract LeadMarks marks();

    @BeforeEach
    void five_leads_two_of_them_in_a_campaign() {
        run(client, () -> {
            campaigns().insert(campaign, Campaignbook.emails(campaign));
            leads().insertAll(List.of(
                    lead(1, "Zoë", null, 90, Tier.HOT, LeadStatus.SCORED, T),
                    lead(2, "Priya", campaign.id(), 90, Tier.HOT, LeadStatus.IN_SEQUENCE, T),
                    lead(3, "Sam", campaign.id(), 40, Tier.COOL, LeadStatus.IN_SEQUENCE, T.plusNanos(1_000)),
                    lead(4, "Kim", null, null, null, LeadStatus.NEW, T.plusSeconds(1)),
                    lead(5, "Ana", null, 70, Tier.WARM, LeadStatus.REPLIED, T.plusSeconds(2))));
        });
    }

    @Test // api 1.4: newest first, ties by id, nothing twice, nothing skipped
    void every_order_is_walked_page_by_page_without_a_repeat() {
        assertThat(walked(Sort.CREATED, true, 2)).containsExactly(5, 4, 3, 2, 1);
        assertThat(walked(Sort.CREATED, false, 2)).containsExactly(1, 2, 3, 4, 5);
        assertThat(walked(Sort.UPDATED, false, 1)).containsExactly(1, 2, 3, 4, 5);
        assertThat(walked(Sort.SCORE, true, 2)).containsExactly(2, 1, 5, 3, 4);
        assertThat(walked(Sort.SCORE, false, 3)).containsExactly(4, 3, 5, 1, 2);
    }

    @Test // api 9.6: sort last_contacted_at; who was never written to was so longest ago
    void leads_are_listed_by_when_something_left_to_them_last() {
        run(client, () -> {
            reachedLast(2, T.plusSeconds(60));
            reachedLast(3, T.plusSeconds(30));
            reachedLast(5, T.plusSeconds(60));
        });

        assertThat(walked(Sort.CONTACTED, true, 2)).containsExactly(5, 2, 3, 4, 1);
        assertThat(walked(Sort.CONTACTED, false, 1)).containsExactly(1, 4, 3, 2, 5);
    }

    private void reachedLast(int n, Instant at) {
        Lead stored = leads().find(client, id(n)).orElseThrow();
        leads().updateAll(List.of(
                stored.change().history(stored.history().touched(at)).lead()));
    }

    @Test // api 9.6: sort company
    void leads_are_listed_by_company_whatever_case_and_accents_its_name_has() {
        run(client, () -> {
            of(1, "Zebra Digital");
            of(2, "éclair");
            of(3, "ECLIPSE");
            of(4, null);
            of(5, "eclair");
        });

        assertThat(walked(Sort.COMPANY, false, 2)).containsExactly(4, 2, 5, 3, 1);
        assertThat(walked(Sort.COMPANY, true, 1)).containsExactly(1, 3, 5, 2, 4);
    }

    private void of(int n, @Nullable String company) {
        Lead stored = leads().find(client, id(n)).orElseThrow();
        leads().updateAll(List.of(stored.change()
                .company(new CompanyDetails(
                        company, null, null, null, null, null, null, null, null, null, null, null, List.of(),
                        List.of()))
                .lead()));
    }

    @Test // api 9.6: filter suppressed; 1.4: nothing twice, nothing skipped
    void leads_are_narrowed_by_whether_a_list_names_them_however_few_they_are() {
        int more = ListLeads.MOST + 100;
        run(client, () -> {
            leads().insertAll(IntStream.range(0, more)
                    .mapToObj(n -> lead(1_000 + n, "Lee", null, null, null, LeadStatus.NEW, T.minusSeconds(60)))
                    .toList());
            suppressions().add(List.of(named(3), named(1_700), named(1_000)));
        });

        assertThat(parts(true, 1)).containsExactly(List.of(3), List.of(1_700), List.of(1_000));
        assertThat(parts(true, 10)).as("a part may be short").containsExactly(List.of(3, 1_700), List.of(1_000));
        List<Integer> open = parts(false, 100).stream().flatMap(List::stream).toList();
        assertThat(open)
                .hasSize(5 + more - 3)
                .doesNotHaveDuplicates()
                .doesNotContain(3, 1_700, 1_000)
                .startsWith(5, 4, 2, 1);
    }

    /** The whole list, part by part. */
    private List<List<Integer>> parts(boolean suppressed, int limit) {
        ListLeads list = new LeadReadUseCases(queries(), imports(), marks(), units(), () -> T).listLeads();
        TenantScope viewer = new TenantScope(client, new UserId(UUID.randomUUID()), Role.VIEWER);
        List<List<Integer>> parts = new ArrayList<>();
        Optional<After> after = Optional.empty();
        do {
            ListLeads.Part part =
                    list.listed(viewer, Filter.ALL, new Window(Sort.CREATED, true, after, limit), suppressed);
            parts.add(part.rows().stream().map(this::numberOf).toList());
            after = part.next();
        } while (after.isPresent());
        return parts;
    }

    private Suppression named(int n) {
        SuppressionId entry = new SuppressionId(UUID.randomUUID());
        return new Suppression(
                entry,
                client,
                SuppressionKeyType.PERSON,
                id(n).text(),
                SuppressionReason.DO_NOT_CONTACT,
                SuppressionSource.MANUAL,
                entry,
                null,
                T,
                null,
                0);
    }

    protected List<Integer> walked(Sort sort, boolean descending, int limit) {
        List<Integer> all = new ArrayList<>();
        After after = null;
        while (true) {
            Window window = window(sort, descending, limit, after);
            List<Listed> page = read(client, () -> queries().list(client, Filter.ALL, window));
            if (page.isEmpty()) {
                return all;
            }
            page.forEach(listed -> all.add(numberOf(listed)));
            Lead last = page.getLast().lead();
            after = new After(LeadQueries.key(sort, last), last.id());
        }
    }

    protected List<Integer> found(Filter filter) {
        return read(client, () -> queries().list(client, filter, window(Sort.CREATED, true, 10, null))).stream()
                .map(this::numberOf)
                .toList();
    }

    protected List<Integer> searched(String text) {
        return found(new Filter(Set.of(), Set.of(), Set.of(), null, null, text, null, null));
    }

    protected static Window window(Sort sort, boolean descending, int limit, @Nullable After after) {
        return new Window(sort, descending, Optional.ofNullable(after), limit);
    }

    protected int numberOf(Listed listed) {
        return (int) listed.lead().id().value().getLeastSignificantBits() - base;
    }

    protected int number(int n) {
        return base + n;
    }

    protected LeadId id(int n) {
        return new LeadId(new UUID(1, number(n)));
    }

    protected Lead lead(
            int n,
            String first,
            @Nullable CampaignId of,
            @Nullable Integer score,
            @Nullable Tier tier,
            LeadStatus status,
            Instant at) {
        Lead made = Leadbook.lead(client, number(n), "p" + number(n));
        PersonDetails person = made.person();
        ScoreSummary summary = score == null || tier == null
                ? null
                : new ScoreSummary(new LeadScoreId(UUID.randomUUID()), score, tier, false, List.of(), at, null);
        return Lead.begun(made.id(), client, made.source(), at)
                .campaignId(of)
                .status(status)
                .contact(made.contact())
                .person(new PersonDetails(
                        first,
                        "Raman",
                        person.title(),
                        person.seniority(),
                        person.city(),
                        person.state(),
                        person.country()))
                .company(made.company())
                .roleStart(made.roleStart())
                .timezone(made.timezone())
                .score(summary)
                .history(made.history())
                .externalId(made.externalId())
                .lead();
    }

    protected void run(ClientId of, Runnable work) {
        units().inTenant(TenantScope.worker(of), work);
    }

    protected <T> T read(ClientId of, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(of), work);
    }
}
