package io.agencyos.application.lead.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSignals;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.UserId;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Imports over real stores: the same scenarios in memory and on PostgreSQL. */
public abstract class ImportLeadsContract extends MergedPeopleStories {

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

    /** Where uploaded files are kept. */
    protected abstract ImportFiles files();

    @Test // api 1.7: a job survives restarts and goes on from its last committed step
    void an_import_in_parts_goes_on_where_it_stopped_and_takes_no_row_twice() {
        suppress(SuppressionKeyType.DOMAIN, me + "rival.example", SuppressionReason.COMPETITOR);
        ImportLeadsService service = (ImportLeadsService) useCases().importLeads();
        ImportId id = new ImportId(UUID.randomUUID());
        TenantScope worker = TenantScope.worker(client);

        var first = service.part(worker, id, request(), fileOf(walkThrough()), 1);
        var second = service.part(worker, id, request(), fileOf(walkThrough()), 2);
        var last = service.part(worker, id, request(), fileOf(walkThrough()), 2);
        var again = service.part(worker, id, request(), fileOf(walkThrough()), 2);

        assertThat(first).isEqualTo(new ImportLeadsService.Part.More(new LeadImport.Counts(1, 1, 0, 0, 0, 0)));
        assertThat(second).isEqualTo(new ImportLeadsService.Part.More(new LeadImport.Counts(3, 1, 0, 1, 1, 0)));
        assertThat(last)
                .isInstanceOfSatisfying(
                        ImportLeadsService.Part.Ended.class,
                        done -> assertThat(done.run().counts()).isEqualTo(new LeadImport.Counts(4, 1, 0, 1, 1, 1)));
        assertThat(again).isEqualTo(last);
        assertThat(leads()).hasSize(1);
    }

    @Test // api 9.6, 15 step 4: dry_run answers the counts and writes nothing
    void a_trial_says_what_a_file_would_do_and_leaves_nothing() {
        suppress(SuppressionKeyType.DOMAIN, me + "rival.example", SuppressionReason.COMPETITOR);
        ImportLeadsService service = (ImportLeadsService) useCases().importLeads();

        UploadLeads.Preview preview = service.preview(TenantScope.worker(client), request(), fileOf(walkThrough()));

        assertThat(preview.counts())
                .isEqualTo(Map.of(
                        ImportRowResult.CREATED, 1,
                        ImportRowResult.DUPLICATE_IN_FILE, 1,
                        ImportRowResult.SUPPRESSED, 1,
                        ImportRowResult.INVALID, 1));
        assertThat(preview.rejected()).extracting(LeadImportRow::line).containsExactly(3, 4, 5);
        assertThat(preview.firstRows().getFirst()).containsEntry("email", me + "@harbourlane.example");
        assertThat(leads()).isEmpty();
    }

    @Test // api 9.6: what is uploaded is kept until its job has read it
    void an_uploaded_file_is_kept_for_its_client_until_it_is_discarded() {
        ImportId id = new ImportId(UUID.randomUUID());
        ImportId old = new ImportId(UUID.randomUUID());
        Instant now = clock().now();
        TenantScope other = TenantScope.worker(open(new ClientId(UUID.randomUUID())));

        units().inTenant(TenantScope.worker(client), () -> {
            files().keep(client, old, new byte[] {1}, now.minusSeconds(1));
            files().keep(client, id, new byte[] {2, 3}, now);
            assertThat(files().discardBefore(client, now)).isEqualTo(1);
        });

        assertThat(units().inTenant(other, () -> files().find(client, id))).isEmpty();
        units().inTenant(TenantScope.worker(client), () -> {
            assertThat(files().find(client, old)).isEmpty();
            assertThat(files().find(client, id).orElseThrow()).containsExactly(2, 3);
            files().discard(client, id);
            files().discard(client, id);
            assertThat(files().find(client, id)).isEmpty();
        });
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
        ClientId other = open(new ClientId(UUID.randomUUID()));
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

        List<Lead> before = leads();
        assertThat(useCases().undoImport().tryUndo(TenantScope.worker(client), second.id()))
                .as("api 9.6: a trial tells what would be done, and does nothing of it")
                .isEqualTo(new UndoImport.Outcome.Undone(second, 1, 1, List.of()));
        assertThat(leads()).containsExactlyInAnyOrderElementsOf(before);
        UserId admin = new UserId(UUID.randomUUID());
        UndoImport.Outcome undone =
                useCases().undoImport().undo(new TenantScope(client, admin, Role.ADMIN), second.id());

        assertThat(undone).isInstanceOfSatisfying(UndoImport.Outcome.Undone.class, done -> {
            assertThat(done.run().undoneBy()).isEqualTo(admin);
            assertThat(units().inTenant(
                                    TenantScope.worker(client),
                                    () -> ports().imports().find(client, second.id())))
                    .contains(done.run());
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

    @Test // scoring 1.1, api 9.6: each signal has its column; a blank cell erases nothing; an undo takes them back
    void signals_come_in_by_their_columns_and_go_with_the_import() {
        List<String> headers = List.of(
                "Email",
                "Phone",
                "Phone verified",
                "Personal email",
                "Sub-industry",
                "Domain rank",
                "Organic traffic",
                "SEO date",
                "Connections",
                "Last post on");
        String address = me + "@harbourlane.example";
        LeadImport first = done(importing(
                client,
                new ArrayList<>(),
                fileOf(headers, List.of(List.of(address, "", "", "", "", "", "", "", "612", "2026-01-19")))));
        List<List<String>> fuller = List.of(List.of(
                address,
                "0491 570 006",
                "yes",
                me + "@home.example",
                "Design",
                "337",
                "1,149.89",
                "2026-01-20",
                "",
                ""));
        LeadImport second = done(importing(client, new ArrayList<>(), fileOf(headers, fuller)));

        LeadSignals signals = onlyLead(first).signals();
        assertThat(signals.verifies(onlyLead(first).contact().phone())).isTrue();
        assertThat(signals.personalEmail()).isEqualTo(Leadbook.email(me + "@home.example"));
        assertThat(signals.subIndustry()).isEqualTo("Design");
        assertThat(signals.search())
                .isEqualTo(new LeadFacts.Seo(337, new BigDecimal("1149.89"), null, null, LocalDate.of(2026, 1, 20)));
        assertThat(signals.linkedIn())
                .isEqualTo(new LeadFacts.LinkedInActivity(List.of(LocalDate.of(2026, 1, 19)), 612, null, null));
        assertThat(done(importing(client, new ArrayList<>(), fileOf(headers, fuller)))
                        .counts()
                        .updated())
                .as("the same file again")
                .isZero();

        useCases().undoImport().undo(TenantScope.worker(client), second.id());
        assertThat(leads()).singleElement().satisfies(lead -> {
            assertThat(lead.signals().search()).isNull();
            assertThat(lead.signals().linkedIn()).isEqualTo(signals.linkedIn());
        });
    }

    @Test // api 9.6: an import never lifts an opt-out
    void somebody_who_opted_out_is_not_brought_back() {
        suppress(SuppressionKeyType.EMAIL, me + "@harbourlane.example", SuppressionReason.UNSUBSCRIBED);

        LeadImport run = done(importing(new ArrayList<>(), List.of(row(me + "+new@HarbourLane.example", "Priya"))));

        assertThat(run.counts().suppressed()).isEqualTo(1);
        assertThat(leads()).isEmpty();
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

    @Test // POOL-8.5: an import never skips checks 1 to 3 of POOL-6
    void whoever_does_not_pay_is_paused_or_is_nobody_imports_nobody() {
        List<List<String>> rows = List.of(row(me + "@harbourlane.example", "Priya"));
        ClientId behind = open(new ClientId(UUID.randomUUID()));
        units().inTenant(TenantScope.worker(behind), () -> {
            Subscription trial = clients().subscription(behind).orElseThrow();
            clients().updateSubscription(trial.as(SubscriptionStatus.PAST_DUE));
        });
        ClientId paused = open(new ClientId(UUID.randomUUID()));
        pause(paused);

        assertThat(importing(behind, new ArrayList<>(), rows)).isEqualTo(barred(ClientBar.SUBSCRIPTION_INACTIVE));
        assertThat(importing(paused, new ArrayList<>(), rows)).isEqualTo(barred(ClientBar.PAUSED));
        assertThat(importing(new ClientId(UUID.randomUUID()), new ArrayList<>(), rows))
                .isEqualTo(barred(ClientBar.NOT_FOUND));
    }

    @Test // POOL-6: checks 1 to 3 inside the claiming transaction, as they stand then
    void an_import_stops_where_the_client_is_paused_meanwhile() {
        Iterator<LeadFile.Row> rows = List.of(new LeadFile.Row(2, row(me + "@harbourlane.example", "Priya")))
                .iterator();
        LeadFile file = new LeadFile(
                fileOf(List.of()).headers(),
                List.of(),
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return rows.hasNext();
                    }

                    @Override
                    public LeadFile.Row next() {
                        pause(client);
                        return rows.next();
                    }
                },
                () -> {});

        ImportLeads.Outcome outcome = useCases()
                .importLeads()
                .importLeads(TenantScope.worker(client), request(), file, counts -> {}, reject -> {});

        assertThat(outcome).isInstanceOfSatisfying(ImportLeads.Outcome.Stopped.class, stopped -> {
            assertThat(stopped.bar()).isEqualTo(ClientBar.PAUSED);
            assertThat(stopped.run().counts().rows()).isZero();
            assertThat(stopped.run().status()).isEqualTo(LeadImport.Status.BROKEN_OFF);
        });
        assertThat(leads()).isEmpty();
    }

    @Test
    void an_import_whose_process_dies_is_broken_off_when_nobody_worked_at_it_for_a_while() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 5_002; i++) {
            rows.add(row(me + i + "@harbourlane.example", "Priya"));
        }

        assertThatThrownBy(() -> useCases()
                        .importLeads()
                        .importLeads(
                                TenantScope.worker(client),
                                request(),
                                fileOf(rows),
                                counts -> {
                                    throw new OutOfMemoryError("as if it was killed");
                                },
                                reject -> {}))
                .isInstanceOf(OutOfMemoryError.class);

        LeadImport left = newest();
        assertThat(left.counts().rows()).isEqualTo(5_000);
        assertThat(left.asOf(clock().now()).status()).isEqualTo(LeadImport.Status.RUNNING);
        assertThat(left.asOf(left.touchedAt().plus(Duration.ofMinutes(16))).status())
                .isEqualTo(LeadImport.Status.BROKEN_OFF);
        assertThat(importing(client, new ArrayList<>(), fileOf(rows)))
                .isInstanceOfSatisfying(ImportLeads.Outcome.Done.class, again -> {
                    assertThat(again.run().counts().created()).isEqualTo(2);
                    assertThat(again.run().counts().rows()).isEqualTo(5_002);
                });
    }

    @Test
    void an_import_that_fails_says_at_once_that_it_is_broken_off() {
        LeadFile file = new LeadFile(
                fileOf(List.of()).headers(),
                List.of(),
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return true;
                    }

                    @Override
                    public LeadFile.Row next() {
                        throw new StorageUnavailable("no room", new IOException("no space left on device"));
                    }
                },
                () -> {});

        assertThatThrownBy(() -> importing(client, new ArrayList<>(), file)).isInstanceOf(StorageUnavailable.class);

        assertThat(newest().status()).isEqualTo(LeadImport.Status.BROKEN_OFF);
    }

    private LeadImport newest() {
        return units().inTenant(
                        TenantScope.worker(client),
                        () -> ports().imports().list(client, 1).getFirst());
    }

    private static ImportLeads.Outcome barred(ClientBar bar) {
        return new ImportLeads.Outcome.Refused(new ImportLeads.Refusal.Barred(bar));
    }
}
