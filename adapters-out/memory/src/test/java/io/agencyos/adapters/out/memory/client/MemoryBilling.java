package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.MemoryAudit;
import io.agencyos.adapters.out.memory.platform.MemoryEvents;
import io.agencyos.adapters.out.memory.platform.flow.MemoryBreakers;
import io.agencyos.application.client.billing.BillingPorts;
import io.agencyos.application.client.billing.BillingStand;
import io.agencyos.application.client.billing.PauseSurplusCampaigns;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.TimeOrderedIds;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.TestChance;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The stores of subscriptions in memory, on one unit of work. */
final class MemoryBilling implements BillingStand {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final MemoryBreakers breakers = new MemoryBreakers(units);
    private final MemoryEvents events = new MemoryEvents(units);
    private ClockPort clock = () -> Instant.EPOCH;
    private final IdSource ids = new TimeOrderedIds(() -> clock.now(), new TestChance(17));
    private final MemoryCredits credits = new MemoryCredits(units, ids, () -> clock.now(), clients);

    @Override
    public BillingPorts ports(ClockPort now, PauseSurplusCampaigns surplus) {
        clock = now;
        return new BillingPorts(
                clients,
                credits,
                new MemoryFoundingSpots(units),
                new MemoryRevenueLedger(units, clients),
                surplus,
                new MemoryHeldUpDays(units),
                new MemoryAlerts(units),
                events,
                new MemoryAudit(units));
    }

    @Override
    public Breakers breakers() {
        return breakers;
    }

    @Override
    public void tamper(ClientId client, int balance) {
        units.inTenant(TenantScope.worker(client), () -> credits.tamper(client, balance));
    }

    @Override
    public List<String> events(ClientId client) {
        return events.all().stream()
                .filter(event -> client.equals(event.clientId()))
                .map(event -> event.name().wire())
                .toList();
    }

    @Override
    public UnitOfWork units() {
        return units;
    }

    @Override
    public UserId person() {
        return new UserId(UUID.randomUUID());
    }
}
