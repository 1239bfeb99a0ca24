package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.client.PostgresHeldUpDays;
import io.agencyos.adapters.out.postgres.client.PostgresRevenueLedger;
import io.agencyos.adapters.out.postgres.client.PostgresSharingConsents;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresBreakers;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.application.allocation.keeping.RefundUnreached;
import io.agencyos.application.allocation.keeping.RefundUnreachedService;
import io.agencyos.application.allocation.pacing.CapacityPorts;
import io.agencyos.application.allocation.pacing.CheckCapacity;
import io.agencyos.application.allocation.pacing.CheckCapacityService;
import io.agencyos.application.allocation.pacing.ShowCapacity;
import io.agencyos.application.allocation.pacing.ShowCapacityService;
import io.agencyos.application.allocation.pacing.ShowUsage;
import io.agencyos.application.allocation.pacing.ShowUsageService;
import io.agencyos.application.client.ShareLearning;
import io.agencyos.application.client.ShareLearningService;
import io.agencyos.application.client.SharingConsents;
import io.agencyos.application.client.billing.BillingPorts;
import io.agencyos.application.client.billing.BillingUseCases;
import io.agencyos.application.client.billing.NoteHeldUpDays;
import io.agencyos.application.client.billing.NoteHeldUpDaysService;
import io.agencyos.application.client.billing.PauseSurplusCampaigns;
import io.agencyos.application.content.SpendOnModels;
import io.agencyos.application.content.SpendOnModelsService;
import io.agencyos.application.content.SpendingPorts;
import io.agencyos.application.scoring.BuyerUseCases;

/** Subscriptions, credits and money for models, on PostgreSQL. */
public final class Plans {

    private final BillingUseCases billing;
    private final NoteHeldUpDays heldUp;
    private final RefundUnreached refunds;
    private final SpendOnModels spending;
    private final CheckCapacity capacity;
    private final ShowCapacity showCapacity;
    private final ShowUsage usage;
    private final ShareLearning learning;
    private final BuyerUseCases buyers;
    private final PlanWeights weights;

    Plans(Basis basis, Stores stores, PauseSurplusCampaigns surplus) {
        BillingPorts ports = new BillingPorts(
                stores.clients,
                stores.credits,
                stores.foundingSpots,
                new PostgresRevenueLedger(),
                surplus,
                new PostgresHeldUpDays(),
                stores.alerts,
                stores.events,
                stores.audit);
        billing = new BillingUseCases(ports, basis.units(), basis.clock(), basis.ids());
        heldUp = new NoteHeldUpDaysService(ports, new PostgresBreakers(), basis.units(), basis.clock());
        refunds = new RefundUnreachedService(stores.unreachedLeads, stores.credits, basis.units());
        weights = new PlanWeights(stores.clients, basis.units());
        usage = new ShowUsageService(
                stores.starts(),
                stores.credits,
                stores.campaigns,
                stores.spendLedger,
                new PostgresSeats()::taken,
                basis.units(),
                basis.clock());
        SharingConsents consents = new PostgresSharingConsents();
        learning = new ShareLearningService(
                stores.clients, consents, stores.audit, basis.units(), basis.clock(), basis.ids());
        buyers = new BuyerUseCases(stores.scoring, stores.clients, consents, basis.units(), basis.clock(), basis.ids());
        CapacityPorts senders = new CapacityPorts(
                stores.clients, stores.mailboxes, new PostgresSeats(), stores.numbers, stores.pacing, stores.alerts);
        capacity = new CheckCapacityService(senders, basis.units(), basis.clock());
        showCapacity = new ShowCapacityService(senders, basis.units(), basis.clock());
        spending = new SpendOnModelsService(
                new SpendingPorts(stores.spendLedger, stores.clients, new PostgresBreakers(), stores.alerts),
                basis.units(),
                basis.clock(),
                basis.ids());
    }

    public BillingUseCases billing() {
        return billing;
    }

    /** What notices whom we hold up. */
    public NoteHeldUpDays heldUp() {
        return heldUp;
    }

    public RefundUnreached refunds() {
        return refunds;
    }

    /** What tells a client what it has used. */
    public ShowUsage usage() {
        return usage;
    }

    /** Where an owner says whether it shares what it learns. */
    public ShareLearning learning() {
        return learning;
    }

    /** Companies that are known to buy. */
    public BuyerUseCases buyers() {
        return buyers;
    }

    /** What tells a client whether its senders can work its leads. */
    public ShowCapacity showCapacity() {
        return showCapacity;
    }

    /** What compares a client's senders with its plan. */
    public CheckCapacity capacity() {
        return capacity;
    }

    /** What asks before a model is called. */
    public SpendOnModels spending() {
        return spending;
    }

    /** How outreach is shared out among clients. */
    public PlanWeights weights() {
        return weights;
    }
}
