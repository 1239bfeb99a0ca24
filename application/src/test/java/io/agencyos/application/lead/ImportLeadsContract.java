package io.agencyos.application.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.campaign.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadImportRow;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.LinkedInUrl;
import io.agencyos.domain.shared.PoolPersonId;
import io.agencyos.domain.shared.SuppressionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Imports over real stores: the same scenarios in memory and on PostgreSQL. */
public abstract class ImportLeadsContract {

    private static final List<String> HEADERS =
            List.of("Work Email", "First", "Last", "Job", "Organisation", "Profile", "Mobile");

    protected abstract UnitOfWork units();

    protected abstract LeadPorts ports();

    protected abstract Clients clients();

    protected abstract Campaigns campaigns();

    protected abstract Events events();

    protected abstract ClockPort clock();

    protected abstract IdSource ids();

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final String me = "p" + UUID.randomUUID().toString().replace("-", "");
    private final List<LeadId> scored = new ArrayList<>();

    @Test // api 15, step 4
    void the_walk_through_file_gives_one_lead_one_duplicate_one_suppressed_and_one_invalid() {
        suppress(SuppressionKeyType.DOMAIN, me + "rival.example", SuppressionReason.COMPETITOR);
        List<LeadImportRow> rejects = new ArrayList<>();

        LeadImport run = done(importing(rejects, walkThrough()));

        assertThat(run.counts()).isEqualTo(new LeadImport.Counts(4, 1, 0, 1, 1, 1));
        assertThat(rejects)
                .extracting(LeadImportRow::line, LeadImportRow::result)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(4, ImportRowResult.SUPPRESSED),
                        org.assertj.core.groups.Tuple.tuple(5, ImportRowResult.INVALID));
        Lead lead = onlyLead(run);
        assertThat(lead.contact().phone()).extracting("e164").isEqualTo("+61491570006");
        assertThat(scored).contains(lead.id());
    }

    @Test // data model 14: same CSV uploaded twice
    void the_same_file_again_changes_nothing() {
        done(importing(new ArrayList<>(), walkThrough()));
        List<Lead> before = leads();

        LeadImport again = done(importing(new ArrayList<>(), walkThrough()));

        assertThat(again.counts().created()).isZero();
        assertThat(again.counts().updated()).isZero();
        assertThat(leads()).isEqualTo(before);
    }

    @Test // api 9.6: duplicate_in_file, first wins; a contradiction in a file must not flip with every import
    void of_two_rows_about_one_person_the_first_counts_every_time() {
        List<List<String>> rows = List.of(
                List.of(me + "@harbourlane.example", "Priya", "", "Head of Growth", "", "", ""),
                List.of(me + "@harbourlane.example", "Priya", "", "Chief of Growth", "", "", ""));
        done(importing(new ArrayList<>(), rows));

        LeadImport again = done(importing(new ArrayList<>(), rows));

        assertThat(again.counts()).isEqualTo(new LeadImport.Counts(2, 0, 0, 2, 0, 0));
        assertThat(leads())
                .singleElement()
                .satisfies(lead -> assertThat(lead.person().title()).isEqualTo("Head of Growth"));
    }

    @Test // scoring POOL-8.5: owned by another client, and not told by whom
    void a_person_of_another_client_is_refused_without_naming_the_owner() {
        done(importing(new ArrayList<>(), walkThrough()));
        ClientId other = new ClientId(UUID.randomUUID());
        List<LeadImportRow> rejects = new ArrayList<>();

        LeadImport run = done(importing(other, rejects, List.of(row(me + "@harbourlane.example", "Priya"))));

        assertThat(run.counts().created()).isZero();
        assertThat(rejects)
                .singleElement()
                .satisfies(row -> assertThat(row.problems()).extracting("code").containsExactly("lead_unavailable"));
    }

    @Test // api 9.6: a row that says something new updates, a blank never erases
    void a_later_file_completes_what_is_known() {
        done(importing(new ArrayList<>(), List.of(row(me + "@harbourlane.example", "Priya"))));

        LeadImport run = done(importing(
                new ArrayList<>(),
                List.of(List.of(me + "@harbourlane.example", "", "", "Chief of Growth", "", "", ""))));

        assertThat(run.counts().updated()).isEqualTo(1);
        assertThat(leads()).singleElement().satisfies(lead -> {
            assertThat(lead.person().title()).isEqualTo("Chief of Growth");
            assertThat(lead.person().firstName()).isEqualTo("Priya");
        });
    }

    @Test // data model 14: undo
    void an_undo_removes_what_it_made_restores_what_it_changed_and_happens_once() {
        LeadImport first = done(importing(new ArrayList<>(), List.of(row(me + "@harbourlane.example", "Priya"))));
        Lead original = onlyLead(first);
        LeadImport second = done(importing(
                new ArrayList<>(),
                List.of(row(me + "@harbourlane.example", "Pryia"), row("x" + me + "@harbourlane.example", "Max"))));

        UndoImport.Outcome undone = useCases().undoImport().undo(TenantScope.worker(client), second.id());

        assertThat(undone).isInstanceOfSatisfying(UndoImport.Outcome.Undone.class, done -> {
            assertThat(done.removed()).isEqualTo(1);
            assertThat(done.restored()).isEqualTo(1);
            assertThat(done.kept()).isEmpty();
            assertThat(done.run().status()).isEqualTo(LeadImport.Status.UNDONE);
        });
        assertThat(leads())
                .singleElement()
                .satisfies(lead -> assertThat(lead.person()).isEqualTo(original.person()));
        assertThat(useCases().undoImport().undo(TenantScope.worker(client), second.id()))
                .isInstanceOfSatisfying(
                        UndoImport.Outcome.Undone.class,
                        again -> assertThat(again.removed()).isZero());
        assertThat(done(importing(new ArrayList<>(), List.of(row("x" + me + "@harbourlane.example", "Max"))))
                        .counts()
                        .created())
                .as("the person is free again")
                .isEqualTo(1);
    }

    @Test // api 9.6: an import never lifts an opt-out
    void somebody_who_opted_out_is_not_brought_back() {
        suppress(SuppressionKeyType.EMAIL, me + "@harbourlane.example", SuppressionReason.UNSUBSCRIBED);

        LeadImport run = done(importing(new ArrayList<>(), List.of(row(me + "+new@HarbourLane.example", "Priya"))));

        assertThat(run.counts().suppressed()).isEqualTo(1);
        assertThat(leads()).isEmpty();
    }

    @Test // POOL-2, data model 6: P1 by e-mail, P2 by another e-mail and a profile, then a row with both
    void two_people_who_meet_in_a_row_become_the_older_one() {
        done(importing(new ArrayList<>(), List.of(row("a" + me + "@harbourlane.example", "Jane"))));
        PoolPersonId older = java.util.Objects.requireNonNull(leads().getFirst().poolPersonId());
        PoolPersonId younger = inPool("b" + me + "@other.example", "in/" + me);
        List<LeadImportRow> rejects = new ArrayList<>();

        LeadImport run = done(importing(rejects, List.of(both("a" + me + "@harbourlane.example"))));

        assertThat(run.counts().updated()).isEqualTo(1);
        assertThat(rejects).isEmpty();
        assertThat(owners("a" + me + "@harbourlane.example", "b" + me + "@other.example", "in/" + me))
                .containsOnly(older);
        assertThat(person(younger)).isEmpty();
        assertThat(person(older)).singleElement().satisfies(one -> {
            assertThat(one.contact().email()).extracting("value").isEqualTo("a" + me + "@harbourlane.example");
            assertThat(one.contact().linkedIn()).extracting("key").isEqualTo("in/" + me);
            assertThat(one.status()).isEqualTo(PoolStatus.CLAIMED);
        });
    }

    @Test // data model 6: the dropped one's lead is re-pointed, its claim moves
    void the_lead_of_the_younger_one_follows_to_the_older() {
        PoolPersonId older = inPool("b" + me + "@other.example", "in/" + me);
        done(importing(new ArrayList<>(), List.of(row("a" + me + "@harbourlane.example", "Jane"))));
        Lead lead = leads().getFirst();

        done(importing(new ArrayList<>(), List.of(both("a" + me + "@harbourlane.example"))));

        assertThat(leads()).singleElement().satisfies(now -> {
            assertThat(now.id()).isEqualTo(lead.id());
            assertThat(now.poolPersonId()).isEqualTo(older);
        });
        assertThat(units().onPlatform(() -> ports().people().claims(List.of(older))))
                .hasEntrySatisfying(older, claim -> assertThat(claim.leadId()).isEqualTo(lead.id()));
    }

    @Test // POOL-2, POOL-4: two people of whom another client holds one stay two, and none of them is ours to take
    void whoever_another_client_holds_by_another_key_is_not_taken() {
        ClientId other = new ClientId(UUID.randomUUID());
        done(importing(other, new ArrayList<>(), List.of(row("a" + me + "@harbourlane.example", "Jane"))));
        PoolPersonId free = inPool("b" + me + "@other.example", "in/" + me);
        List<LeadImportRow> rejects = new ArrayList<>();

        LeadImport run = done(importing(rejects, List.of(both("a" + me + "@harbourlane.example"))));

        assertThat(run.counts().created()).isZero();
        assertThat(rejects)
                .singleElement()
                .satisfies(row -> assertThat(row.problems()).extracting("code").containsExactly("lead_unavailable"));
        assertThat(person(free)).hasSize(1);
    }

    @Test // POOL-2: flags are sticky
    void an_opt_out_of_either_is_the_opt_out_of_both() {
        PoolPersonId older = inPool("a" + me + "@harbourlane.example", null);
        optOut(inPool("b" + me + "@other.example", "in/" + me));

        LeadImport run = done(importing(new ArrayList<>(), List.of(both("a" + me + "@harbourlane.example"))));

        assertThat(run.counts().created()).isZero();
        assertThat(person(older))
                .singleElement()
                .satisfies(one -> assertThat(one.status()).isEqualTo(PoolStatus.UNSUBSCRIBED));
    }

    @Test // issue: two processes importing the same file
    void two_imports_of_one_file_at_once_make_every_lead_once() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (int n = 0; n < 700; n++) {
            rows.add(row("n" + n + me + "@harbourlane.example", "N" + n));
        }
        Callable<LeadImport> task = () -> done(importing(new ArrayList<>(), rows));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<LeadImport> one = executor.submit(task);
            Future<LeadImport> two = executor.submit(task);
            int created = one.get().counts().created() + two.get().counts().created();

            assertThat(created).isEqualTo(700);
        }
        assertThat(leads()).hasSize(700);
    }

    @Test // api 3
    void a_viewer_may_not_import_and_only_an_administrator_undoes() {
        TenantScope viewer = new TenantScope(client, null, Role.VIEWER);
        assertThat(useCases().importLeads().importLeads(viewer, request(), fileOf(List.of()), counts -> {}, row -> {}))
                .isEqualTo(new ImportLeads.Outcome.Refused(new ImportLeads.Refusal.RoleRequired()));
        LeadImport run = done(importing(new ArrayList<>(), List.of(row(me + "@harbourlane.example", "Priya"))));
        assertThat(useCases().undoImport().undo(new TenantScope(client, null, Role.MEMBER), run.id()))
                .isEqualTo(new UndoImport.Outcome.RoleRequired());
    }

    @Test
    void a_file_without_any_identity_is_refused_before_it_begins() {
        LeadFile file = new LeadFile(
                List.of("Colour"), List.of(), List.<LeadFile.Row>of().iterator(), () -> {});

        assertThat(useCases()
                        .importLeads()
                        .importLeads(TenantScope.worker(client), request(), file, counts -> {}, row -> {}))
                .isInstanceOfSatisfying(
                        ImportLeads.Outcome.Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isInstanceOf(ImportLeads.Refusal.NothingIdentifies.class));
    }

    private ImportLeads.Outcome importing(List<LeadImportRow> rejects, List<List<String>> rows) {
        return importing(client, rejects, rows);
    }

    private ImportLeads.Outcome importing(ClientId of, List<LeadImportRow> rejects, List<List<String>> rows) {
        return useCases()
                .importLeads()
                .importLeads(TenantScope.worker(of), request(), fileOf(rows), counts -> {}, rejects::add);
    }

    private LeadUseCases useCases() {
        return new LeadUseCases(
                ports(),
                clients(),
                campaigns(),
                (of, leads, cause) -> {
                    synchronized (scored) {
                        scored.addAll(leads);
                    }
                },
                (of, campaign, leads) -> 0,
                events(),
                PublishedSuffixes.identityKeys(),
                units(),
                clock(),
                ids());
    }

    private List<List<String>> walkThrough() {
        return List.of(
                List.of(
                        me + "@harbourlane.example",
                        "Priya",
                        "Raman",
                        "Head of Growth",
                        "Harbour Lane Digital",
                        "https://au.linkedin.com/in/" + me + "/?trk=a",
                        "0491 570 006"),
                List.of(
                        me.toUpperCase(java.util.Locale.ROOT) + "+news@HarbourLane.example",
                        "Priya",
                        "Raman",
                        "",
                        "",
                        "",
                        ""),
                List.of("max@" + me + "rival.example", "Max", "Rival", "CEO", "Rivalworks", "", ""),
                List.of("", "Nobody", "Known", "CEO", "", "", ""));
    }

    private static List<String> row(String email, String first) {
        return List.of(email, first, "Raman", "Head of Growth", "Harbour Lane Digital", "", "");
    }

    private static ImportLeads.Request request() {
        return new ImportLeads.Request(LeadSource.CSV_IMPORT, "leads.csv", Map.of(), null);
    }

    private static LeadFile fileOf(List<List<String>> rows) {
        List<LeadFile.Row> numbered = new ArrayList<>();
        for (int n = 0; n < rows.size(); n++) {
            numbered.add(new LeadFile.Row(n + 2, rows.get(n)));
        }
        return new LeadFile(HEADERS, List.of(), numbered.iterator(), () -> {});
    }

    private static LeadImport done(ImportLeads.Outcome outcome) {
        return switch (outcome) {
            case ImportLeads.Outcome.Done(LeadImport run, var warnings) -> run;
            case ImportLeads.Outcome.BrokenOff broken -> throw new AssertionError(broken.cause());
            case ImportLeads.Outcome.Refused refused -> throw new AssertionError(refused);
        };
    }

    private Lead onlyLead(LeadImport run) {
        List<Lead> made = units().inTenant(
                        TenantScope.worker(client), () -> ports().leads().ofImport(client, run.id(), 10));
        assertThat(made).hasSize(1);
        return made.getFirst();
    }

    private List<Lead> leads() {
        return units().inTenant(
                        TenantScope.worker(client),
                        () -> ports().imports().list(client, 100).stream()
                                .flatMap(run -> ports().leads().ofImport(client, run.id(), 1000).stream())
                                .toList());
    }

    private void suppress(SuppressionKeyType type, String key, SuppressionReason reason) {
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        units().inTenant(
                        TenantScope.worker(client),
                        () -> ports().suppressions()
                                .add(List.of(new Suppression(
                                        id,
                                        client,
                                        type,
                                        key,
                                        reason,
                                        SuppressionSource.MANUAL,
                                        id,
                                        null,
                                        Leadbook.MONDAY,
                                        null,
                                        0))));
    }

    private List<String> both(String email) {
        return List.of(email, "Jane", "Raman", "Head of Growth", "", "https://www.linkedin.com/in/" + me, "");
    }

    /** Somebody whom nobody holds. */
    private PoolPersonId inPool(String email, @org.jspecify.annotations.Nullable String profile) {
        PoolPersonId id = new PoolPersonId(ids().next());
        ContactPoints contact = new ContactPoints(
                Leadbook.email(email),
                EmailStatus.GUESSED,
                null,
                profile == null ? null : LinkedInUrl.ofKey(profile).orElseThrow());
        PoolPerson sample = Leadbook.poolPerson(1, "jane");
        PoolPerson person = new PoolPerson(
                id,
                contact,
                null,
                sample.person(),
                sample.company(),
                null,
                null,
                PoolStatus.AVAILABLE,
                null,
                "csv_import",
                0,
                false,
                null,
                null,
                0,
                1,
                Leadbook.MONDAY.minusSeconds(profile == null ? 60 : leads().isEmpty() ? 30 : -30),
                0);
        units().onPlatform(() ->
                ports().people().insertAll(Map.of(person, IdentityKey.of(contact, null, person.person()))));
        return id;
    }

    private void optOut(PoolPersonId id) {
        units().onPlatform(() -> {
            PoolPerson was = ports().people().findAll(List.of(id)).getFirst();
            ports().people()
                    .updateAll(Map.of(
                            new PoolPerson(
                                    was.id(),
                                    was.contact(),
                                    null,
                                    was.person(),
                                    was.company(),
                                    null,
                                    null,
                                    PoolStatus.UNSUBSCRIBED,
                                    null,
                                    was.source(),
                                    0,
                                    true,
                                    null,
                                    null,
                                    0,
                                    1,
                                    was.createdAt(),
                                    was.version()),
                            List.of()));
        });
    }

    private java.util.Collection<PoolPersonId> owners(String one, String two, String profile) {
        return units().onPlatform(() -> ports().people()
                        .resolve(java.util.Set.of(
                                new IdentityKey(IdentityKey.Kind.EMAIL, one),
                                new IdentityKey(IdentityKey.Kind.EMAIL, two),
                                new IdentityKey(IdentityKey.Kind.LINKEDIN, profile))))
                .values();
    }

    private List<PoolPerson> person(PoolPersonId id) {
        return units().onPlatform(() -> ports().people().findAll(List.of(id)));
    }
}
