package io.agencyos.bootstrap.mail;

import io.agencyos.adapters.out.leadfiles.CsvLeadFiles;
import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.security.Argon2PasswordHasher;
import io.agencyos.adapters.out.smtpimap.SmtpImap;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.application.campaign.CreateCampaign;
import io.agencyos.application.campaign.DeclareConsent;
import io.agencyos.application.campaign.lifecycle.ActivateCampaign;
import io.agencyos.application.client.ConfirmIcp;
import io.agencyos.application.client.EditClient;
import io.agencyos.application.client.EditIcp;
import io.agencyos.application.client.ManagePersonas;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.client.identity.AddUser;
import io.agencyos.application.conversation.PollReplies;
import io.agencyos.application.lead.intake.ImportLeads;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.resource.ConnectMailbox;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.MigratedData;
import io.agencyos.bootstrap.Running;
import io.agencyos.bootstrap.config.Settings;
import io.agencyos.bootstrap.product.Outside;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.product.place.SignInPlace;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.ConsentText;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientDetails;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.PersonaDetails;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.CampaignId;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One client with one mailbox at a plain mail server, set up by the use cases and moved by the stages of the send loop. */
final class MailAgency implements AutoCloseable {

    static final String SAM = "sam@hello-harbour.example";
    private static final String PASSWORD = "mailbox-secret-5c1d";
    private static final ZoneId ZONE = ZoneId.of("Australia/Sydney");
    private static final int BATCH = 50;

    private final MovableClock clock = new MovableClock(aMondayThatIsOver());
    private final Running running;
    private final Product product;
    private final TenantScope admin;
    private final CampaignId campaign;

    /** @param smtpPort where the mailbox's server takes e-mail, as the client is told */
    MailAgency(Path data, PostOffice post, int smtpPort) {
        post.open(SAM, PASSWORD);
        Settings settings =
                Settings.read(Map.of("AGENCYOS_DATA_DIR", data.toString())).orElseThrow();
        Outside outside = new Outside(
                        Optional.of(URI.create("https://os.agency.example")),
                        SalesforgeSettings.live(),
                        MonotonicTime.ofMachine())
                .with(SignInPlace.here(new Argon2PasswordHasher.Cost(64, 1)));
        MigratedData.into(data);
        running = Running.open(settings, clock, outside);
        product = running.product();
        admin = openClient();
        describeClient();
        connectMailServer(smtpPort, post.imapPort());
        connectMailbox();
        campaign = startCampaign();
    }

    /** Mail servers date by the machine's clock, so the story lies in its past. */
    private static Instant aMondayThatIsOver() {
        return LocalDate.ofInstant(Instant.now(), ZONE)
                .minusWeeks(6)
                .with(TemporalAdjusters.previous(DayOfWeek.MONDAY))
                .atTime(LocalTime.of(8, 0))
                .atZone(ZONE)
                .toInstant();
    }

    private static <T> T as(Class<T> wanted, Object outcome) {
        if (!wanted.isInstance(outcome)) {
            throw new AssertionError("not " + wanted.getSimpleName() + " but " + outcome);
        }
        return wanted.cast(outcome);
    }

    private TenantScope openClient() {
        Client client = as(
                        OpenClient.Outcome.Opened.class,
                        product.clients().openClient().open("Harbour Lane Studio"))
                .client();
        AddUser.Request person = new AddUser.Request(
                new EmailAddress("owner@agency.example"),
                "Sam Okoro",
                client.id(),
                Role.OWNER,
                new SecretText("a long enough passphrase 7"));
        AddUser.Outcome.Added added =
                as(AddUser.Outcome.Added.class, product.identity().addUser().add(person));
        return new TenantScope(client.id(), added.member().user().id(), Role.ADMIN);
    }

    private void describeClient() {
        Client now = product.basis()
                .units()
                .inTenant(admin, () -> product.stores().clients.find(admin.clientId()))
                .orElseThrow();
        ClientDetails details = new ClientDetails(
                now.name(),
                now.slug(),
                "Harbour Lane Studio Pty Ltd",
                new EmailAddress("hello@harbourlane-studio.example"),
                null,
                "https://harbourlane-studio.example",
                ZONE,
                PermissionMode.AUTOPILOT);
        as(
                EditClient.Outcome.Changed.class,
                product.clientSetUp().editClient().edit(admin, now.version(), details, Origin.NONE));
        PersonaDetails person =
                new PersonaDetails("Sam", "Okoro", "Head of Partnerships", null, null, null, null, null);
        as(
                ManagePersonas.Outcome.Done.class,
                product.clientSetUp().personas().add(admin, new ManagePersonas.Wish(person, true, true), Origin.NONE));
        IcpTarget wanted = new IcpTarget(
                List.of("Software"),
                List.of("Founder", "Marketing Director"),
                List.of("5-50"),
                List.of("Australia"),
                List.of(),
                List.of(),
                List.of(),
                List.of("Too few qualified enquiries"));
        EditIcp.Outcome profile = product.clientSetUp().editIcp().edit(admin, 0, wanted, Origin.NONE);
        Objects.requireNonNull(profile);
        as(
                ConfirmIcp.Outcome.Confirmed.class,
                product.clientSetUp().confirmIcp().confirm(admin, Origin.NONE));
    }

    private void connectMailServer(int smtpPort, int imapPort) {
        ConnectVendor.Request request = new ConnectVendor.Request(
                SmtpImap.VENDOR,
                "hello-harbour.example",
                Map.of(SAM, new SecretText(PASSWORD)),
                Map.of(
                        "smtp_host", "127.0.0.1",
                        "smtp_port", String.valueOf(smtpPort),
                        "smtp_security", "loopback",
                        "imap_host", "127.0.0.1",
                        "imap_port", String.valueOf(imapPort),
                        "imap_security", "loopback",
                        "sent_copy", "bcc_self"));
        as(ConnectVendor.Outcome.Connected.class, product.vendors().connect().connect(admin, request, Origin.NONE));
    }

    private void connectMailbox() {
        ConnectMailbox.Request request = new ConnectMailbox.Request(
                new EmailAddress(SAM), SmtpImap.VENDOR, true, clock.now().minus(Duration.ofDays(60)), null);
        as(
                ConnectMailbox.Outcome.Connected.class,
                product.resources().connectMailbox().connect(admin, request, Origin.NONE));
    }

    private CampaignId startCampaign() {
        CreateCampaign.Request request =
                new CreateCampaign.Request(CampaignOrigin.CUSTOM, CampaignSettings.named("Autumn leads", ZONE), false);
        CampaignId made = as(
                        CreateCampaign.Outcome.Created.class,
                        product.campaigns().createCampaign().create(admin, request, Origin.NONE))
                .campaign()
                .id();
        as(
                DeclareConsent.Outcome.Declared.class,
                product.campaigns().declareConsent().declare(admin, made, ConsentText.CURRENT.version(), Origin.NONE));
        as(
                ActivateCampaign.Outcome.Activated.class,
                product.campaigns().activateCampaign().activate(admin, made, Origin.NONE));
        return made;
    }

    /** Leads by address; each works at a company of its own. */
    void importLeads(Map<String, String> companyByAddress) {
        StringBuilder csv =
                new StringBuilder("First Name,Last Name,Title,Company,Email,Email Status,# Employees,Industry,"
                        + "Website,City,State,Country\n");
        companyByAddress.forEach((address, company) -> csv.append(
                "%s,Castellano,Founder,%s,%s,Verified,31,Software,https://%s,Sydney,New South Wales,Australia\n"
                        .formatted(
                                address.substring(0, 1).toUpperCase(Locale.ROOT)
                                        + address.substring(1, address.indexOf('@')),
                                company,
                                address,
                                address.substring(address.indexOf('@') + 1))));
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        try (LeadFile file = new CsvLeadFiles().open(() -> new ByteArrayInputStream(bytes))) {
            ImportLeads.Request request = new ImportLeads.Request(LeadSource.CSV_IMPORT, "two.csv", Map.of(), campaign);
            as(
                    ImportLeads.Outcome.Done.class,
                    product.leads()
                            .importLeads()
                            .importLeads(
                                    TenantScope.worker(admin.clientId()), request, file, counts -> {}, reject -> {}));
        }
    }

    /** Half an hour passes, and everything that is due is done. */
    void halfAnHour() {
        pass(Duration.ofMinutes(30));
    }

    private void pass(Duration span) {
        clock.advance(span);
        for (OutreachStage stage : product.outreach().loop()) {
            int rounds = 0;
            while (rounds++ < BATCH && stage.run(admin.clientId(), BATCH) > 0) {
                // the next batch of the same stage
            }
        }
    }

    /** Days pass, and the mailbox is read every six hours: who is not heard is not written to. */
    void days(int days) {
        for (int i = 1; i <= 12 * days; i++) {
            pass(Duration.ofHours(2));
            if (i % 3 == 0) {
                readMail();
            }
        }
    }

    /** The mailbox is read, and what came is worked in; answers what was new. */
    PollReplies.Round readMail() {
        PollReplies.Round round = product.conversation().pollReplies().poll(admin.clientId());
        while (product.conversation().processInbox().run(BATCH).taken() > 0) {
            // the next batch
        }
        return round;
    }

    List<Touch> touches(String address) {
        return product
                .basis()
                .units()
                .inTenant(
                        admin.asWorker(),
                        () -> product.stores()
                                .outreach
                                .touches()
                                .list(admin.clientId(), new Touches.Filter(null, campaign, null), null, 100))
                .stream()
                .filter(touch -> address.equals(touch.recipient()))
                .toList();
    }

    Enrolment enrolment(String address) {
        Touch touch = touches(address).getFirst();
        return product.basis()
                .units()
                .inTenant(
                        admin.asWorker(),
                        () -> product.stores()
                                .outreach
                                .enrolments()
                                .findAll(admin.clientId(), List.of(Objects.requireNonNull(touch.enrolmentId()))))
                .getFirst();
    }

    @Override
    public void close() {
        running.close();
    }
}
