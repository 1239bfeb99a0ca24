package io.agencyos.adapters.out.memory.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.adapters.out.memory.platform.MemoryHookRemovals;
import io.agencyos.adapters.out.memory.platform.MemoryTasks;
import io.agencyos.adapters.out.memory.platform.MemoryVendorAccounts;
import io.agencyos.adapters.out.memory.platform.MemoryVendorHooks;
import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.memory.resource.FakeMailboxes;
import io.agencyos.adapters.out.memory.resource.FakeSeatLinking;
import io.agencyos.adapters.out.memory.resource.MemoryLentResources;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.resource.MemorySeatConnections;
import io.agencyos.adapters.out.memory.resource.MemorySeatUsage;
import io.agencyos.adapters.out.memory.resource.MemorySeats;
import io.agencyos.adapters.out.memory.resource.MemoryUsedToday;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.outreach.sandbox.KeepTwins;
import io.agencyos.application.outreach.sandbox.KeepTwinsService;
import io.agencyos.application.outreach.sandbox.TwinPorts;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.platform.vendor.FakeConnector;
import io.agencyos.application.platform.vendor.VendorPorts;
import io.agencyos.application.platform.vendor.VendorUseCases;
import io.agencyos.application.resource.ConnectMailbox;
import io.agencyos.application.resource.ResourcePorts;
import io.agencyos.application.resource.ResourceUseCases;
import io.agencyos.application.resource.lending.LendingPorts;
import io.agencyos.application.resource.lending.LendingUseCases;
import io.agencyos.application.resource.seat.SeatPorts;
import io.agencyos.application.resource.seat.SeatTries;
import io.agencyos.application.resource.seat.SeatUseCases;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a twin is given, when, and what is made good later; with the use cases by which people furnish live clients. On
 * PostgreSQL and over HTTP: {@code TwinStoryTest}. Source: api 4.1.
 */
class KeepTwinsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final String MAIL = FakeConnector.VENDOR;

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final MemoryVendorAccounts accounts = new MemoryVendorAccounts(units);
    private final MemoryMailboxes mailboxes = new MemoryMailboxes(units);
    private final MemoryLentResources stock = new MemoryLentResources(units, mailboxes, clients);
    private final MemorySeats seats = new MemorySeats(units);
    private final MemoryEvents events = new MemoryEvents(units);
    private final MemoryAudit audit = new MemoryAudit(units);
    private final MemoryAlerts alerts = new MemoryAlerts(units);
    private final FakeMailboxes lists = new FakeMailboxes();
    private final FakeSeatLinking linking = new FakeSeatLinking(() -> NOW);
    private final FakeConnector connector = new FakeConnector();
    private final List<String> troubles = new ArrayList<>();
    private String key = FakeConnector.GOOD_KEY;
    private final FakeTwinVendors vendors = new FakeTwinVendors(
            MAIL,
            twin -> List.of(
                    new ConnectVendor.Request(MAIL, "drawer-1", Map.of("api_key", new SecretText(key)), Map.of())),
            (twin, address) -> lists.connect(twin, address, MailboxState.CONNECTED));

    private Client live = open("Northlight");
    private Client twin = twinOf(live);
    private KeepTwins twins = process();

    @BeforeEach
    void served() {
        vendors.serve(twin.id(), true);
    }

    private Client open(String name) {
        OpenClient.Outcome outcome = new ClientUseCases(
                        clients,
                        new MemoryCredits(units, UUID::randomUUID, () -> NOW, clients),
                        units,
                        () -> NOW,
                        UUID::randomUUID)
                .openClient()
                .open(name);
        if (outcome instanceof OpenClient.Outcome.Opened(Client client)) {
            return client;
        }
        throw new AssertionError(outcome);
    }

    private Client twinOf(Client client) {
        return units.onPlatform(() -> clients.twin(client.id())).orElseThrow();
    }

    private ConnectMailbox connectMailbox() {
        return new ResourceUseCases(
                        new ResourcePorts(mailboxes, Set.of(MAIL), vendor -> Optional.of(lists), events, audit),
                        units,
                        () -> NOW,
                        UUID::randomUUID)
                .connectMailbox();
    }

    /** A process that was just started on the same stores. */
    private KeepTwins process() {
        return new KeepTwinsService(
                new TwinPorts(
                        vendors,
                        clients,
                        new VendorUseCases(
                                        new VendorPorts(
                                                accounts,
                                                new MemoryVendorHooks(units),
                                                new MemoryHookRemovals(units),
                                                new MemoryVendorObjects(),
                                                new MemoryTasks(units),
                                                audit),
                                        List.of(connector),
                                        Optional.of(URI.create("https://os.agency.example")),
                                        units,
                                        () -> NOW,
                                        UUID::randomUUID,
                                        new TestChance(7))
                                .connect(),
                        accounts,
                        connectMailbox(),
                        mailboxes,
                        new FakeUpkeep(),
                        new LendingUseCases(
                                        new LendingPorts(
                                                stock,
                                                mailboxes,
                                                new MemoryUsedToday(new MemoryQuotas(units)),
                                                clients,
                                                alerts,
                                                events,
                                                audit,
                                                client -> Optional.empty()),
                                        units,
                                        () -> NOW,
                                        UUID::randomUUID)
                                .desk(),
                        stock,
                        new SeatUseCases(
                                        new SeatPorts(
                                                seats,
                                                new MemorySeatConnections(units),
                                                new MemorySeatUsage(new MemoryQuotas(units)),
                                                SeatTries.NONE,
                                                clients,
                                                alerts,
                                                events,
                                                audit,
                                                Optional.of(linking),
                                                client -> Optional.of(URI.create("https://os.agency.example/hooks/1")),
                                                Optional.of(URI.create("https://os.agency.example"))),
                                        units,
                                        () -> NOW,
                                        UUID::randomUUID)
                                .linkSeat(),
                        seats),
                units,
                () -> NOW,
                new KeepTwins.Trouble() {

                    @Override
                    public void lacks(ClientId whose, String what) {
                        troubles.add(what);
                    }

                    @Override
                    public void failed(ClientId whose, RuntimeException why) {
                        troubles.add(String.valueOf(why.getMessage()));
                    }
                });
    }

    private <T> T of(Client client, Supplier<T> work) {
        return units.reading(TenantScope.worker(client.id()), work);
    }

    private List<Mailbox> mailboxes(Client client) {
        return of(client, () -> mailboxes.ofClient(client.id()));
    }

    private List<SendingNumber> numbers(Client client) {
        return of(client, () -> stock.ofClient(client.id()));
    }

    private List<Client> inUse() {
        return units.onPlatform(clients::allServed);
    }

    @Test // api 4.1: one warmed sandbox mailbox, one number, one seat; two numbers, since none both texts and calls
    void whoever_comes_in_first_finds_a_warm_mailbox_two_numbers_and_a_seat() {
        twins.entered(twin.id());

        assertThat(troubles).isEmpty();
        assertThat(mailboxes(twin)).singleElement().satisfies(mailbox -> {
            assertThat(mailbox.address().value()).isEqualTo("hello@test-northlight.example");
            assertThat(mailbox.state()).isEqualTo(MailboxState.CONNECTED);
            assertThat(mailbox.warmupStartedAt()).isBefore(NOW.minus(Duration.ofDays(22)));
        });
        assertThat(numbers(twin))
                .extracting(SendingNumber::provider)
                .containsExactlyInAnyOrder(FakeTwinVendors.TEXTS, FakeTwinVendors.CALLS);
        assertThat(vendors.number(twin.id(), Channel.SMS).map(PhoneNumber::e164).orElseThrow())
                .startsWith("+614999");
        assertThat(vendors.number(twin.id(), Channel.VOICE)
                        .map(PhoneNumber::e164)
                        .orElseThrow())
                .matches("\\+61[2378]5550\\d{4}");
        assertThat(of(twin, () -> seats.ofClient(twin.id()))).hasSize(1);
        assertThat(vendors.pages(twin.id())).hasSize(1);
        assertThat(of(twin, () -> accounts.find(twin.id(), MAIL))).isPresent();
        assertThat(inUse()).contains(twin);
        assertThat(twins.standing()).containsExactly(twin.id());
    }

    @Test // nothing is copied to or from the live client
    void a_live_client_is_given_nothing_and_a_twin_nobody_uses_neither() {
        twins.entered(live.id());
        twins.keep();

        assertThat(mailboxes(live)).isEmpty();
        assertThat(mailboxes(twin)).isEmpty();
        assertThat(inUse()).doesNotContain(twin);
        assertThat(twins.standing()).isEmpty();
    }

    @Test
    void coming_in_again_changes_nothing_in_this_process_and_in_the_next() {
        twins.entered(twin.id());
        List<SendingNumber> before = numbers(twin);
        twins.entered(twin.id());

        KeepTwins next = process();
        next.keep();

        assertThat(next.standing()).containsExactly(twin.id());
        assertThat(numbers(twin)).isEqualTo(before);
        assertThat(mailboxes(twin)).hasSize(1);
        assertThat(vendors.pages(twin.id())).as("nobody signs in again").hasSize(1);
        assertThat(linking.links()).hasSize(1);
    }

    @Test
    void what_a_sandbox_forgot_is_brought_there_again_after_a_start() {
        twins.entered(twin.id());
        Optional<PhoneNumber> texts = vendors.number(twin.id(), Channel.SMS);
        vendors.forget(twin.id());

        process().keep();

        assertThat(vendors.mailboxes(twin.id())).containsExactly(new EmailAddress("hello@test-northlight.example"));
        assertThat(vendors.number(twin.id(), Channel.SMS)).isEqualTo(texts);
        assertThat(vendors.pages(twin.id())).as("the seat is linked anew").hasSize(1);
        assertThat(mailboxes(twin)).hasSize(1);
        assertThat(of(twin, () -> seats.ofClient(twin.id()))).hasSize(1);
    }

    @Test
    void without_a_sandbox_whoever_comes_in_waits_for_one() {
        vendors.serve(twin.id(), false);
        twins.entered(twin.id());
        assertThat(twins.standing()).isEmpty();
        assertThat(inUse()).as("nothing is done for it meanwhile").doesNotContain(twin);

        vendors.serve(twin.id(), true);
        twins.entered(twin.id());
        assertThat(twins.standing()).containsExactly(twin.id());
    }

    @Test
    void what_fails_is_told_and_tried_again_and_the_rest_stands() {
        key = "a-key-that-opens-nothing";
        linking.fail(new VendorFailure.Unavailable(VendorFailure.Details.of("links", "link", "away")));
        twins.entered(twin.id());
        assertThat(troubles).hasSize(2).anyMatch(what -> what.startsWith(MAIL)).anyMatch(what -> what.contains("seat"));
        assertThat(numbers(twin)).hasSize(2);

        key = FakeConnector.GOOD_KEY;
        linking.fail(null);
        troubles.clear();
        process().keep();
        assertThat(troubles).isEmpty();
        assertThat(of(twin, () -> accounts.find(twin.id(), MAIL))).isPresent();
        assertThat(of(twin, () -> seats.ofClient(twin.id()))).hasSize(1);
    }

    @Test // slugs change hands, and an address belongs to one client
    void a_twin_keeps_its_mailbox_under_another_slug_and_has_one_where_somebody_has_its_slugs() {
        twins.entered(twin.id());
        units.onPlatform(() -> clients.rename(live, "southlight", NOW, NOW.plus(Duration.ofDays(91))));
        process().keep();
        assertThat(mailboxes(twin))
                .extracting(mailbox -> mailbox.address().value())
                .containsExactly("hello@test-northlight.example");

        Client other = twinOf(open("Eastbank"));
        vendors.serve(other.id(), true);
        EmailAddress taken = new EmailAddress("hello@test-eastbank.example");
        lists.connect(live.id(), taken, MailboxState.CONNECTED);
        connectMailbox()
                .connect(
                        new TenantScope(live.id(), null, Role.ADMIN),
                        new ConnectMailbox.Request(taken, MAIL, true, NOW, null),
                        Origin.NONE);
        twins.entered(other.id());
        assertThat(mailboxes(other))
                .singleElement()
                .satisfies(mailbox -> assertThat(mailbox.address()).isNotEqualTo(taken));
        assertThat(troubles).isEmpty();
    }

    @Test // api 9.2
    void a_twin_that_is_gone_is_forgotten_and_let_in_no_more() {
        twins.entered(twin.id());

        assertThat(twins.forget(twin.id())).isTrue();
        twins.entered(twin.id());

        assertThat(twins.standing()).isEmpty();
        assertThat(vendors.mailboxes(twin.id())).isEmpty();
        vendors.serve(twin.id(), false);
        assertThat(twins.forget(twin.id())).as("nobody answers").isFalse();
    }
}
