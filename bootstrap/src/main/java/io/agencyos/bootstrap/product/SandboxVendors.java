package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.apollo.Apollo;
import io.agencyos.adapters.out.clicksend.ClickSend;
import io.agencyos.adapters.out.postoffice.PostOffice;
import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.adapters.out.unipile.Unipile;
import io.agencyos.adapters.out.vapi.Vapi;
import io.agencyos.application.outreach.sandbox.TwinVendors;
import io.agencyos.application.platform.vendor.ConnectVendor;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The vendors' pages as the sandbox has them, and which vendors those are. */
final class SandboxVendors implements TwinVendors {

    private static final String CORE = "/salesforge/public/v2";
    private static final int DAILY = 100;
    private static final int LONGEST_NAME = 100;

    private final SandboxDoor door;
    private final TwinDoors twins;
    private final Predicate<ClientId> forgetHere;
    private final ClockPort clock;

    /** @param forgetHere whether what the twin's sandbox remembers is gone, where that can be done without asking it */
    SandboxVendors(SandboxDoor door, TwinDoors twins, Predicate<ClientId> forgetHere, ClockPort clock) {
        this.door = door;
        this.twins = twins;
        this.forgetHere = forgetHere;
        this.clock = clock;
    }

    @Override
    public boolean serve(ClientId twin) {
        return twins.door(twin).isPresent();
    }

    @Override
    public Optional<Standing> settle(Client twin) {
        Optional<String> known = workspace(twin.id());
        return known.or(() -> door.done(twin.id(), "POST", CORE + "/workspaces", Map.of("name", label(twin)))
                        .map(made -> made.path("id").asString()))
                .map(workspace -> new Standing(
                        accounts(twin.id(), workspace),
                        Salesforge.VENDOR,
                        Map.of(Channel.SMS, ClickSend.VENDOR, Channel.VOICE, Vapi.VENDOR),
                        known.isEmpty()));
    }

    /** The account holds the twin's workspace alone; its name follows the client's no further. */
    private Optional<String> workspace(ClientId twin) {
        return door.done(twin, "GET", CORE + "/workspaces?limit=100", null)
                .flatMap(page -> page.path("data")
                        .valueStream()
                        .map(one -> one.path("id").asString())
                        .findFirst());
    }

    private static String label(Client twin) {
        return twin.name().length() > LONGEST_NAME ? twin.name().substring(0, LONGEST_NAME) : twin.name();
    }

    private List<ConnectVendor.Request> accounts(ClientId twin, String workspace) {
        SecretText key = new SecretText(twins.key(twin));
        return List.of(
                new ConnectVendor.Request(
                        Salesforge.VENDOR,
                        workspace,
                        Map.of("api_key", key, "warmforge_key", key),
                        Map.of("open_tracking", "true", "click_tracking", "true")),
                account(ClickSend.VENDOR, "sandbox", Map.of("api_key", key)),
                account(
                        Vapi.VENDOR,
                        "sandbox",
                        Map.of("api_key", key, "hook_secret", new SecretText("hooks-" + twins.key(twin)))),
                account(Unipile.VENDOR, "sandbox:1", Map.of("access_token", key)),
                account(PostOffice.VENDOR, "sandbox", Map.of("api_key", key)),
                account(Apollo.VENDOR, "sandbox", Map.of("api_key", key)));
    }

    private static ConnectVendor.Request account(String vendor, String account, Map<String, SecretText> credentials) {
        return new ConnectVendor.Request(vendor, account, credentials, Map.of());
    }

    @Override
    public void bringMailbox(ClientId twin, EmailAddress address) {
        workspace(twin).map(id -> CORE + "/workspaces/" + id + "/mailboxes").ifPresent(mailboxes -> {
            if (!isThere(twin, mailboxes, address)) {
                made(twin, mailboxes, address);
            }
        });
    }

    private boolean isThere(ClientId twin, String mailboxes, EmailAddress address) {
        return door.done(twin, "GET", mailboxes + "?limit=100", null).stream()
                .flatMap(page -> page.path("data").valueStream())
                .anyMatch(one -> one.path("address").asString().equals(address.value()));
    }

    private void made(ClientId twin, String mailboxes, EmailAddress address) {
        Map<String, Object> server =
                Map.of("host", "mail.example", "port", 993, "username", address.value(), "password", "not-needed-here");
        Optional<JsonNode> _ = door.done(
                twin,
                "POST",
                mailboxes,
                Map.of(
                        "address",
                        address.value(),
                        "firstName",
                        "Robin",
                        "lastName",
                        "Test",
                        "dailyEmailLimit",
                        DAILY,
                        "smtp",
                        server,
                        "imap",
                        server));
        // from then on the vendor calls it active
        Optional<JsonNode> _ = door.done(
                twin,
                "POST",
                "/_sandbox/pump",
                Map.of("until", clock.now().plusSeconds(1).toString()));
    }

    @Override
    public void bringNumber(ClientId twin, Channel line, PhoneNumber number) {
        Optional<JsonNode> _ = line == Channel.SMS
                ? door.done(twin, "PUT", "/_sandbox/texts/numbers/" + number.e164(), Map.of())
                : door.done(twin, "POST", "/vapi/phone-number", Map.of("number", number.e164()));
    }

    /** Whoever opens the page has signed in. */
    @Override
    public void signIn(ClientId twin, URI page) {
        Optional<JsonNode> _ = door.done(twin, "GET", page.getPath().replaceFirst("^/t/[^/]+", ""), null);
    }

    @Override
    public boolean forget(ClientId twin) {
        return forgetHere.test(twin) || door.forgotten(twin);
    }
}
