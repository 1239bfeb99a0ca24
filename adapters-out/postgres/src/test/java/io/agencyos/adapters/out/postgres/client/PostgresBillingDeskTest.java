package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.client.billing.BillingDeskContract;
import io.agencyos.application.client.billing.BillingPorts;
import io.agencyos.application.client.billing.PauseSurplusCampaigns;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresBillingDeskTest extends BillingDeskContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final PostgresBilling world = new PostgresBilling(database);

    @BeforeEach
    void free_every_spot() {
        world.freeSpots();
    }

    @Override
    protected UnitOfWork units() {
        return database.unitOfWork();
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
        return world.person();
    }
}
