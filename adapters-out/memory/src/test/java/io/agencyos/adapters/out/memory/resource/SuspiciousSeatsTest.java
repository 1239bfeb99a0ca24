package io.agencyos.adapters.out.memory.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemoryQuotas;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.application.resource.seat.SeatPorts;
import io.agencyos.application.resource.seat.SeatTries;
import io.agencyos.application.resource.seat.SeatUseCases;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A seat that tries and tries, and nothing goes out. Source: scoring RES-13. */
class SuspiciousSeatsTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T19:00:00Z");

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemorySeats seats = new MemorySeats(units);
    private final MemoryAlerts alerts = new MemoryAlerts(units);
    private final Map<SeatId, SeatTries.Tried> tried = new HashMap<>();
    private final ClientId client = new ClientId(UUID.randomUUID());

    private SeatUseCases use() {
        return new SeatUseCases(
                new SeatPorts(
                        seats,
                        new MemorySeatConnections(units),
                        new MemorySeatUsage(new MemoryQuotas(units)),
                        (of, since) -> since.equals(MORNING.minus(Duration.ofDays(3))) ? tried : Map.of(),
                        new MemoryClients(units),
                        alerts,
                        new MemoryEvents(units),
                        new MemoryAudit(units),
                        Optional.empty(),
                        of -> Optional.empty(),
                        Optional.empty()),
                units,
                () -> MORNING,
                UUID::randomUUID);
    }

    private SeatId seat(String account) {
        SeatId id = new SeatId(UUID.randomUUID());
        Instant before = MORNING.minus(Duration.ofDays(60));
        Seat linked = Seat.asked(id, client, null, ZoneId.of("Australia/Sydney"), before)
                .on(new SeatEvent.Connected(new SeatAccount(account, "Sam Oduya", null)), before);
        units.inTenant(TenantScope.worker(client), () -> seats.insert(linked));
        return id;
    }

    private List<String> open() {
        use().keepSeats().keep(client);
        return units.onPlatform(() -> alerts.open(10)).stream()
                .map(Alert::fingerprint)
                .filter(fingerprint -> fingerprint.startsWith("possible_restriction:"))
                .toList();
    }

    @Test // RES-13: ≥ 5 attempted in 3 days and none sent ⇒ POSSIBLE_RESTRICTION, admin alert; open while it is so
    void staff_is_told_of_a_seat_that_tries_in_vain_until_something_goes_out() {
        SeatId vain = seat("acc-1");
        SeatId busy = seat("acc-2");
        seat("acc-3");
        tried.put(vain, new SeatTries.Tried(5, 0));
        tried.put(busy, new SeatTries.Tried(9, 1));

        assertThat(open()).containsExactly("possible_restriction:" + vain.text());

        tried.put(vain, new SeatTries.Tried(6, 1));
        assertThat(open()).isEmpty();
    }
}
