package io.agencyos.adapters.in.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemoryQuotas;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.adapters.out.memory.resource.FakeAlphaTags;
import io.agencyos.adapters.out.memory.resource.FakeNumberShop;
import io.agencyos.adapters.out.memory.resource.MemoryLentResources;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.resource.MemoryUsedToday;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.resource.lending.LendingPorts;
import io.agencyos.application.resource.lending.LendingUseCases;
import io.agencyos.application.resource.lending.NumberShops;
import io.agencyos.application.resource.lending.ProvisionNumber;
import io.agencyos.application.resource.lending.RegisterSenderNames;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command as a person types it, on the use case and stores in memory. */
class NumberCommandTest {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final FakeNumberShop shop = new FakeNumberShop();
    private final Client client = opened();
    private final StringWriter said = new StringWriter();
    private final ProvisionNumber numbers = numbers();
    private final FakeAlphaTags register = new FakeAlphaTags();
    private final MemoryAudit audit = new MemoryAudit(units);
    private boolean carrier = true;

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

    private ProvisionNumber numbers() {
        MemoryMailboxes mailboxes = new MemoryMailboxes(units);
        return new LendingUseCases(
                        new LendingPorts(
                                new MemoryLentResources(units, mailboxes, clients),
                                mailboxes,
                                new MemoryUsedToday(new MemoryQuotas(units)),
                                clients,
                                new MemoryAlerts(units),
                                new MemoryEvents(units),
                                new MemoryAudit(units),
                                owner -> Optional.of(new NumberShops.Shop("sandbox", shop))),
                        units,
                        () -> Leadbook.MONDAY,
                        UUID::randomUUID)
                .provisionNumber();
    }

    private final class MemoryDesk implements NumberDesk {

        @Override
        public Optional<Client> client(String meant) {
            return Optional.of(client).filter(known -> known.name().equalsIgnoreCase(meant));
        }

        @Override
        public ProvisionNumber numbers() {
            return numbers;
        }

        @Override
        public RegisterSenderNames names() {
            return new RegisterSenderNames(
                    owner -> carrier ? Optional.of(register) : Optional.empty(),
                    clients,
                    audit,
                    units,
                    () -> Leadbook.MONDAY,
                    UUID::randomUUID);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private int run(String... arguments) {
        said.getBuffer().setLength(0);
        return new CommandLine(new NumberCommand(MemoryDesk::new))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
    }

    @Test // outreach 10.8
    void a_number_is_shown_and_bought_once_it_is_said_who_uses_it() {
        shop.offer(new PhoneNumber("+61499900001"), new BigDecimal("20.71"));

        assertThat(run("offers", "Northlight")).isZero();
        assertThat(said.toString()).contains("+61499900001  A$20.71 a month");
        assertThat(run("add", "Northlight")).isEqualTo(1);
        assertThat(said.toString()).contains("regulatory_bundle_missing", "nothing was bought");
        assertThat(run("add", "Nobody")).isEqualTo(2);
        assertThat(run(
                        "add",
                        "northlight",
                        "--business=Northlight Pty Ltd",
                        "--address=12 Example Lane",
                        "--suburb=Melbourne",
                        "--postcode=3000",
                        "--state=Victoria",
                        "--contact=Sam Okoro",
                        "--contact-number=+61355500110"))
                .as(said.toString())
                .isZero();
        assertThat(said.toString()).contains("Northlight texts from +61499900001 now, bought for A$20.71 a month.");
        assertThat(shop.purchases()).isEqualTo(1);
    }

    private int name(String... arguments) {
        said.getBuffer().setLength(0);
        return new CommandLine(new NameCommand(MemoryDesk::new))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
    }

    private int registering(String name, String abn) {
        return name(
                "register",
                "Northlight",
                name,
                "--reason=Reminders of shifts to our own staff",
                "--business=Northlight Pty Ltd",
                "--abn=" + abn,
                "--website=https://northlight.example",
                "--phone=+61355500110",
                "--address=12 Example Lane",
                "--suburb=Melbourne",
                "--state=vic",
                "--postcode=3000",
                "--first-name=Sam",
                "--last-name=Okoro",
                "--email=sam@northlight.example",
                "--title=Director");
    }

    @Test // clicksend 6 C10, outreach 6.6: a name is asked for once, and used only when the register says active
    void a_name_is_registered_once_and_shown_with_how_far_it_is() {
        assertThat(name("list", "Northlight")).isZero();
        assertThat(said.toString()).contains("No name is registered");
        assertThat(registering("Northlight1", "51 824 753 556"))
                .as(said.toString())
                .isZero();
        assertThat(registering("Northlight1", "51824753556")).isZero();
        assertThat(said.toString()).contains("Northlight1  pending, not to be used yet");
        assertThat(register.wishes()).isEqualTo(1);
        assertThat(units.onPlatform(() -> audit.newest(client.id(), 10)))
                .filteredOn(entry -> entry.resourceType().equals("sender_name"))
                .isNotEmpty();

        register.approve();
        assertThat(name("list", "Northlight")).isZero();
        assertThat(said.toString()).contains("Northlight1  active, may be used");
    }

    @Test // clicksend 6 C10: bad input asks for nothing
    void what_cannot_be_registered_is_refused_by_its_field() {
        assertThat(registering("No", "51824753556")).isEqualTo(2);
        assertThat(said.toString()).contains("name cannot be right");
        assertThat(registering("Northlight1", "123")).isEqualTo(2);
        assertThat(said.toString()).contains("abn cannot be right");
        assertThat(name("register", "Northlight", "Northlight1", "--reason=none"))
                .as("the owner is missing")
                .isEqualTo(2);
        carrier = false;
        assertThat(registering("Northlight1", "51824753556")).isEqualTo(1);
        assertThat(said.toString()).contains("has connected no carrier");
        assertThat(register.wishes()).isZero();
    }
}
