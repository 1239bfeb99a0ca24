package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.clicksend.ClickSend;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.adapters.out.postoffice.PostOffice;
import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.adapters.out.unipile.Unipile;
import io.agencyos.adapters.out.vapi.Vapi;
import io.agencyos.application.platform.ConnectVendor;
import io.agencyos.application.platform.VendorConnector;
import io.agencyos.application.resource.ConnectMailbox;
import io.agencyos.application.resource.lending.ResourceDesk;
import io.agencyos.application.resource.seat.LinkSeat;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.Seat;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * What a twin starts with: accounts at the vendors of its sandbox, one warm mailbox, a number for texts and one for calls,
 * and a seat. Made as a person would make it, by the vendors' pages and the product's own use cases; doing it again changes
 * nothing, but makes good what a sandbox forgot that was not remembered. Source: api 4.1.
 */
final class TwinFurniture {

    private static final Logger LOG = LoggerFactory.getLogger(TwinFurniture.class);

    /** Who stands in the audit for what belongs to nobody. */
    private static final UserId SANDBOX = new UserId(new UUID(0, 4));

    private static final String CORE = "/salesforge/public/v2";
    private static final Duration WARM = Duration.ofDays(60);
    private static final int DAILY = 100;
    private static final int REPUTATION = 80;
    private static final int TRIES = 20;
    private static final int MOBILES = 100_000;
    /** Of the numbers in each area that nobody has, so many begin with these digits. */
    private static final int LANDLINES = 10_000;

    private static final List<String> AREAS = List.of("+6125550", "+6135550", "+6175550", "+6185550");

    private final Product product;
    private final SandboxDoor door;
    private final Twins twins;

    TwinFurniture(Product product, SandboxDoor door, Twins twins) {
        this.product = product;
        this.door = door;
        this.twins = twins;
    }

    /** Whether everything stands now that the installation can give. */
    boolean furnish(Client twin) {
        ClientId id = twin.id();
        TenantScope admin = new TenantScope(id, null, Role.ADMIN);
        Optional<String> known = workspace(id, twin.name());
        Optional<String> workspace = known.or(() -> newWorkspace(id, twin.name()));
        if (workspace.isEmpty()) {
            return false;
        }
        boolean fresh = known.isEmpty();
        String address = "hello@" + twin.slug() + ".example";
        if (fresh) {
            newMailbox(id, workspace.get(), address);
        }
        connect(admin, workspace.get(), fresh);
        mailbox(admin, address);
        numbers(id, fresh);
        seat(admin, fresh);
        return true;
    }

    private Optional<String> workspace(ClientId twin, String name) {
        return door.done(twin, "GET", CORE + "/workspaces?limit=100", null)
                .flatMap(page -> page.path("data")
                        .valueStream()
                        .filter(one -> one.path("name").asString().equals(label(name)))
                        .map(one -> one.path("id").asString())
                        .findFirst());
    }

    private Optional<String> newWorkspace(ClientId twin, String name) {
        return door.done(twin, "POST", CORE + "/workspaces", Map.of("name", label(name)))
                .map(made -> made.path("id").asString());
    }

    private static String label(String name) {
        return name.length() > 100 ? name.substring(0, 100) : name;
    }

    private void newMailbox(ClientId twin, String workspace, String address) {
        Map<String, Object> server =
                Map.of("host", "mail.example", "port", 993, "username", address, "password", "not-needed-here");
        Optional<JsonNode> _ = door.done(
                twin,
                "POST",
                CORE + "/workspaces/" + workspace + "/mailboxes",
                Map.of(
                        "address", address,
                        "firstName", "Robin",
                        "lastName", "Test",
                        "dailyEmailLimit", DAILY,
                        "smtp", server,
                        "imap", server));
        // from then on the vendor calls it active
        Optional<JsonNode> _ = door.done(
                twin,
                "POST",
                "/_sandbox/pump",
                Map.of("until", product.basis().clock().now().plusSeconds(1).toString()));
    }

    private void connect(TenantScope admin, String workspace, boolean fresh) {
        ClientId twin = admin.clientId();
        SecretText key = new SecretText(twins.key(twin));
        Map<String, ConnectVendor.Request> wanted = new HashMap<>();
        wanted.put(
                Salesforge.VENDOR,
                request(
                        Salesforge.VENDOR,
                        workspace,
                        Map.of("api_key", key, "warmforge_key", key),
                        Map.of("open_tracking", "true", "click_tracking", "true")));
        wanted.put(ClickSend.VENDOR, request(ClickSend.VENDOR, "sandbox", Map.of("api_key", key), Map.of()));
        wanted.put(
                Vapi.VENDOR,
                request(
                        Vapi.VENDOR,
                        "sandbox",
                        Map.of("api_key", key, "hook_secret", new SecretText("hooks-" + twins.key(twin))),
                        Map.of()));
        wanted.put(Unipile.VENDOR, request(Unipile.VENDOR, "sandbox:1", Map.of("access_token", key), Map.of()));
        wanted.put(PostOffice.VENDOR, request(PostOffice.VENDOR, "sandbox", Map.of("api_key", key), Map.of()));
        Set<String> offered =
                product.connectors().stream().map(VendorConnector::vendor).collect(Collectors.toSet());
        wanted.values().stream()
                .filter(request -> offered.contains(request.vendor()))
                .filter(request -> fresh || !isConnected(twin, request.vendor()))
                .forEach(request -> connect(admin, request));
    }

    private static ConnectVendor.Request request(
            String vendor, String account, Map<String, SecretText> credentials, Map<String, String> settings) {
        return new ConnectVendor.Request(vendor, account, credentials, settings);
    }

    private boolean isConnected(ClientId twin, String vendor) {
        return product.basis()
                .units()
                .reading(
                        TenantScope.worker(twin),
                        () -> product.stores().vendorAccounts.find(twin, vendor))
                .isPresent();
    }

    private void connect(TenantScope admin, ConnectVendor.Request request) {
        ConnectVendor.Outcome outcome = product.vendors().connect().connect(admin, request, Origin.NONE);
        if (!(outcome instanceof ConnectVendor.Outcome.Connected)) {
            LOG.warn("twin {} has no {} of its sandbox: {}", admin.clientId().text(), request.vendor(), outcome);
        }
    }

    private void mailbox(TenantScope admin, String address) {
        ConnectMailbox.Outcome outcome = product.resources()
                .connectMailbox()
                .connect(
                        admin,
                        new ConnectMailbox.Request(
                                new EmailAddress(address),
                                Salesforge.VENDOR,
                                true,
                                product.basis().clock().now().minus(WARM),
                                null),
                        Origin.NONE);
        switch (outcome) {
            case ConnectMailbox.Outcome.Connected(Mailbox mailbox) ->
                product.salesforge().upkeep().prepare(mailbox);
            case ConnectMailbox.Outcome.AlreadyConnected _ -> {}
            case ConnectMailbox.Outcome other ->
                LOG.warn("twin {} has no mailbox: {}", admin.clientId().text(), other);
        }
    }

    private void numbers(ClientId twin, boolean fresh) {
        List<SendingNumber> has = product.basis()
                .units()
                .reading(
                        TenantScope.worker(twin), () -> product.stores().numbers.ofClient(twin));
        int start = Math.floorMod(twin.value().hashCode(), MOBILES);
        number(has, twin, ClickSend.VENDOR, attempt -> "+614999%05d".formatted((start + attempt) % MOBILES))
                .filter(number -> fresh || has.isEmpty())
                .ifPresent(number -> door.done(twin, "PUT", "/_sandbox/texts/numbers/" + number, Map.of()));
        number(
                        has,
                        twin,
                        Vapi.VENDOR,
                        attempt -> AREAS.get(Math.floorMod(start, AREAS.size()))
                                + "%04d".formatted((start + attempt) % LANDLINES))
                .filter(number -> fresh || has.isEmpty())
                .ifPresent(number -> door.done(twin, "POST", "/vapi/phone-number", Map.of("number", number)));
    }

    /** The number that the twin has at the vendor, else one that nobody has. */
    private Optional<String> number(
            List<SendingNumber> has, ClientId twin, String vendor, IntFunction<String> candidate) {
        Optional<String> known = has.stream()
                .filter(number -> number.provider().equals(vendor))
                .map(number -> number.number().e164())
                .findFirst();
        return known.or(() -> lent(twin, vendor, candidate));
    }

    private Optional<String> lent(ClientId twin, String vendor, IntFunction<String> candidate) {
        ResourceDesk desk = product.senders().lending().desk();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String number = candidate.apply(attempt);
            ResourceDesk.Addition addition = new ResourceDesk.Addition(
                    ResourceKind.PHONE_NUMBER,
                    number,
                    null,
                    vendor,
                    null,
                    "Sandbox",
                    product.basis().clock().now().minus(WARM),
                    false,
                    REPUTATION,
                    1);
            if (desk.add(SANDBOX, addition, Origin.NONE) instanceof ResourceDesk.Outcome.Done(ResourceDesk.Shown stock)
                    && desk.assign(SANDBOX, stock.resource().id(), twin, Origin.NONE)
                            instanceof ResourceDesk.Outcome.Done) {
                return Optional.of(number);
            }
        }
        LOG.warn("twin {} has no number at {}", twin.text(), vendor);
        return Optional.empty();
    }

    private static List<Seat> seatsOf(ClientId twin) {
        return new PostgresSeats().ofClient(twin);
    }

    private void seat(TenantScope admin, boolean fresh) {
        List<Seat> seats =
                product.basis().units().reading(TenantScope.worker(admin.clientId()), () -> seatsOf(admin.clientId()));
        Optional<Seat> held = seats.stream().filter(Seat::takesASeat).findFirst();
        if (held.isPresent() && !fresh) {
            return;
        }
        LinkSeat.Request request = new LinkSeat.Request(
                null, LinkSeat.ReturnTo.SETTINGS, held.map(Seat::id).orElse(null));
        switch (product.senders().seats().linkSeat().start(admin, request, Origin.NONE)) {
            case LinkSeat.Outcome.Offered offered -> {
                // whoever opens the page has signed in
                Optional<JsonNode> _ = door.done(
                        admin.clientId(), "GET", offered.page().getPath().replaceFirst("^/t/[^/]+", ""), null);
            }
            case LinkSeat.Outcome other ->
                LOG.warn("twin {} has no seat: {}", admin.clientId().text(), other);
        }
    }
}
