package io.agencyos.adapters.out.memory.client;

import io.agencyos.application.client.billing.BillingDeskContract;
import io.agencyos.application.client.billing.BillingPorts;
import io.agencyos.application.client.billing.PauseSurplusCampaigns;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.UserId;
import java.util.List;
import java.util.UUID;

class MemoryBillingDeskTest extends BillingDeskContract {

    private final MemoryBilling world = new MemoryBilling();

    @Override
    protected UnitOfWork units() {
        return world.units;
    }

    @Override
    protected BillingPorts ports(ClockPort clock, PauseSurplusCampaigns surplus) {
        return world.ports(clock, surplus);
    }

    @Override
    protected void tamper(ClientId client, int balance) {
        world.tamper(client, balance);
    }

    @Override
    protected List<String> events(ClientId client) {
        return world.events(client);
    }

    @Override
    protected UserId person() {
        return new UserId(UUID.randomUUID());
    }
}
