package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.apollo.Apollo;
import io.agencyos.adapters.out.clicksend.ClickSend;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.unipile.Unipile;
import io.agencyos.adapters.out.vapi.Vapi;
import io.agencyos.application.campaign.EditSequence;
import io.agencyos.application.outreach.suppression.KeepConsents;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorAccounts;
import io.agencyos.application.resource.lending.ResourceDesk;
import io.agencyos.application.resource.seat.LinkSeat;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.Consent;
import io.agencyos.domain.outreach.ConsentKind;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ImportId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a client needs to text, to call and to act on LinkedIn, each by the use case by which people give it. */
final class MoreChannels {

    /** The numbers that the sandbox's vendors have. */
    private static final String TEXTS_FROM = "+61491570110";

    private static final String CALLS_FROM = "+61255500110";
    /** A seat acts once at each look at the world: so many have room for those of the month who are worth an invitation. */
    private static final int SEATS = 4;

    private static final int BATCH = 200;
    private static final int ALL = 5_000;
    private static final Duration BEFORE = Duration.ofDays(30);

    private final Product product;
    private final VendorSandbox sandbox;
    private final TenantScope admin;

    MoreChannels(Product product, VendorSandbox sandbox, TenantScope admin) {
        this.product = product;
        this.sandbox = sandbox;
        this.admin = admin;
    }

    /** @param aMinutePasses until the vendor has told of the seat */
    void open(Runnable aMinutePasses) {
        SecretText key = new SecretText(SandboxAccount.KEY);
        connect(ClickSend.VENDOR, "sandbox", Map.of("api_key", key));
        connect(
                Vapi.VENDOR,
                "org_1",
                Map.of("api_key", key, "hook_secret", new SecretText("a-secret-of-the-demonstration")));
        connect(Unipile.VENDOR, sandbox.unipileUrl(), Map.of("access_token", key));
        lend(TEXTS_FROM, ClickSend.VENDOR);
        lend(CALLS_FROM, Vapi.VENDOR);
        for (int seat = 0; seat < SEATS; seat++) {
            signIn();
        }
        aMinutePasses.run();
        product.conversation().processInbox().run(admin.clientId(), BATCH);
    }

    /** The network's account names where it is served, which is elsewhere where another process has taken that port. */
    void reach() {
        TenantScope worker = TenantScope.worker(admin.clientId());
        product.basis().units().inTenant(worker, () -> {
            VendorAccounts accounts = product.stores().vendorAccounts;
            Optional<VendorAccount> moved = accounts.find(worker.clientId(), Unipile.VENDOR)
                    .filter(account -> !account.accountRef().equals(sandbox.unipileUrl()));
            moved.map(account -> new VendorAccount(
                            account.clientId(),
                            account.vendor(),
                            sandbox.unipileUrl(),
                            account.label(),
                            account.settings(),
                            account.credentials()))
                    .ifPresent(accounts::save);
            return moved;
        });
    }

    /** One seat invites some twenty people a day: whoever scores less gets the next e-mail instead of waiting for weeks. */
    void keepForTheBest(CampaignId campaign) {
        Sequence sequence = product.basis()
                .units()
                .inTenant(
                        TenantScope.worker(admin.clientId()),
                        () -> product.stores().campaigns.sequence(admin.clientId(), campaign, 1))
                .orElseThrow();
        SequenceStep act = sequence.steps().stream()
                .filter(step -> step.channel() == Channel.LINKEDIN)
                .findFirst()
                .orElseThrow();
        EditSequence.Outcome edited = product.campaigns()
                .editSequence()
                .edit(admin, campaign, 1, new EditSequence.Change.Replace(act.from(DemoPlan.BEST)), Origin.NONE);
        if (!(edited instanceof EditSequence.Outcome.Edited)) {
            throw Refused.of("the sequence", edited);
        }
    }

    /** Where people are bought; the thirty days buy none, so it is connected when they are over. */
    void connectPeople() {
        connect(Apollo.VENDOR, "team", Map.of("api_key", new SecretText(SandboxAccount.KEY)));
    }

    private void connect(String vendor, String account, Map<String, SecretText> credentials) {
        ConnectVendor.Outcome outcome = product.vendors()
                .connect()
                .connect(admin, new ConnectVendor.Request(vendor, account, credentials, Map.of()), Origin.NONE);
        if (!(outcome instanceof ConnectVendor.Outcome.Connected)) {
            throw Refused.of("the account at " + vendor, outcome);
        }
    }

    /** Staff put a number of this vendor into the stock and lend it. */
    private void lend(String number, String vendor) {
        ResourceDesk desk = product.senders().lending().desk();
        ResourceDesk.Outcome added = desk.add(
                DoNotCallOffice.STAFF,
                new ResourceDesk.Addition(
                        ResourceKind.PHONE_NUMBER,
                        number,
                        null,
                        vendor,
                        null,
                        null,
                        product.basis().clock().now().minus(DemoPlan.WARM),
                        false,
                        80,
                        1),
                Origin.NONE);
        if (!(added instanceof ResourceDesk.Outcome.Done(ResourceDesk.Shown stock)
                && desk.assign(DoNotCallOffice.STAFF, stock.resource().id(), admin.clientId(), Origin.NONE)
                        instanceof ResourceDesk.Outcome.Done)) {
            throw Refused.of("the number " + number, added);
        }
    }

    /** The seat's owner opens the page that the link leads to, which signs in at once. */
    private void signIn() {
        LinkSeat.Outcome offered = product.senders()
                .seats()
                .linkSeat()
                .start(admin, new LinkSeat.Request(null, LinkSeat.ReturnTo.SETTINGS, null), Origin.NONE);
        if (!(offered instanceof LinkSeat.Outcome.Offered offer)) {
            throw Refused.of("the seat", offered);
        }
        visit(offer.page());
    }

    private static void visit(URI page) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException failed) {
            throw new UncheckedIOException("the page to sign in at does not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a seat was being linked", interrupted);
        }
    }

    /** Whoever left a mobile said that it may be texted. */
    void agreed(ImportId run) {
        Consent.Wish wish = new Consent.Wish(
                Channel.SMS,
                ConsentKind.EXPRESS,
                "Ticked on the form of the webinar",
                product.basis().clock().now().minus(BEFORE));
        product
                .basis()
                .units()
                .inTenant(
                        TenantScope.worker(admin.clientId()),
                        () -> product.stores().leads.leads().ofImport(admin.clientId(), run, ALL))
                .stream()
                .filter(MoreChannels::hasMobile)
                .map(lead -> product.calling().keepConsents().keep(admin, lead.id(), wish, Origin.NONE))
                .filter(outcome -> !(outcome instanceof KeepConsents.Outcome.Kept))
                .findAny()
                .ifPresent(outcome -> {
                    throw Refused.of("a consent", outcome);
                });
    }

    private static boolean hasMobile(Lead lead) {
        return lead.contact().phone() != null && lead.contact().phone().canReceiveSms();
    }
}
