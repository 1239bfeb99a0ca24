package io.agencyos.application.lead.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A client that imports rows, over whatever stores it is given. */
public abstract class ImportSteps {

    private static final List<String> HEADERS =
            List.of("Work Email", "First", "Last", "Job", "Organisation", "Profile", "Mobile");

    protected abstract UnitOfWork units();

    protected abstract LeadPorts ports();

    protected abstract Clients clients();

    protected abstract Campaigns campaigns();

    protected abstract Events events();

    protected abstract ClockPort clock();

    protected abstract IdSource ids();

    public final ClientId client = new ClientId(UUID.randomUUID());
    public final String me = "p" + UUID.randomUUID().toString().replace("-", "");
    public final List<LeadId> scored = new ArrayList<>();
    /** Leads whose outreach the import ended. */
    public final List<LeadId> ended = new ArrayList<>();

    @BeforeEach
    final void openTheClient() {
        open(client);
    }

    /** A client on trial. */
    final ClientId open(ClientId id) {
        return open(id, null);
    }

    /** The test twin of a client. */
    final ClientId openTwin(ClientId live) {
        return open(new ClientId(UUID.randomUUID()), live);
    }

    private ClientId open(ClientId id, @Nullable ClientId twinOf) {
        Instant now = clock().now();
        Client row = new Client(
                id,
                "Northlight",
                (twinOf == null ? "n" : "test-n") + id.text(),
                null,
                null,
                null,
                null,
                ZoneId.of("Australia/Sydney"),
                Country.AUSTRALIA,
                PermissionMode.CO_PILOT,
                null,
                twinOf == null ? ClientMode.LIVE : ClientMode.TEST,
                twinOf,
                now,
                null,
                0);
        Subscription trial = Subscription.trial(id, BillingPeriod.dayOf(now));
        units().onPlatform(() -> clients().insert(row, ClientSettings.defaults(id), trial));
        return id;
    }

    final void pause(ClientId id) {
        units().inTenant(TenantScope.worker(id), () -> {
            Client now = clients().find(id).orElseThrow();
            clients().update(now.pausedBy(new Client.Pause(clock().now(), "a complaint", null)));
        });
    }

    final ImportLeads.Outcome importing(List<LeadImportRow> rejects, List<List<String>> rows) {
        return importing(client, rejects, rows);
    }

    final ImportLeads.Outcome importing(ClientId of, List<LeadImportRow> rejects, List<List<String>> rows) {
        return importing(of, rejects, fileOf(rows));
    }

    final ImportLeads.Outcome importing(ClientId of, List<LeadImportRow> rejects, LeadFile file) {
        return useCases()
                .importLeads()
                .importLeads(TenantScope.worker(of), request(), file, counts -> {}, rejects::add);
    }

    final LeadUseCases useCases() {
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
                (of, lead) -> ended.add(lead),
                events(),
                PublishedSuffixes.identityKeys(),
                units(),
                clock(),
                ids());
    }

    final List<List<String>> walkThrough() {
        return List.of(
                List.of(
                        me + "@harbourlane.example",
                        "Priya",
                        "Raman",
                        "Head of Growth",
                        "Harbour Lane Digital",
                        "https://au.linkedin.com/in/" + me + "/?trk=a",
                        "0491 570 006"),
                List.of(me.toUpperCase(Locale.ROOT) + "+news@HarbourLane.example", "Priya", "Raman", "", "", "", ""),
                List.of("max@" + me + "rival.example", "Max", "Rival", "CEO", "Rivalworks", "", ""),
                List.of("", "Nobody", "Known", "CEO", "", "", ""));
    }

    static List<String> row(String email, String first) {
        return List.of(email, first, "Raman", "Head of Growth", "Harbour Lane Digital", "", "");
    }

    static ImportLeads.Request request() {
        return new ImportLeads.Request(LeadSource.CSV_IMPORT, "leads.csv", Map.of(), null);
    }

    static LeadFile fileOf(List<List<String>> rows) {
        return fileOf(HEADERS, rows);
    }

    static LeadFile fileOf(List<String> headers, List<List<String>> rows) {
        List<LeadFile.Row> numbered = new ArrayList<>();
        for (int n = 0; n < rows.size(); n++) {
            numbered.add(new LeadFile.Row(n + 2, rows.get(n)));
        }
        return new LeadFile(headers, List.of(), numbered.iterator(), () -> {});
    }

    static LeadImport done(ImportLeads.Outcome outcome) {
        return switch (outcome) {
            case ImportLeads.Outcome.Done(LeadImport run, var warnings) -> run;
            case ImportLeads.Outcome.BrokenOff broken -> throw new AssertionError(broken.cause());
            case ImportLeads.Outcome.Stopped stopped -> throw new AssertionError(stopped);
            case ImportLeads.Outcome.Refused refused -> throw new AssertionError(refused);
        };
    }

    final Lead onlyLead(LeadImport run) {
        List<Lead> made = units().inTenant(
                        TenantScope.worker(client), () -> ports().leads().ofImport(client, run.id(), 10));
        assertThat(made).hasSize(1);
        return made.getFirst();
    }

    final List<Lead> leads() {
        return units().inTenant(
                        TenantScope.worker(client),
                        () -> ports().imports().list(client, 100).stream()
                                .flatMap(run -> ports().leads().ofImport(client, run.id(), 1000).stream())
                                .toList());
    }

    final void suppress(SuppressionKeyType type, String key, SuppressionReason reason) {
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
}
