package io.agencyos.adapters.out.memory.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.memory.resource.MemorySeats;
import io.agencyos.adapters.out.memory.resource.MemorySendingNumbers;
import io.agencyos.application.allocation.pacing.CapacityPorts;
import io.agencyos.application.allocation.pacing.CheckCapacityService;
import io.agencyos.application.allocation.pacing.PacingBook;
import io.agencyos.application.allocation.pacing.PacingDay;
import io.agencyos.application.allocation.pacing.ShowCapacity;
import io.agencyos.application.allocation.pacing.ShowCapacity.Line;
import io.agencyos.application.allocation.pacing.ShowCapacityService;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.allocation.CapacityCheck;
import io.agencyos.domain.allocation.CapacityCheck.Shortfall;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.SeatId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckCapacityTest {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final MemoryAlerts alerts = new MemoryAlerts(units);
    private final MemoryMailboxes mailboxes = new MemoryMailboxes(units);
    private final MemorySeats seats = new MemorySeats(units);
    private final MemorySendingNumbers numbers = new MemorySendingNumbers(units);
    private PacingBook.Dialled dialled = new PacingBook.Dialled(0, 0);

    /** What the client's calls of the last weeks were. */
    private final class Calls implements PacingBook {
        @Override
        public int startsBetween(ClientId client, Instant from, Instant until) {
            return 0;
        }

        @Override
        public Dialled dialled(ClientId client, Instant from, Instant until) {
            assertThat(Duration.between(from, until)).isEqualTo(Duration.ofDays(28));
            return dialled;
        }

        @Override
        public void put(PacingDay day) {
            throw new AssertionError("nothing is written");
        }

        @Override
        public List<PacingDay> days(ClientId client, LocalDate from, LocalDate until) {
            return List.of();
        }
    }

    private List<Shortfall> check(ClientId client) {
        return new CheckCapacityService(ports(), units, () -> Leadbook.MONDAY).check(client);
    }

    private CapacityPorts ports() {
        return new CapacityPorts(clients, mailboxes, seats, numbers, new Calls(), alerts);
    }

    /** All that the smallest plan comes with, warm: three domains, four seats, a number. */
    private void senders(ClientId client, int calls) {
        units.inTenant(TenantScope.worker(client), () -> {
            for (int domain = 0; domain < 3; domain++) {
                mailboxes.assign(Campaignbook.mailbox(
                        client,
                        "sam@d" + UUID.randomUUID().toString().replace("-", "") + ".example",
                        Leadbook.MONDAY,
                        Duration.ofDays(60)));
            }
            numbers.add(new SendingNumber(
                    new ResourceId(UUID.randomUUID()),
                    client,
                    new PhoneNumber("+61491570006"),
                    "fake",
                    Leadbook.MONDAY.minus(Duration.ofDays(30)),
                    calls,
                    null));
            for (int i = 0; i < 4; i++) {
                Instant linked = Leadbook.MONDAY.minus(Duration.ofDays(40));
                seats.insert(Seat.asked(
                                new SeatId(UUID.randomUUID()), client, null, ZoneId.of("Australia/Sydney"), linked)
                        .on(new SeatEvent.Connected(new SeatAccount("a" + UUID.randomUUID(), "Sam", null)), linked));
            }
            return client;
        });
    }

    private ClientId client() {
        MemoryCredits credits = new MemoryCredits(units, UUID::randomUUID);
        OpenClient.Outcome outcome = new ClientUseCases(
                        clients, credits, units, () -> Leadbook.MONDAY, UUID::randomUUID)
                .openClient()
                .open("Northlight " + UUID.randomUUID());
        if (outcome instanceof OpenClient.Outcome.Opened opened) {
            return opened.client().id();
        }
        throw new AssertionError(outcome);
    }

    private List<Alert> open() {
        return units.onPlatform(() -> alerts.open(50));
    }

    @Test // PLAN-2: raises CAPACITY_SHORTFALL(channel, per_day) when need > supply, until it does not any more
    void a_channel_that_falls_short_is_told_to_staff_until_it_does_not() {
        ClientId short1 = client();
        ClientId short2 = client();
        senders(short1, 20);
        senders(short2, 20);

        assertThat(check(short1)).containsExactly(new Shortfall(Channel.VOICE, new BigDecimal("19.8")));
        check(short2);
        assertThat(open())
                .hasSize(2)
                .allSatisfy(alert -> assertThat(alert.detail())
                        .isEqualTo(Map.of(
                                "channel",
                                "voice",
                                "per_day",
                                "19.8",
                                "needed_per_day",
                                "39.8",
                                "supplied_per_day",
                                "20")));

        senders(short1, 50);
        assertThat(check(short1)).isEmpty();
        assertThat(open()).extracting(Alert::clientId).containsExactly(short2);
    }

    @Test // PLAN-2: the table's first column, as a client reads it beside its own senders
    void a_client_reads_need_and_supply_of_each_channel_and_what_is_left_for_closing_e_mails() {
        ClientId client = client();
        senders(client, 20);
        ShowCapacity.Capacity shown = new ShowCapacityService(ports(), units, () -> Leadbook.MONDAY)
                .of(TenantScope.worker(client))
                .orElseThrow();

        assertThat(shown.lines())
                .containsExactly(
                        new Line(Channel.EMAIL, new BigDecimal("113.6"), 135, new BigDecimal("0.0")),
                        new Line(Channel.LINKEDIN, new BigDecimal("42.6"), 80, new BigDecimal("0.0")),
                        new Line(Channel.VOICE, new BigDecimal("39.8"), 20, new BigDecimal("19.8")),
                        new Line(Channel.SMS, new BigDecimal("5.7"), 100, new BigDecimal("0.0")));
        assertThat(shown.closing())
                .isEqualTo(new CapacityCheck.Closing(new BigDecimal("51.1"), new BigDecimal("21.4"), 42));
        assertThat(open()).as("reading alerts nobody").isEmpty();
    }

    @Test // PLAN-2: once 50 calls exist the client's measured dials per called lead of 28 days
    void a_client_whose_leads_answer_at_once_needs_fewer_calls() {
        ClientId client = client();
        senders(client, 25);
        dialled = new PacingBook.Dialled(49, 40);
        assertThat(check(client)).extracting(Shortfall::channel).containsExactly(Channel.VOICE);
        dialled = new PacingBook.Dialled(50, 40);
        assertThat(check(client)).isEmpty();
        assertThat(open()).isEmpty();
    }

    @Test // PLAN-2: from real resources; who has none is told of each channel, who books nothing of none
    void whoever_has_no_senders_falls_short_of_every_need() {
        assertThat(check(client()))
                .containsExactly(
                        new Shortfall(Channel.EMAIL, new BigDecimal("113.6")),
                        new Shortfall(Channel.LINKEDIN, new BigDecimal("42.6")),
                        new Shortfall(Channel.VOICE, new BigDecimal("39.8")),
                        new Shortfall(Channel.SMS, new BigDecimal("5.7")));
        assertThat(check(new ClientId(UUID.randomUUID()))).isEmpty();
    }
}
