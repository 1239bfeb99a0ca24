package io.agencyos.adapters.in.http.testing;

import io.agencyos.adapters.out.memory.outreach.MemoryQuotas;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.resource.FakeSeatLinking;
import io.agencyos.adapters.out.memory.resource.MemorySeatConnections;
import io.agencyos.adapters.out.memory.resource.MemorySeatUsage;
import io.agencyos.adapters.out.memory.resource.MemorySeats;
import io.agencyos.application.resource.seat.SeatPorts;
import io.agencyos.application.resource.seat.SeatTries;
import io.agencyos.application.resource.seat.SeatUseCases;
import java.util.Optional;

/** Seats on the stores that every test of routes has, and the service that links them. */
public final class SeatsInMemory {

    public final FakeSeatLinking service;
    public final SeatUseCases seats;

    public SeatsInMemory(MemoryWorld on) {
        service = new FakeSeatLinking(on.clock);
        SeatPorts ports = new SeatPorts(
                new MemorySeats(on.units),
                new MemorySeatConnections(on.units),
                new MemorySeatUsage(new MemoryQuotas(on.units)),
                SeatTries.NONE,
                on.clients,
                new MemoryAlerts(on.units),
                on.events,
                on.audit,
                Optional.of(service),
                client -> Optional.of(MemoryWorld.PUBLIC_URL.resolve("/hooks/1")),
                Optional.of(MemoryWorld.PUBLIC_URL));
        seats = new SeatUseCases(ports, on.units, on.clock, on.ids);
    }
}
