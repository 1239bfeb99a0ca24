package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.postgres.platform.PostgresVendorObjects;
import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.adapters.out.security.SignedUnsubscribeLinks;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.campaign.CampaignPorts;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.IdentityUseCases;
import io.agencyos.application.lead.LeadUseCases;
import io.agencyos.application.outreach.OutreachUseCases;
import io.agencyos.application.scoring.ScoringUseCases;
import io.agencyos.application.shared.PublishedSuffixes;
import java.util.Map;

/** All use cases on PostgreSQL and the real vendors, each made when first asked for. One for the life of a process. */
public final class Product implements AutoCloseable {

    private final Basis basis;
    private final Outside outside;
    private final Stores stores;
    private final Lazy<VendorHttp> http = Lazy.of(this::makeHttp);
    private final Lazy<Salesforge> salesforge = Lazy.of(this::makeSalesforge);
    private final Lazy<IdentityUseCases> identity;
    private final Lazy<ClientUseCases> clients = Lazy.of(this::makeClients);
    private final Lazy<ScoringUseCases> scoring = Lazy.of(this::makeScoring);
    private final Lazy<CampaignUseCases> campaigns = Lazy.of(this::makeCampaigns);
    private final Lazy<OutreachUseCases> outreach = Lazy.of(this::makeOutreach);
    private final Lazy<LeadUseCases> leads = Lazy.of(this::makeLeads);

    public Product(Basis basis, Outside outside) {
        this.basis = basis;
        this.outside = outside;
        this.stores = new Stores(basis);
        this.identity = Lazy.of(() -> Identity.on(basis));
    }

    private VendorHttp makeHttp() {
        return new VendorHttp(basis.clock(), basis.random(), outside.time());
    }

    private Salesforge makeSalesforge() {
        return new Salesforge(
                outside.salesforgeAccounts(),
                outside.salesforge(),
                http.get(),
                new PostgresVendorObjects(
                        basis.units(), basis.ids(), basis.database().pool(DatabaseRole.PLATFORM)),
                basis.clock());
    }

    private ClientUseCases makeClients() {
        return new ClientUseCases(stores.clients, stores.credits, basis.units(), basis.clock(), basis.ids());
    }

    private ScoringUseCases makeScoring() {
        return new ScoringUseCases(
                stores.leads,
                stores.scores,
                stores.clients,
                stores.campaigns,
                stores.events,
                basis.clock(),
                basis.ids());
    }

    private CampaignUseCases makeCampaigns() {
        CampaignPorts ports = new CampaignPorts(
                stores.clients,
                stores.credits,
                stores.campaigns,
                stores.outreach.enrolments(),
                stores.consents,
                stores.mailboxes,
                stores.outreach.touches()::inFlight,
                stores.events,
                stores.audit,
                outside::reachable);
        return new CampaignUseCases(ports, basis.units(), basis.clock(), basis.ids());
    }

    private OutreachUseCases makeOutreach() {
        return new OutreachUseCases(
                stores.outreach,
                stores.outreachWorld,
                new EmailVendors(Map.of(Salesforge.VENDOR, salesforge().sender())),
                new SignedUnsubscribeLinks(basis.secret(), outside::unsubscribeBase),
                basis.units(),
                basis.clock(),
                basis.ids(),
                System::nanoTime);
    }

    private LeadUseCases makeLeads() {
        return new LeadUseCases(
                stores.leads,
                stores.clients,
                stores.campaigns,
                scoring().scoreLeads(),
                (client, campaign, chosen) -> outreach().enrolLeads().enrol(client, campaign, chosen),
                stores.events,
                PublishedSuffixes.identityKeys(),
                basis.units(),
                basis.clock(),
                basis.ids());
    }

    public Basis basis() {
        return basis;
    }

    public Stores stores() {
        return stores;
    }

    public Salesforge salesforge() {
        return salesforge.get();
    }

    public IdentityUseCases identity() {
        return identity.get();
    }

    public ClientUseCases clients() {
        return clients.get();
    }

    public ScoringUseCases scoring() {
        return scoring.get();
    }

    public CampaignUseCases campaigns() {
        return campaigns.get();
    }

    public OutreachUseCases outreach() {
        return outreach.get();
    }

    public LeadUseCases leads() {
        return leads.get();
    }

    @Override
    public void close() {
        if (http.isMade()) {
            http.get().close();
        }
    }
}
