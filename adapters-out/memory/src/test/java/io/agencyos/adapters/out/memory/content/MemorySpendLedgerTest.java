package io.agencyos.adapters.out.memory.content;

import io.agencyos.adapters.out.memory.client.MemoryClients;
import io.agencyos.adapters.out.memory.client.MemoryCredits;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryAlerts;
import io.agencyos.adapters.out.memory.platform.flow.MemoryBreakers;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.content.SpendLedger;
import io.agencyos.application.content.SpendLedgerContract;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.content.budget.AiCost;
import java.util.UUID;

class MemorySpendLedgerTest extends SpendLedgerContract {

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryClients clients = new MemoryClients(units);
    private final Credits credits = new MemoryCredits(units, UUID::randomUUID);
    private final MemorySpendLedger ledger = new MemorySpendLedger(units, clients::isLive);
    private final Breakers breakers = new MemoryBreakers(units);
    private final Alerts alerts = new MemoryAlerts(units);

    @Override
    protected UnitOfWork units() {
        return units;
    }

    @Override
    protected Clients clients() {
        return clients;
    }

    @Override
    protected Credits credits() {
        return credits;
    }

    @Override
    protected SpendLedger ledger() {
        return ledger;
    }

    @Override
    protected Breakers breakers() {
        return breakers;
    }

    @Override
    protected Alerts alerts() {
        return alerts;
    }

    @Override
    protected void platformCap(AiCost cap) {
        ledger.platformCap(cap);
    }
}
