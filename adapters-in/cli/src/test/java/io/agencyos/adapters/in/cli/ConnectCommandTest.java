package io.agencyos.adapters.in.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryHookRemovals;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.adapters.out.memory.platform.MemoryVendorAccounts;
import io.agencyos.adapters.out.memory.platform.MemoryVendorHooks;
import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.platform.vendor.FakeConnector;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.platform.vendor.VendorPorts;
import io.agencyos.application.platform.vendor.VendorUseCases;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.SecretText;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command as a person types it, on the use cases and stores in memory. */
class ConnectCommandTest {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final MemoryVendorAccounts accounts = new MemoryVendorAccounts(units);
    private final Client client = opened();
    private final StringWriter said = new StringWriter();
    private FakeConnector vendor = new FakeConnector();
    private Optional<URI> publicUrl = Optional.of(URI.create("https://os.agency.example"));

    private Client opened() {
        OpenClient.Outcome outcome = new ClientUseCases(
                        clients,
                        new MemoryCredits(units, UUID::randomUUID),
                        units,
                        () -> Leadbook.MONDAY,
                        UUID::randomUUID)
                .openClient()
                .open("Northlight");
        if (outcome instanceof OpenClient.Outcome.Opened(Client made)) {
            return made;
        }
        throw new AssertionError(outcome);
    }

    private final class MemoryDesk implements ConnectionDesk {

        @Override
        public Optional<Client> client(String meant) {
            return Optional.of(client).filter(known -> known.name().equalsIgnoreCase(meant));
        }

        @Override
        public List<VendorConnector> vendors() {
            return List.of(vendor);
        }

        @Override
        public ConnectVendor connectVendor() {
            VendorPorts ports = new VendorPorts(
                    accounts,
                    new MemoryVendorHooks(units),
                    new MemoryHookRemovals(units),
                    new MemoryVendorObjects(),
                    new MemoryTasks(units),
                    new MemoryAudit(units));
            return new VendorUseCases(
                            ports,
                            List.of(vendor),
                            publicUrl,
                            units,
                            () -> Leadbook.MONDAY,
                            UUID::randomUUID,
                            new TestChance(1))
                    .connect();
        }

        @Override
        public void close() {}
    }

    private int run(Optional<String> environment, String input, String... args) {
        AskedPassword keys = new AskedPassword(
                environment.map(SecretText::new), new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        PrintWriter out = new PrintWriter(said, true);
        return new CommandLine(new ConnectCommand(MemoryDesk::new, keys))
                .setOut(out)
                .setErr(out)
                .execute(args);
    }

    private Optional<VendorAccount> stored() {
        return units.inTenant(TenantScope.worker(client.id()), () -> accounts.find(client.id(), "postbox"));
    }

    @Test
    void an_account_is_connected_with_the_key_of_the_input() {
        int code = run(
                Optional.empty(),
                FakeConnector.GOOD_KEY + "\n",
                "postbox",
                "--client",
                "northlight",
                "--account",
                "box-1",
                "--set",
                "open_tracking=true");

        assertThat(code).isZero();
        assertThat(said.toString()).isEqualToNormalizingNewlines("""
            Connected: postbox Box box-1 (box-1) for Northlight
            The vendor tells us what happens, by 2 hooks.
            Not given: second_key, another key (--with second_key)
            """);
        assertThat(stored())
                .contains(new VendorAccount(
                        client.id(),
                        "postbox",
                        "box-1",
                        "Box box-1",
                        Map.of("open_tracking", "true"),
                        Map.of("api_key", new SecretText(FakeConnector.GOOD_KEY))));
    }

    @Test
    void the_first_key_of_the_environment_and_a_second_of_the_input() {
        publicUrl = Optional.empty();
        int code = run(
                Optional.of(FakeConnector.GOOD_KEY),
                "the second\n",
                "postbox",
                "--client=Northlight",
                "--account=box-1",
                "--with=second_key");

        assertThat(code).isZero();
        assertThat(said.toString()).isEqualToNormalizingNewlines("""
            Connected: postbox Box box-1 (box-1) for Northlight
            This installation has no public address; the vendor is asked from time to time.
            """);
        assertThat(stored())
                .map(account -> account.credentials().get("second_key"))
                .contains(new SecretText("the second"));
    }

    @Test // smtp-imap 1: one password per mailbox, in the order in which they are named
    void keys_of_chosen_names_are_asked_for_in_turn() {
        vendor = new FakeConnector().withDrawers();
        int code = run(
                Optional.empty(),
                FakeConnector.GOOD_KEY + "\nsecond drawer's\nfirst drawer's\n",
                "postbox",
                "--client=Northlight",
                "--account=box-1",
                "--with=drawer-2",
                "--with=drawer-1");

        assertThat(code).isZero();
        assertThat(stored().orElseThrow().credentials())
                .isEqualTo(Map.of(
                        "api_key", new SecretText(FakeConnector.GOOD_KEY),
                        "drawer-2", new SecretText("second drawer's"),
                        "drawer-1", new SecretText("first drawer's")));
    }

    @Test
    void hooks_that_the_vendor_does_not_take_are_told() {
        vendor = new FakeConnector("register");

        assertThat(run(Optional.of(FakeConnector.GOOD_KEY), "", "postbox", "--client=Northlight", "--account=box-1"))
                .isZero();
        assertThat(said.toString())
                .contains("The vendor did not take our hooks and is asked from time to time; connect again later:"
                        + " The vendor cannot be reached or read: down for an hour");
    }

    @Test
    void a_refused_key_is_told_and_never_shown() {
        assertThat(run(Optional.of("a-wrong-key"), "", "postbox", "--client=Northlight", "--account=box-1"))
                .isEqualTo(1);
        assertThat(said.toString())
                .contains("postbox refused, nothing was stored: The vendor does not accept the key: the key is wrong")
                .doesNotContain("a-wrong-key");
        assertThat(stored()).isEmpty();
    }

    @Test
    void wrong_usage_is_told_by_name() {
        assertThat(run(Optional.empty(), "", "pigeon", "--client=Northlight", "--account=x"))
                .isEqualTo(2);
        assertThat(run(Optional.empty(), "", "postbox", "--client=Nobody", "--account=x"))
                .isEqualTo(2);
        assertThat(run(Optional.empty(), "", "postbox", "--client=Northlight", "--account=x"))
                .isEqualTo(2);
        assertThat(run(Optional.empty(), "", "postbox", "--client=Northlight", "--account=x", "--with=nothing"))
                .isEqualTo(2);
        assertThat(said.toString())
                .contains("VENDOR: pigeon cannot be connected; known: postbox")
                .contains("--client: there is no client Nobody")
                .contains("credentials.api_key is required: the key")
                .contains("--with: nothing is no key of postbox");
    }
}
