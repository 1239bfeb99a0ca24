package io.agencyos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.cli.Maintenance.Finding;
import io.agencyos.adapters.out.postgres.kernel.DatabaseAddress;
import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.demo.Vendor;
import io.agencyos.bootstrap.product.Outside;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.product.place.ModelPlace;
import io.agencyos.bootstrap.system.SystemClock;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code doctor} finds inside: keys, clock, accounts. Source: DESIGN 5. */
class DoctorTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path data;

    @Test
    void an_account_that_the_vendor_refuses_by_now_is_named_with_what_to_do() throws IOException {
        MigratedData.into(data);
        Settings settings =
                Settings.read(Map.of("AGENCYOS_DATA_DIR", data.toString())).orElseThrow();
        Supplier<Running> open;
        try (VendorSandbox sandbox = VendorSandbox.start(SandboxSettings.defaults(), Instant::now)) {
            Outside outside = new Outside(
                            Optional.empty(),
                            SalesforgeSettings.live()
                                    .at(URI.create(sandbox.salesforgeUrl()), URI.create(sandbox.warmforgeUrl())),
                            MonotonicTime.ofMachine())
                    .with(ModelPlace.none()
                            .inSandbox(URI.create(sandbox.modelsUrl()), new SecretText(VendorSandbox.MODELS_KEY)));
            open = () -> Running.open(settings, new SystemClock(), outside);
            String workspace = Vendor.openWorkspace(sandbox, "Northlight", List.of());
            try (Running running = open.get()) {
                connect(running.product(), workspace);
            }

            assertThat(new SystemMaintenance(settings, open).examine())
                    .allMatch(Finding::well)
                    .extracting(Finding::subject)
                    .containsExactly(
                            "configuration",
                            "java",
                            "data",
                            "database",
                            "keys",
                            "clock",
                            "models",
                            "models",
                            "models",
                            "account");
            assertThat(new SystemMaintenance(settings, open)
                            .tryEmail("salesforge", "northlight", "sam@hello.example", "priya@harbourlane.example", 1))
                    .as("nobody is written to whose mailbox it is not")
                    .isEqualTo(new Finding(
                            "trial",
                            false,
                            "no connected mailbox of the client is sam@hello.example at salesforge",
                            "name two mailboxes of the client"));
        }
        List<Finding> silent = new SystemMaintenance(settings, open).examine();
        assertThat(silent)
                .filteredOn(finding -> !finding.well())
                .extracting(Finding::subject)
                .containsExactly("models", "models", "models", "account");
        assertThat(silent)
                .filteredOn(finding -> !finding.well() && finding.subject().equals("account"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.detail()).startsWith("salesforge of Northlight: ");
                    assertThat(finding.advice()).startsWith("agency-os connect salesforge --client northlight");
                });

        Files.delete(data.resolve("installation.key"));
        assertThat(new SystemMaintenance(settings, open).examine())
                .filteredOn(finding -> !finding.well())
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("installation.key is missing"));
    }

    private static void connect(Product product, String workspace) {
        if (!(product.clients().openClient().open("Northlight") instanceof OpenClient.Outcome.Opened(var client))) {
            throw new AssertionError("not opened");
        }
        var request = new ConnectVendor.Request(
                "salesforge",
                workspace,
                Map.of("api_key", new SecretText(Vendor.KEY)),
                Map.of("open_tracking", "true"));
        assertThat(product.vendors().connect().connect(TenantScope.worker(client.id()), request, Origin.NONE))
                .isInstanceOf(ConnectVendor.Outcome.Connected.class);
    }

    @Test // data model 9: the processes of an external database do not migrate it behind each other's back
    void an_external_database_that_is_behind_is_to_be_migrated_first() {
        try (EmbeddedDatabase server =
                EmbeddedDatabase.start(data.resolve("elsewhere"), EmbeddedDatabase.Durability.THROW_AWAY)) {
            DatabaseAddress address = server.address("postgres");
            Settings settings = Settings.read(Map.of(
                            "AGENCYOS_DATA_DIR", data.toString(),
                            "AGENCYOS_DATABASE_URL", address.jdbcUrl(),
                            "AGENCYOS_DATABASE_USER", address.adminUser(),
                            "AGENCYOS_DATABASE_PASSWORD", address.adminPassword(),
                            "AGENCYOS_DATABASE_ROLE_PASSWORD", address.adminPassword()))
                    .orElseThrow();

            assertThat(new SystemMaintenance(settings).examine())
                    .filteredOn(finding -> !finding.well())
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.subject()).isEqualTo("database");
                        assertThat(finding.advice()).isEqualTo("run: agency-os migrate");
                    });
        }
    }

    @Test // flows 4, row 16: clocks half a minute apart are borne
    void a_clock_that_goes_otherwise_than_the_databases_is_told() {
        assertThat(Examination.clocks(NOON, NOON.plusMillis(400)).detail()).isEqualTo("as the database's");
        assertThat(Examination.clocks(NOON, NOON.plusSeconds(30)).well()).isTrue();
        assertThat(Examination.clocks(NOON, NOON.plusSeconds(31)))
                .isEqualTo(new Finding(
                        "clock",
                        false,
                        "31 s behind the database's",
                        "let both machines take their time from the network"));
        assertThat(Examination.clocks(NOON, NOON.minusSeconds(90)).detail()).isEqualTo("90 s before the database's");
    }
}
