package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.apollo.Apollo;
import io.agencyos.adapters.out.postgres.allocation.PostgresLeadFreshness;
import io.agencyos.adapters.out.postgres.allocation.PostgresReceivedLeads;
import io.agencyos.adapters.out.postgres.lead.PostgresEnrichments;
import io.agencyos.adapters.out.postgres.lead.PostgresPhoneLookups;
import io.agencyos.adapters.out.postgres.lead.PostgresWaitingLooks;
import io.agencyos.application.allocation.CompareClients;
import io.agencyos.application.allocation.flow.LeadSourcing;
import io.agencyos.application.allocation.flow.MonthlyReplenishment;
import io.agencyos.application.allocation.flow.PoolAssignment;
import io.agencyos.application.allocation.keeping.AssignmentExpiry;
import io.agencyos.application.allocation.keeping.StaleRefresh;
import io.agencyos.application.allocation.sourcing.PoolPopulation;
import io.agencyos.application.allocation.store.StaleLeads;
import io.agencyos.application.lead.ChosenLeads;
import io.agencyos.application.lead.enrichment.LeadEnrichment;
import io.agencyos.application.lead.enrichment.PhoneBuying;
import io.agencyos.application.lead.enrichment.WaitingEnrichment;
import io.agencyos.application.platform.flow.Flow;
import java.util.List;
import java.util.Set;

/** The flows by which people come into the pool, to clients, and back. */
final class PoolFlows {

    private PoolFlows() {}

    static List<Flow<?>> of(Product product) {
        Stores stores = product.stores();
        return List.of(
                PoolAssignment.flow(
                        product.allocation().assignPoolLeads(),
                        product.allocation().topUpCampaigns(),
                        stores.campaigns,
                        stores.outreach.enrolments(),
                        product.basis().units()),
                PoolPopulation.flow(
                        product.poolSources(),
                        product.leads().stockPool(),
                        product.allocation().sourcingPlan(),
                        stores.alerts::raise,
                        product.basis().units()),
                LeadSourcing.flow(),
                MonthlyReplenishment.flow(product.allocation().planReplenishment(), stores.credits, stores.events),
                AssignmentExpiry.flow(product.poolKeeping()),
                LeadEnrichment.flow(
                        product.enrichment(),
                        new PostgresEnrichments(),
                        ChosenLeads.of(stores.leadQueries),
                        product.basis().units()),
                WaitingEnrichment.flow(
                        product.enrichment(),
                        new PostgresWaitingLooks(),
                        product.basis().units()),
                PhoneBuying.asking(
                        product.revealPhones(),
                        (now, after, limit) -> stores.vendorAccounts.connected(Set.of(Apollo.VENDOR), after, limit)),
                PhoneBuying.looking(product.revealPhones(), new PostgresPhoneLookups()::clientsDue),
                StaleRefresh.flow(
                        new StaleLeads(
                                new PostgresLeadFreshness(),
                                stores.clients,
                                product.basis().units(),
                                product.basis().clock()),
                        product.enrichment(),
                        product.poolKeeping(),
                        (now, after, limit) -> stores.vendorAccounts.connected(Set.of(Apollo.VENDOR), after, limit)),
                new CompareClients(
                                new PostgresReceivedLeads(),
                                stores.alerts,
                                product.basis().units(),
                                product.basis().clock())
                        .flow());
    }
}
