package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.client.PostgresSharingConsents;
import io.agencyos.adapters.out.postgres.platform.PostgresSealedRows;
import io.agencyos.adapters.out.postgres.platform.PostgresTasks;
import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.adapters.out.security.SignedUnsubscribeLinks;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.allocation.AllocationUseCases;
import io.agencyos.application.allocation.keeping.PoolKeeping;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.client.ClientPorts;
import io.agencyos.application.client.ClientSetUpUseCases;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.identity.IdentityUseCases;
import io.agencyos.application.client.identity.opening.OwnClientUseCases;
import io.agencyos.application.client.identity.store.AccessTokens;
import io.agencyos.application.client.identity.store.IdentityPorts;
import io.agencyos.application.client.staff.KeepPlatformRules;
import io.agencyos.application.conversation.ConversationUseCases;
import io.agencyos.application.conversation.inbox.BelievedHooks;
import io.agencyos.application.conversation.world.ConversationWorld;
import io.agencyos.application.conversion.InboxReadings;
import io.agencyos.application.conversion.ReportUseCases;
import io.agencyos.application.deal.DealUseCases;
import io.agencyos.application.lead.LeadEditing;
import io.agencyos.application.lead.LeadReadUseCases;
import io.agencyos.application.lead.enrichment.EnrichLeads;
import io.agencyos.application.lead.enrichment.RevealPhones;
import io.agencyos.application.lead.intake.LeadUseCases;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.outreach.DueStages;
import io.agencyos.application.outreach.OutreachUseCases;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.outreach.suppression.SuppressionUseCases;
import io.agencyos.application.platform.secret.RenewKeys;
import io.agencyos.application.platform.secret.RenewKeysService;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.platform.vendor.VendorPorts;
import io.agencyos.application.platform.vendor.VendorUseCases;
import io.agencyos.application.resource.ReadWarmUp;
import io.agencyos.application.resource.ResourcePorts;
import io.agencyos.application.resource.ResourceUseCases;
import io.agencyos.application.scoring.ScoringUseCases;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.bootstrap.product.account.MailShift;
import io.agencyos.domain.conversation.rules.RuleClassifier;
import io.agencyos.domain.platform.flow.RateBucket;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All use cases on PostgreSQL and the real vendors, each made when first asked for. One for the life of a process. */
public final class Product implements AutoCloseable {

    private final Basis basis;
    private final Outside outside;
    private final Stores stores;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;
    private final UnsubscribeLinks links;
    private final Twins twins;

    private final Lazy<VendorHttp> http = Lazy.of(this::makeHttp);
    private final Lazy<KeepPlatformRules> platformRules = Lazy.of(() -> Staff.platformRules(this));
    private final Lazy<EmailVendors> emailVendors = Lazy.of(this::makeEmailVendors);
    private final Lazy<ChannelVendors> channelVendors = Lazy.of(this::makeChannelVendors);
    private final Lazy<IdentityPorts> identityPorts = Lazy.of(() -> Identity.ports(basis(), stores(), outside()));
    private final Lazy<IdentityUseCases> identity = Lazy.of(this::makeIdentity);
    private final Lazy<Accounts> accounts =
            Lazy.of(() -> new Accounts(identityPorts.get(), basis(), stores(), outside()));
    private final Lazy<OwnClientUseCases> ownClients = Lazy.of(this::makeOwnClients);
    private final Lazy<ClientUseCases> clients = Lazy.of(this::makeClients);
    private final Lazy<ClientSetUpUseCases> clientSetUp = Lazy.of(this::makeClientSetUp);
    private final Lazy<Plans> plans = Lazy.of(this::makePlans);
    private final Lazy<VendorUseCases> vendors = Lazy.of(this::makeVendors);
    private final Lazy<ResourceUseCases> resources = Lazy.of(this::makeResources);
    private final Lazy<Senders> senders = Lazy.of(() -> new Senders(this));
    private final Lazy<People> people = Lazy.of(() -> new People(this));
    private final Lazy<CampaignUseCases> campaigns = Lazy.of(this::makeCampaigns);
    private final Lazy<OutreachUseCases> outreach = Lazy.of(this::makeOutreach);
    private final Lazy<ConversationUseCases> conversation = Lazy.of(this::makeConversation);
    private final Lazy<Calling> calling = Lazy.of(() -> new Calling(basis(), stores(), channelVendors(), this));
    private final Watch watch;
    private final Lazy<Desk> desk =
            Lazy.of(() -> new Desk(basis(), stores(), outreach().stopOutreach()));
    private final Lazy<Background> background = Lazy.of(() -> new Background(this));

    public Product(Basis basis, Outside outside) {
        this.basis = basis;
        this.outside = outside;
        this.stores = new Stores(basis);
        this.units = basis.units();
        this.twins = new Twins(basis, stores.clients, outside.channels().twins());
        this.clock = basis.clock();
        this.ids = basis.ids();
        this.watch = new Watch(
                basis, stores, outside, () -> http.get(), () -> campaigns().pauseCampaign());
        this.links = new SignedUnsubscribeLinks(basis.secret(), outside::unsubscribeBase);
    }

    /** What this process may still ask vendors just now. */
    List<RateBucket> vendorPaces() {
        return VendorPaces.of(http.get(), clock.now());
    }

    /** So many processes ask the vendors under the same accounts: each takes its part of every pace. */
    void vendorsSharedBy(int processes) {
        http.get().sharedBy(processes);
        outside.channels().twins().sharedBy(processes);
    }

    private VendorHttp makeHttp() {
        return new VendorHttp(clock, basis.random(), outside.time());
    }

    private EmailVendors makeEmailVendors() {
        return new EmailVendors(basis, stores, outside, twins, http.get());
    }

    private ChannelVendors makeChannelVendors() {
        return new ChannelVendors(basis, stores, outside.channels(), twins, http.get(), this::revealPhones);
    }

    private IdentityUseCases makeIdentity() {
        return new IdentityUseCases(identityPorts.get(), units, clock, ids, basis.random());
    }

    private OwnClientUseCases makeOwnClients() {
        return new OwnClientUseCases(identityPorts.get(), stores.credits, units, clock, ids);
    }

    private ClientUseCases makeClients() {
        return new ClientUseCases(stores.clients, stores.credits, units, clock, ids);
    }

    private ClientSetUpUseCases makeClientSetUp() {
        ClientPorts ports = new ClientPorts(
                stores.clients, stores.credits, new PostgresSharingConsents()::given, stores.events, stores.audit);
        return new ClientSetUpUseCases(
                ports,
                Learning.amongSettings(this),
                scoring().changeScoring().profileOnly(null),
                units,
                clock,
                ids,
                edits -> (scope, version, details, origin) ->
                        outreach().modeSwitches().followed(edits).edit(scope, version, details, origin));
    }

    private Plans makePlans() {
        return new Plans(basis, stores, campaigns().pauseSurplusCampaigns());
    }

    private VendorUseCases makeVendors() {
        VendorPorts ports = new VendorPorts(
                stores.vendorAccounts,
                stores.vendorHooks,
                stores.hookRemovals,
                stores.vendorObjects,
                new PostgresTasks(),
                stores.audit);
        return new VendorUseCases(ports, connectors(), outside.publicUrl(), units, clock, ids, basis.random());
    }

    private ResourceUseCases makeResources() {
        ResourcePorts ports = new ResourcePorts(
                stores.mailboxes,
                emailVendors.get().names(),
                emailVendors.get()::mailboxes,
                stores.events,
                stores.audit,
                stores.freeMail);
        return new ResourceUseCases(ports, units, clock, ids);
    }

    private CampaignUseCases makeCampaigns() {
        return Campaigning.of(this);
    }

    /** Who buys the telephone numbers of leads. */
    public RevealPhones revealPhones() {
        return people.get().revealPhones();
    }

    /** What ends the holds of clients on people of the pool. */
    public PoolKeeping poolKeeping() {
        return people.get().poolKeeping();
    }

    /** Who has work in the outreach loop. */
    public DueStages dueStages() {
        return DueStages.over(stores.dueWork, units, clock);
    }

    private OutreachUseCases makeOutreach() {
        return Leaving.outreach(this, http.get(), links);
    }

    private ConversationUseCases makeConversation() {
        BelievedHooks hooks = new BelievedHooks(
                stores.vendorHooks,
                vendor -> emailVendors
                        .get()
                        .hooks(vendor)
                        .or(() -> channelVendors.get().hooks(vendor)),
                clock);
        ConversationWorld world = new ConversationWorld(
                stores.leads,
                stores.activities,
                stores.events,
                stores.clients,
                stores.campaigns,
                stores.outreach.enrolments(),
                outreach().stopOutreach(),
                outreach().acceptEvidence(),
                outreach().adaptSteps(),
                watch.judgeDomains(),
                senders().seats().hearSeats(),
                ChannelRooms.of(this),
                stores.freeMail);
        return new ConversationUseCases(
                stores.conversation,
                world,
                hooks,
                emailVendors.get(),
                new RuleClassifier()::classify,
                links,
                units,
                clock,
                ids);
    }

    /** To be begun again whenever it ended. */
    public MailShift mailShift() {
        return emailVendors.get().listening(conversation().pollReplies());
    }

    /** What staff sets for the platform; one for the life of the process, which asks it with every request. */
    public KeepPlatformRules platformRules() {
        return platformRules.get();
    }

    EmailVendors emailVendors() {
        return emailVendors.get();
    }

    ChannelVendors channelVendors() {
        return channelVendors.get();
    }

    public Basis basis() {
        return basis;
    }

    public Outside outside() {
        return outside;
    }

    public Stores stores() {
        return stores;
    }

    public Salesforge salesforge() {
        return emailVendors.get().salesforge();
    }

    public IdentityUseCases identity() {
        return identity.get();
    }

    public AccessTokens accessTokens() {
        return identityPorts.get().accessTokens();
    }

    /** People's own accounts. */
    public Accounts accounts() {
        return accounts.get();
    }

    public OwnClientUseCases ownClients() {
        return ownClients.get();
    }

    public ClientUseCases clients() {
        return clients.get();
    }

    public ClientSetUpUseCases clientSetUp() {
        return clientSetUp.get();
    }

    /** What gives every owner a new data key. */
    public RenewKeys renewKeys() {
        return new RenewKeysService(basis.sealer(), new PostgresSealedRows(), basis.sealer(), units);
    }

    /** Subscriptions, credits and money for models. */
    public Plans plans() {
        return plans.get();
    }

    /** Every vendor that a client can connect an account of its own at. */
    public List<VendorConnector> connectors() {
        return Stream.concat(emailVendors.get().connectors().stream(), channelVendors.get().connectors().stream())
                .toList();
    }

    /** What a client has left at a vendor, in phrases for people; asks the vendor. */
    public List<String> left(ClientId client, String vendor) {
        return channelVendors.get().left(client, vendor);
    }

    Twins twins() {
        return twins;
    }

    public VendorUseCases vendors() {
        return vendors.get();
    }

    /** How warm clients' domains are, as the service says that warms them up. */
    public ReadWarmUp readWarmUp() {
        return new ReadWarmUp(
                emailVendors.get().salesforge().warmUp(),
                stores.mailboxes,
                stores.sendingDomains,
                stores.alerts,
                units,
                clock);
    }

    public ResourceUseCases resources() {
        return resources.get();
    }

    /** What clients send from beside their mailboxes. */
    public Senders senders() {
        return senders.get();
    }

    public ScoringUseCases scoring() {
        return people.get().scoring();
    }

    PeopleSources peopleSources() {
        return channelVendors.get().people();
    }

    /** Where people for the pool are bought: not in a sandbox, whose inventions are nobody's to share. */
    PeopleSources poolSources() {
        return client -> twins.isTwin(client)
                ? Optional.empty()
                : channelVendors.get().people().of(client);
    }

    /** What keeps searches quick among very many leads. */
    public SearchUpkeep searchUpkeep() {
        return new SearchUpkeep(basis());
    }

    /** What completes the records of leads. */
    public EnrichLeads enrichment() {
        return people.get().enrichment();
    }

    public LeadUseCases leads() {
        return people.get().leads();
    }

    public LeadEditing leadEditing() {
        return people.get().editing();
    }

    public LeadReadUseCases leadReads() {
        return people.get().reads();
    }

    public SuppressionUseCases suppressions() {
        return people.get().suppressions();
    }

    public CampaignUseCases campaigns() {
        return campaigns.get();
    }

    public AllocationUseCases allocation() {
        return people.get().allocation();
    }

    public OutreachUseCases outreach() {
        return outreach.get();
    }

    public ConversationUseCases conversation() {
        return conversation.get();
    }

    void end(ClientId client, LeadId lead) {
        people.get().end(client, lead);
    }

    /** Calls that were made. */
    public Calling calling() {
        return calling.get();
    }

    public Watch watch() {
        return watch;
    }

    public InboxReadings inbox() {
        return desk.get().inbox();
    }

    public DealUseCases deals() {
        return desk.get().deals();
    }

    public ReportUseCases reports() {
        return desk.get().reports();
    }

    public Background background() {
        return background.get();
    }

    @Override
    public void close() {
        if (background.isMade()) {
            background.get().close();
        }
        if (http.isMade()) {
            http.get().close();
        }
    }
}
