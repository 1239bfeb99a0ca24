package io.agencyos.bootstrap.product;

import io.agencyos.application.allocation.CheckCapacity;
import io.agencyos.application.allocation.CheckCapacityService;
import io.agencyos.application.allocation.RefundUnreached;
import io.agencyos.application.allocation.RefundUnreachedService;
import io.agencyos.application.client.billing.BillingPorts;
import io.agencyos.application.client.billing.BillingUseCases;
import io.agencyos.application.client.billing.PauseSurplusCampaigns;
import io.agencyos.application.content.SpendOnModels;
import io.agencyos.application.content.SpendOnModelsService;

/** Subscriptions, credits and money for models, on PostgreSQL. */
public final class Plans {

    private final BillingUseCases billing;
    private final RefundUnreached refunds;
    private final SpendOnModels spending;
    private final CheckCapacity capacity;

    Plans(Basis basis, Stores stores, PauseSurplusCampaigns surplus) {
        BillingPorts ports = new BillingPorts(
                stores.clients,
                stores.credits,
                stores.foundingSpots,
                surplus,
                stores.alerts,
                stores.events,
                stores.audit);
        billing = new BillingUseCases(ports, basis.units(), basis.clock(), basis.ids());
        refunds = new RefundUnreachedService(stores.unreachedLeads, stores.credits, basis.units());
        capacity = new CheckCapacityService(stores.clients, stores.alerts, basis.units(), basis.clock());
        spending =
                new SpendOnModelsService(stores.spendLedger, stores.clients, basis.units(), basis.clock(), basis.ids());
    }

    public BillingUseCases billing() {
        return billing;
    }

    public RefundUnreached refunds() {
        return refunds;
    }

    /** What compares a client's senders with its plan. */
    public CheckCapacity capacity() {
        return capacity;
    }

    /** What asks before a model is called. */
    public SpendOnModels spending() {
        return spending;
    }
}
