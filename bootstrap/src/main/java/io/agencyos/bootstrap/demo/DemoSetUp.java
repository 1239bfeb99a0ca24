package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.application.campaign.CreateCampaign;
import io.agencyos.application.campaign.DeclareConsent;
import io.agencyos.application.campaign.lifecycle.ActivateCampaign;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.identity.AddUser;
import io.agencyos.application.lead.intake.ImportLeads;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.demo.DemoPlan.Account;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.ConsentText;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Map;
import java.util.function.Consumer;

/** Everything that people do once before the first e-mail: the agency's clients, their senders, campaigns and leads. */
final class DemoSetUp {

    private final Product product;
    private final VendorSandbox sandbox;
    private final SecretText password;
    private final Runnable aMinutePasses;

    /** @param aMinutePasses until the vendor has made its mailboxes active */
    DemoSetUp(Product product, VendorSandbox sandbox, SecretText password, Runnable aMinutePasses) {
        this.product = product;
        this.sandbox = sandbox;
        this.password = password;
        this.aMinutePasses = aMinutePasses;
    }

    /** One client, ready to send; answers who plays it. */
    Cast open(Account account, SandboxAccount vendor) {
        ClientId client = openClient(account);
        UserId user = addUser(client);
        TenantScope admin = new TenantScope(client, user, Role.ADMIN);
        ClientPapers papers = new ClientPapers(product, admin);
        papers.fill(account);
        String workspace = vendor.openWorkspace(account.name());
        connect(admin, workspace);
        for (String address : account.mailboxes()) {
            vendor.connectMailbox(workspace, address, account.firstName(), account.lastName());
        }
        aMinutePasses.run();
        for (String address : account.mailboxes()) {
            product.salesforge().upkeep().prepare(papers.takeMailbox(address)).orElseThrow();
        }
        if (account.everyChannel()) {
            new MoreChannels(product, sandbox, admin).open(aMinutePasses);
        }
        CampaignId campaign = createCampaign(admin, account);
        if (account.everyChannel()) {
            new MoreChannels(product, sandbox, admin).keepForTheBest(campaign);
        }
        declareConsent(admin, campaign);
        activate(admin, campaign);
        return cast(account, client, campaign, workspace, user);
    }

    /** The cast of an earlier start. */
    Cast recall(Account account) {
        Client client = product.basis().units().onPlatform(product.stores().clients::allLive).stream()
                .filter(known -> known.name().equals(account.name()))
                .findFirst()
                .orElseThrow();
        TenantScope worker = TenantScope.worker(client.id());
        CampaignId campaign = product.basis()
                .units()
                .inTenant(worker, () -> product.stores().campaigns.all(client.id()))
                .getFirst()
                .id();
        String workspace = product.basis()
                .units()
                .inTenant(worker, () -> product.stores().vendorAccounts.find(client.id(), Salesforge.VENDOR))
                .orElseThrow()
                .accountRef();
        if (account.everyChannel()) {
            new MoreChannels(product, sandbox, worker).reach();
        }
        UserId user = product.identity()
                .listMembers()
                .of(client.id())
                .getFirst()
                .user()
                .id();
        return cast(account, client.id(), campaign, workspace, user);
    }

    private Cast cast(Account account, ClientId client, CampaignId campaign, String workspace, UserId user) {
        return new Cast(product, sandbox, client, campaign, workspace, user, account);
    }

    private ClientId openClient(Account account) {
        return switch (product.clients().openClient().open(account.name())) {
            case OpenClient.Outcome.Opened(Client client) -> client.id();
            case OpenClient.Outcome other -> throw Refused.of("the client", other);
        };
    }

    private UserId addUser(ClientId client) {
        EmailAddress login = new EmailAddress(DemoPlan.LOGIN);
        return switch (product.identity()
                .addUser()
                .add(new AddUser.Request(login, "Demo Agency", client, Role.OWNER, password))) {
            case AddUser.Outcome.Added added -> added.member().user().id();
            case AddUser.Outcome other -> throw Refused.of("the user", other);
        };
    }

    private void connect(TenantScope admin, String workspace) {
        ConnectVendor.Outcome outcome = product.vendors()
                .connect()
                .connect(
                        admin,
                        new ConnectVendor.Request(
                                Salesforge.VENDOR,
                                workspace,
                                Map.of(
                                        "api_key", new SecretText(SandboxAccount.KEY),
                                        "warmforge_key", new SecretText(SandboxAccount.KEY)),
                                Map.of("open_tracking", "true")),
                        Origin.NONE);
        if (!(outcome instanceof ConnectVendor.Outcome.Connected)) {
            throw Refused.of("the vendor's account", outcome);
        }
    }

    private CampaignId createCampaign(TenantScope admin, Account account) {
        CampaignSettings settings =
                CampaignSettings.named(account.campaign(), DemoPlan.ZONE).floored(DemoPlan.FLOORS);
        return switch (product.campaigns()
                .createCampaign()
                .create(admin, new CreateCampaign.Request(CampaignOrigin.CUSTOM, settings, false), Origin.NONE)) {
            case CreateCampaign.Outcome.Created created -> created.campaign().id();
            case CreateCampaign.Outcome other -> throw Refused.of("the campaign", other);
        };
    }

    private void declareConsent(TenantScope admin, CampaignId campaign) {
        DeclareConsent.Outcome outcome = product.campaigns()
                .declareConsent()
                .declare(admin, campaign, ConsentText.CURRENT.version(), Origin.NONE);
        if (!(outcome instanceof DeclareConsent.Outcome.Declared)) {
            throw Refused.of("the consent declaration", outcome);
        }
    }

    private void activate(TenantScope admin, CampaignId campaign) {
        ActivateCampaign.Outcome outcome =
                product.campaigns().activateCampaign().activate(admin, campaign, Origin.NONE);
        if (!(outcome instanceof ActivateCampaign.Outcome.Activated)) {
            throw Refused.of("the start of the campaign", outcome);
        }
    }

    /** The file's rows in turn: the first client takes the first, the second the second, and so on. */
    LeadImport importShare(Cast cast, int turn, String name, LeadFiles file, Consumer<LeadImport.Counts> progress) {
        try (LeadFile opened = file.open()) {
            LeadFile share = Share.of(opened, turn, DemoPlan.ACCOUNTS.size());
            ImportLeads.Outcome outcome = product.leads()
                    .importLeads()
                    .importLeads(
                            TenantScope.worker(cast.client()),
                            new ImportLeads.Request(LeadSource.CSV_IMPORT, name, Map.of(), cast.campaign()),
                            share,
                            progress,
                            reject -> {});
            return switch (outcome) {
                case ImportLeads.Outcome.Done done -> agreed(cast, done.run());
                case ImportLeads.Outcome.BrokenOff(LeadImport run, var cause) -> throw cause;
                case ImportLeads.Outcome.Stopped stopped -> throw Refused.of("the lead file", stopped);
                case ImportLeads.Outcome.Refused refused -> throw Refused.of("the lead file", refused);
            };
        }
    }

    private LeadImport agreed(Cast cast, LeadImport run) {
        if (cast.hasEveryChannel()) {
            new MoreChannels(product, sandbox, cast.admin()).agreed(run.id());
        }
        return run;
    }

    /** Opens the lead file anew. */
    interface LeadFiles {

        LeadFile open();

        static LeadFiles csv(io.agencyos.application.lead.intake.LeadFiles.Source source) {
            return () -> new CsvLeadFiles().open(source);
        }
    }
}
