package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.allocation.PostgresLeadFreshness;
import io.agencyos.adapters.out.postgres.allocation.PostgresServedCompanies;
import io.agencyos.adapters.out.postgres.lead.PostgresEnrichments;
import io.agencyos.adapters.out.postgres.lead.PostgresPhoneLookups;
import io.agencyos.application.allocation.AllocationUseCases;
import io.agencyos.application.allocation.AllocationWorld;
import io.agencyos.application.allocation.keeping.PoolKeeping;
import io.agencyos.application.lead.LeadEditing;
import io.agencyos.application.lead.LeadReadUseCases;
import io.agencyos.application.lead.enrichment.EnrichLeads;
import io.agencyos.application.lead.enrichment.EnrichLeadsService;
import io.agencyos.application.lead.enrichment.EnrichmentPorts;
import io.agencyos.application.lead.enrichment.RevealPhones;
import io.agencyos.application.lead.enrichment.RevealPhonesService;
import io.agencyos.application.lead.intake.LeadUseCases;
import io.agencyos.application.outreach.suppression.SuppressionUseCases;
import io.agencyos.application.scoring.ScoringUseCases;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.shared.contact.IdentityKeys;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;

/** The people whom a client may write to: how they come in, are scored, given out, read, changed and kept from being written to. */
final class People {

    private final Product product;
    private final Basis basis;
    private final Stores stores;

    private final Lazy<IdentityKeys> identityKeys = Lazy.of(this::makeKeys);
    private final Lazy<ScoringUseCases> scoring = Lazy.of(this::makeScoring);
    private final Lazy<LeadUseCases> leads = Lazy.of(this::makeLeads);
    private final Lazy<LeadEditing> editing = Lazy.of(this::makeEditing);
    private final Lazy<LeadReadUseCases> reads = Lazy.of(this::makeReads);
    private final Lazy<SuppressionUseCases> suppressions = Lazy.of(this::makeSuppressions);
    private final Lazy<EnrichLeads> enrichment = Lazy.of(this::makeEnrichment);
    private final Lazy<RevealPhones> revealPhones = Lazy.of(this::makeRevealPhones);
    private final Lazy<AllocationUseCases> allocation = Lazy.of(this::makeAllocation);

    People(Product product) {
        this.product = product;
        this.basis = product.basis();
        this.stores = product.stores();
    }

    private IdentityKeys makeKeys() {
        return PublishedSuffixes.identityKeys(stores.freeMail);
    }

    private ScoringUseCases makeScoring() {
        return new ScoringUseCases(
                stores.leads,
                stores.scoring,
                stores.clients,
                stores.campaigns,
                stores.events,
                basis.units(),
                basis.clock(),
                basis.ids());
    }

    private LeadUseCases makeLeads() {
        return new LeadUseCases(
                stores.leads,
                stores.clients,
                stores.campaigns,
                scoring().scoreLeads(),
                (client, campaign, chosen) -> product.outreach().enrolLeads().enrol(client, campaign, chosen),
                stores.events,
                identityKeys.get(),
                basis.units(),
                basis.clock(),
                basis.ids());
    }

    private LeadEditing makeEditing() {
        return new LeadEditing(
                stores.leads,
                stores.clients,
                stores.campaigns,
                scoring().scoreLeads(),
                product.outreach().enrolLeads(),
                this::end,
                stores.events,
                stores.audit,
                identityKeys.get(),
                basis.units(),
                basis.clock(),
                basis.ids());
    }

    /** Stops outreach to a lead and lets go of its person; inside the caller's unit. */
    void end(ClientId client, LeadId lead) {
        product.outreach().stopOutreach().stop(client, lead, StopReason.Plain.LEAD_DELETED);
        allocation().releaseLeads().release(client, List.of(lead), ReleaseReason.MANUAL);
    }

    private LeadReadUseCases makeReads() {
        return new LeadReadUseCases(
                stores.leadQueries, stores.leads.imports(), stores.leadMarks, basis.units(), basis.clock());
    }

    private SuppressionUseCases makeSuppressions() {
        return new SuppressionUseCases(
                stores.leads,
                stores.clients,
                stores.campaigns,
                stores.outreach.enrolments(),
                product.outreach().stopOutreach(),
                stores.audit,
                stores.outreachWorld.tasks(),
                identityKeys.get(),
                basis.units(),
                basis.clock(),
                basis.ids());
    }

    private EnrichmentPorts enrichmentPorts() {
        return new EnrichmentPorts(
                stores.leads,
                new PostgresEnrichments(),
                new PostgresLeadFreshness(),
                client -> product.peopleSources().of(client),
                stores.credits,
                scoring().scoreLeads(),
                scoring().deepGate(),
                stores.events,
                Spending.meter(product),
                (client, lead) -> product.outreach().stopOutreach().stop(client, lead, StopReason.Plain.NOT_ASSIGNED),
                (client, leads) -> product.outreach().takeUpLeads().takeUp(client, leads));
    }

    private RevealPhones makeRevealPhones() {
        return new RevealPhonesService(
                new PostgresPhoneLookups(),
                client -> product.channelVendors().phones(client, product.vendors()::hook),
                enrichmentPorts(),
                basis.units(),
                basis.clock(),
                basis.ids(),
                basis.random());
    }

    RevealPhones revealPhones() {
        return revealPhones.get();
    }

    private EnrichLeads makeEnrichment() {
        return new EnrichLeadsService(
                enrichmentPorts(), identityKeys.get().freeMail(), basis.units(), basis.clock(), basis.ids());
    }

    EnrichLeads enrichment() {
        return enrichment.get();
    }

    private AllocationUseCases makeAllocation() {
        return new AllocationUseCases(stores.allocation, world(), basis.units(), basis.clock(), basis.ids());
    }

    private AllocationWorld world() {
        return new AllocationWorld(
                stores.clients,
                stores.campaigns,
                stores.leads,
                stores.credits,
                scoring().previewScores(),
                scoring().scoreLeads(),
                product.outreach().enrolLeads(),
                stores.outreach.touches(),
                stores.activities,
                stores.events,
                stores.audit,
                Learning.targets(product),
                new PostgresServedCompanies());
    }

    PoolKeeping poolKeeping() {
        return new PoolKeeping(
                stores.allocation,
                world(),
                stores.outreach.enrolments(),
                product.outreach().stopOutreach(),
                basis.units(),
                basis.clock(),
                basis.ids());
    }

    ScoringUseCases scoring() {
        return scoring.get();
    }

    LeadUseCases leads() {
        return leads.get();
    }

    LeadEditing editing() {
        return editing.get();
    }

    LeadReadUseCases reads() {
        return reads.get();
    }

    SuppressionUseCases suppressions() {
        return suppressions.get();
    }

    AllocationUseCases allocation() {
        return allocation.get();
    }
}
