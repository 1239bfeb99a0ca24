package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.application.campaign.CampaignUseCases;
import io.agencyos.application.campaign.CreateCampaign;
import io.agencyos.application.campaign.DeclareConsent;
import io.agencyos.application.campaign.EditSequence;
import io.agencyos.application.campaign.lifecycle.ActivateCampaign;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.client.ClientPorts;
import io.agencyos.application.client.ClientSetUpUseCases;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.ConfirmIcp;
import io.agencyos.application.client.EditClient;
import io.agencyos.application.client.EditIcp;
import io.agencyos.application.client.ManagePersonas;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.ProfileRider;
import io.agencyos.application.lead.intake.ImportLeads;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.intake.LeadUseCases;
import io.agencyos.application.outreach.approval.ApprovalView;
import io.agencyos.application.outreach.approval.DecideApproval;
import io.agencyos.application.outreach.approval.ListApprovals;
import io.agencyos.application.outreach.store.PostAccount;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.application.resource.ConnectMailbox;
import io.agencyos.application.resource.ResourcePorts;
import io.agencyos.application.resource.ResourceUseCases;
import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.campaign.ConsentText;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.campaign.sequence.StepSkipIf;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientDetails;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.PersonaDetails;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.Consent;
import io.agencyos.domain.outreach.ConsentKind;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ConsentId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.SeatId;
import io.agencyos.domain.shared.id.UserId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people of a world who use the product: they set their client up, stop everything and let it go on. */
final class WorldAgency {

    static final ZoneId ZONE = ZoneId.of("Australia/Sydney");

    private static final Duration WARM = Duration.ofDays(60);
    private static final int ALL = 1_000;
    private static final int FLOOR = 60;
    /** The day of a second act of the seat: by then whoever takes an invitation has taken it. */
    private static final int LATER = 19;
    /** The day of the letter, for whoever is left by then. */
    private static final int LETTER = 16;

    private static final PostAccount POSTS = new PostAccount(
            true,
            null,
            new PostalAddress(
                    null, "Harbour Lane Studio", "1 Example Street", null, "Sydney", PostalAddress.State.NSW, "2000"),
            PostAccount.PLANNED_LETTER_CENTS);

    private final WorldStores stores;
    private final WorldTime time;
    private final IdSource ids;
    private final WorldProduct product;
    private final CampaignUseCases campaigns;
    private final String domain;
    private final ClientId client;
    private final TenantScope admin;
    private int houses;

    WorldAgency(WorldStores stores, WorldTime time, IdSource ids, WorldProduct product) {
        this(stores, time, ids, product, "Harbour Lane Studio", "harbourlane-studio.example");
    }

    /** One of several, by another name. */
    WorldAgency(WorldStores stores, WorldTime time, IdSource ids, WorldProduct product, String name, String domain) {
        this.domain = domain;
        this.stores = stores;
        this.time = time;
        this.ids = ids;
        this.product = product;
        this.campaigns = new CampaignUseCases(
                new CampaignPorts(
                        stores.clients(),
                        stores.credits(),
                        stores.campaigns(),
                        stores.outreach().enrolments(),
                        stores.declarations(),
                        WorldProduct.senders(stores),
                        stores.outreach().touches()::inFlight,
                        (of, campaign) -> product.outreach().startEnrolments().start(of, campaign),
                        (of, campaign) -> product.outreach().endEnrolments().end(of, campaign),
                        stores.events(),
                        stores.audit(),
                        () -> true),
                stores.units(),
                time,
                ids);
        OpenClient.Outcome opened = new ClientUseCases(stores.clients(), stores.credits(), stores.units(), time, ids)
                .openClient()
                .open(name);
        if (!(opened instanceof OpenClient.Outcome.Opened(Client fresh))) {
            throw refused("a client", opened);
        }
        client = fresh.id();
        User sam = new User(
                new UserId(ids.next()),
                new EmailAddress("sam@" + domain),
                "Sam Okoro",
                null,
                false,
                false,
                time.now(),
                0);
        stores.units().onPlatform(() -> stores.users().insert(sam));
        admin = new TenantScope(client, sam.id(), Role.ADMIN);
    }

    ClientId client() {
        return client;
    }

    /** Everything that a client says of itself before anything is sent in its name. */
    void introduce() {
        ClientSetUpUseCases setUp = new ClientSetUpUseCases(
                new ClientPorts(stores.clients(), stores.credits(), client -> false, stores.events(), stores.audit()),
                ProfileRider.NONE,
                stores.units(),
                time,
                ids);
        Client now = stores.units()
                .inTenant(admin, () -> stores.clients().find(client))
                .orElseThrow();
        ClientDetails details = new ClientDetails(
                now.name(),
                now.slug(),
                now.name() + " Pty Ltd",
                new EmailAddress("hello@" + domain),
                null,
                "https://" + domain,
                ZONE,
                PermissionMode.AUTOPILOT);
        done(EditClient.Outcome.Changed.class, setUp.editClient().edit(admin, now.version(), details, Origin.NONE));
        PersonaDetails sam = new PersonaDetails("Sam", "Okoro", "Head of Partnerships", null, null, null, null, null);
        done(
                ManagePersonas.Outcome.Done.class,
                setUp.personas().add(admin, new ManagePersonas.Wish(sam, true, true), Origin.NONE));
        IcpTarget wanted = new IcpTarget(
                List.of("Construction", "Software"),
                List.of("Owner", "Managing Director"),
                List.of("5-50"),
                List.of("Australia"),
                List.of(),
                List.of(),
                List.of(),
                List.of("Too few enquiries"));
        done(EditIcp.Outcome.Saved.class, setUp.editIcp().edit(admin, 0, wanted, Origin.NONE));
        done(ConfirmIcp.Outcome.Confirmed.class, setUp.confirmIcp().confirm(admin, Origin.NONE));
    }

    /** Takes a mailbox that the vendor has, of a domain that was warmed up long ago. */
    Mailbox takeMailbox(Salesforge salesforge, String address, int dailyLimit) {
        ResourceUseCases resources = new ResourceUseCases(
                new ResourcePorts(
                        stores.mailboxes(),
                        Set.of(Salesforge.VENDOR),
                        vendor -> Optional.of(salesforge.mailboxes()),
                        stores.events(),
                        stores.audit()),
                stores.units(),
                time,
                ids);
        ConnectMailbox.Request request = new ConnectMailbox.Request(
                new EmailAddress(address), Salesforge.VENDOR, true, time.now().minus(WARM), dailyLimit);
        return done(
                        ConnectMailbox.Outcome.Connected.class,
                        resources.connectMailbox().connect(admin, request, Origin.NONE))
                .mailbox();
    }

    CampaignId startCampaign() {
        CampaignSettings settings =
                CampaignSettings.named("Growth leads", ZONE).floored(new ChannelFloors(FLOOR, FLOOR, FLOOR));
        CampaignId campaign = done(
                        CreateCampaign.Outcome.Created.class,
                        campaigns
                                .createCampaign()
                                .create(
                                        admin,
                                        new CreateCampaign.Request(CampaignOrigin.CUSTOM, settings, false),
                                        Origin.NONE))
                .campaign()
                .id();
        if (stores.units()
                .inTenant(
                        TenantScope.worker(client),
                        () -> WorldProduct.senders(stores).of(client))
                .contains(Channel.LINKEDIN)) {
            insert(
                    campaign,
                    1,
                    Channel.MAIL,
                    TouchKind.LETTER,
                    LETTER,
                    StepPurpose.VALUE_ADD,
                    StepSkipIf.ADDRESS_MISSING);
            insert(
                    campaign,
                    2,
                    Channel.LINKEDIN,
                    TouchKind.LI_INVITE,
                    LATER,
                    StepPurpose.CONNECT,
                    StepSkipIf.LINKEDIN_URL_MISSING);
        }
        done(
                DeclareConsent.Outcome.Declared.class,
                campaigns.declareConsent().declare(admin, campaign, ConsentText.CURRENT.version(), Origin.NONE));
        done(
                ActivateCampaign.Outcome.Activated.class,
                campaigns.activateCampaign().activate(admin, campaign, Origin.NONE));
        return campaign;
    }

    /** One more step: a letter, or the seat's writing to those who took its invitation. */
    private void insert(
            CampaignId campaign,
            int version,
            Channel channel,
            TouchKind kind,
            int day,
            StepPurpose purpose,
            StepSkipIf unless) {
        int steps = stores.units()
                .inTenant(TenantScope.worker(client), () -> stores.campaigns().sequence(client, campaign, version))
                .orElseThrow()
                .steps()
                .size();
        SequenceStep step = new SequenceStep(
                steps + 1,
                channel,
                kind,
                day,
                purpose,
                unless,
                null,
                null,
                null,
                false,
                true,
                false,
                null,
                SequenceStep.SMART_PROMPT);
        done(
                EditSequence.Outcome.Edited.class,
                campaigns
                        .editSequence()
                        .edit(admin, campaign, version, new EditSequence.Change.Insert(step), Origin.NONE));
    }

    /** Letters leave by an office, and come back to the client. */
    void takePost() {
        stores.units().inTenant(admin, () -> stores.channels().post().put(client, POSTS));
    }

    /** The letters that wait are looked through, and all of them are well. */
    void approveLetters() {
        List<ApprovalView> waiting = product.outreach()
                .listApprovals()
                .of(
                        admin,
                        new ListApprovals.Filter(
                                Set.of(ApprovalItem.Status.PENDING), Set.of(Channel.MAIL), Set.of(), Set.of()),
                        null,
                        ALL);
        waiting.forEach(one -> product.outreach()
                .decideApproval()
                .decide(admin, one.item().id(), new DecideApproval.Decision.Approve()));
    }

    /** A number to send from, warmed up long ago. */
    void takeNumber(String number, String vendor) {
        SendingNumber lent = new SendingNumber(
                new ResourceId(ids.next()),
                client,
                new PhoneNumber(number),
                vendor,
                time.now().minus(WARM),
                null,
                null);
        stores.channels().lend().accept(lent);
    }

    /** A seat whose owner signed in long ago. */
    void takeSeat(WorldVendors vendors) {
        Instant before = time.now().minus(WARM);
        SeatId id = new SeatId(ids.next());
        SeatLinking.Linked linked = vendors.signIn(client, id);
        SeatAccount account = linked.account();
        stores.units()
                .inTenant(
                        TenantScope.worker(client),
                        () -> stores.channels()
                                .seats()
                                .insert(Seat.asked(id, client, null, ZONE, before)
                                        .on(new SeatEvent.Connected(account), before)
                                        .aged(time.now())));
    }

    /** Whoever left a number said that it may be texted. */
    private void agreed(ImportId run) {
        stores.units()
                .inTenant(
                        TenantScope.worker(client),
                        () -> stores.leads().leads().ofImport(client, run, ALL).forEach(lead -> {
                            int house = houses++;
                            stores.channels()
                                    .post()
                                    .put(client, lead.id(), new PostBook.Known(house(house), time.now(), true));
                            stores.channels()
                                    .consents()
                                    .append(new Consent(
                                            new ConsentId(ids.next()),
                                            client,
                                            lead.id(),
                                            Channel.SMS,
                                            ConsentKind.EXPRESS,
                                            "a form",
                                            time.now().minus(WARM),
                                            null,
                                            "form"));
                        }));
    }

    private static PostalAddress house(int number) {
        return new PostalAddress(
                null, null, (number + 2) + " Example Street", null, "Sydney", PostalAddress.State.NSW, "2000");
    }

    /** Imports a file of leads into the campaign. */
    void importLeads(CampaignId campaign, String csv) {
        LeadUseCases leads = new LeadUseCases(
                stores.leads(),
                stores.clients(),
                stores.campaigns(),
                product.scoring(),
                (of, into, chosen) -> product.outreach().enrolLeads().enrol(of, into, chosen),
                (of, lead) -> product.outreach().stopOutreach().stop(of, lead, StopReason.Plain.NOT_ASSIGNED),
                stores.events(),
                PublishedSuffixes.identityKeys(),
                stores.units(),
                time,
                ids);
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        try (LeadFile file = new CsvLeadFiles().open(() -> new ByteArrayInputStream(bytes))) {
            agreed(done(
                            ImportLeads.Outcome.Done.class,
                            leads.importLeads()
                                    .importLeads(
                                            TenantScope.worker(client),
                                            new ImportLeads.Request(
                                                    LeadSource.CSV_IMPORT, "leads.csv", Map.of(), campaign),
                                            file,
                                            counts -> {},
                                            reject -> {}))
                    .run()
                    .id());
        }
    }

    /** Stops everything; from here on nothing more is committed to leave. */
    void stopEverything() {
        campaigns.pauseOutreach().pause(admin, "the world wants it", Origin.NONE);
    }

    void goOn() {
        campaigns.resumeOutreach().resume(admin, true, Origin.NONE);
    }

    private static <T> T done(Class<T> wanted, Object outcome) {
        if (!wanted.isInstance(outcome)) {
            throw refused(wanted.getSimpleName(), outcome);
        }
        return wanted.cast(outcome);
    }

    private static IllegalStateException refused(String what, Object why) {
        return new IllegalStateException("the world was refused " + what + ": " + why);
    }
}
