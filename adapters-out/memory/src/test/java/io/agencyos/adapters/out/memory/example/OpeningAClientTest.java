package io.agencyos.adapters.out.memory.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.adapters.out.memory.kernel.SeededRandom;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TimeOrderedIds;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OpeningAClientTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T00:00:00Z"));
    private final IdSource ids = new TimeOrderedIds(clock, new SeededRandom(7));
    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final OpenClient open =
            new ClientUseCases(clients, new MemoryCredits(units, ids), units, clock, ids).openClient();

    @Test // data model 5.1: a name that reads the same in an address belongs to one client
    void a_client_is_opened_once() {
        assertThat(open.open("Northlight")).isInstanceOf(OpenClient.Outcome.Opened.class);
        assertThat(open.open("  NORTHLIGHT ")).isInstanceOf(OpenClient.Outcome.Exists.class);
        assertThat(units.onPlatform(clients::allLive)).hasSize(1);
    }
}
