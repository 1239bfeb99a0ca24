package io.agencyos.adapters.in.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemoryQuotas;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
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
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.PhoneNumber;
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
}
