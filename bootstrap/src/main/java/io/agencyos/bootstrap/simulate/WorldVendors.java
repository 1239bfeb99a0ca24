package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.clicksend.ClickSend;
import io.agencyos.adapters.out.clicksend.ClickSendAccount;
import io.agencyos.adapters.out.clicksend.ClickSendSettings;
import io.agencyos.adapters.out.memory.kernel.SeededRandom;
import io.agencyos.adapters.out.postoffice.PostOffice;
import io.agencyos.adapters.out.postoffice.PostOfficeAccount;
import io.agencyos.adapters.out.postoffice.PostOfficeSettings;
import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.adapters.out.salesforge.SalesforgeAccount;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.unipile.Unipile;
import io.agencyos.adapters.out.unipile.UnipileAccount;
import io.agencyos.adapters.out.unipile.UnipileSettings;
import io.agencyos.adapters.out.vapi.Vapi;
import io.agencyos.adapters.out.vapi.VapiAccount;
import io.agencyos.adapters.out.vapi.VapiSettings;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.conversation.inbox.ChannelSources;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.InboundHooks;
import io.agencyos.application.conversation.inbox.LinkedInReplies;
import io.agencyos.application.outreach.channel.SmsSender;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.platform.vendor.VendorConnector.MadeHook;
import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.application.shared.IdSource;
import io.agencyos.bootstrap.demo.SandboxAccount;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The accounts of a world's client at all vendors, and the real adapters that speak to them. */
final class WorldVendors implements ChannelSources, InboundHooks {

    private static final SecretText KEY = new SecretText(SandboxAccount.KEY);
    private static final String CLICKSEND_USER = "sandbox";
    private static final String ORGANISATION = "org_1";
    /** What the page would call when it is done; the world needs no telling. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");

    static final String FIRST = "v1";
    static final String SECOND = "v2";

    private final Places places;
    private final String dialect;
    private final Salesforge salesforge;
    private final ClickSend clicksend;
    private final Unipile unipile;
    private final Vapi vapi;
    private final PostOffice office;
    private final Map<String, VendorAccount> accounts = new LinkedHashMap<>();
    private final Map<String, Hook> hooks = new LinkedHashMap<>();
    private String account = "";

    /** Where each vendor answers. */
    record Places(String salesforge, String warmforge, String clicksend, String unipile, String vapi, String office) {

        static Places of(VendorSandbox sandbox) {
            return new Places(
                    sandbox.salesforgeUrl(),
                    sandbox.warmforgeUrl(),
                    sandbox.clicksendUrl(),
                    sandbox.unipileUrl(),
                    sandbox.vapiUrl(),
                    sandbox.postUrl());
        }
    }

    WorldVendors(Places places, VendorHttp http, WorldStores stores, WorldTime time, long seed, String dialect) {
        this.places = places;
        this.dialect = dialect;
        salesforge = new Salesforge(
                of -> account(Salesforge.VENDOR).map(SalesforgeAccount::of),
                SalesforgeSettings.live().at(URI.create(places.salesforge()), URI.create(places.warmforge())),
                http,
                stores.objects(),
                time);
        clicksend = new ClickSend(
                of -> account(ClickSend.VENDOR).map(ClickSendAccount::of),
                ClickSendSettings.live().at(URI.create(places.clicksend())),
                http,
                stores.objects(),
                time);
        unipile = new Unipile(
                of -> account(Unipile.VENDOR).map(UnipileAccount::of),
                UnipileSettings.live().unpaced(),
                http,
                stores.objects(),
                time,
                new SeededRandom(seed));
        vapi = new Vapi(
                of -> account(Vapi.VENDOR).map(VapiAccount::of),
                VapiSettings.live().at(URI.create(places.vapi())),
                http,
                stores.objects(),
                time);
        office = new PostOffice(
                of -> account(PostOffice.VENDOR).map(PostOfficeAccount::of),
                PostOfficeSettings.at(URI.create(places.office())).unpaced(),
                http);
    }

    private Optional<VendorAccount> account(String vendor) {
        return Optional.ofNullable(accounts.get(vendor));
    }

    Salesforge salesforge() {
        return salesforge;
    }

    SeatLinking seatLinking() {
        return unipile.seatLinking();
    }

    /** The client's workspace at the vendor of e-mail. */
    void connectMail(ClientId client, String workspace, WorldDoor door, IdSource ids) {
        connect(mail(client, workspace), salesforge.connector(), salesforge.hooks(), door, ids);
    }

    /** The client's accounts at the vendors of the other channels. */
    void connectTheRest(ClientId client, WorldDoor door, IdSource ids) {
        connect(texts(client), clicksend.connector(), clicksend.hooks(), door, ids);
        connect(acts(client), unipile.connector(), unipile.hooks(), door, ids);
        connect(calls(client), vapi.connector(), vapi.hooks(), door, ids);
        accounts.put(PostOffice.VENDOR, letters(client));
    }

    /** The accounts as another process has connected them. */
    void know(ClientId client, String workspace) {
        for (VendorAccount known :
                List.of(mail(client, workspace), texts(client), acts(client), calls(client), letters(client))) {
            accounts.put(known.vendor(), known);
        }
    }

    private static VendorAccount mail(ClientId client, String workspace) {
        return new VendorAccount(
                client, Salesforge.VENDOR, workspace, null, Map.of("open_tracking", "true"), Map.of("api_key", KEY));
    }

    private static VendorAccount texts(ClientId client) {
        return new VendorAccount(client, ClickSend.VENDOR, CLICKSEND_USER, null, Map.of(), Map.of("api_key", KEY));
    }

    private VendorAccount acts(ClientId client) {
        return new VendorAccount(
                client,
                Unipile.VENDOR,
                places.unipile(),
                null,
                Map.of("dialect", dialect),
                Map.of("access_token", KEY));
    }

    /** In one world of four people answer from other addresses, and by a text instead of by mail. */
    static io.agencyos.adapters.out.sandbox.salesforge.SalesforgeSettings readers(long seed) {
        var all = io.agencyos.adapters.out.sandbox.salesforge.SalesforgeSettings.defaults()
                .withOptOutLinks();
        return seed % 4 == 2 ? all.withAliases() : all;
    }

    /** In which of its dialects the vendor of seats is spoken to: customers exist on both, and one world of five has the newer. */
    static String dialectOf(long seed) {
        return seed % 5 == 0 ? SECOND : FIRST;
    }

    private static VendorAccount letters(ClientId client) {
        return new VendorAccount(client, PostOffice.VENDOR, "sandbox", null, Map.of(), Map.of("api_key", KEY));
    }

    private static VendorAccount calls(ClientId client) {
        return new VendorAccount(
                client,
                Vapi.VENDOR,
                ORGANISATION,
                null,
                Map.of(),
                Map.of("api_key", KEY, "hook_secret", new SecretText("a secret of the world's own")));
    }

    /** The owner of a seat opens the vendor's page, which signs in at once. */
    SeatLinking.Linked signIn(ClientId client, SeatId seat) {
        SeatLinking.Request wanted = new SeatLinking.Request(client, seat, NOWHERE, NOWHERE, NOWHERE, null);
        URI page = seatLinking().createLink(wanted).orElseThrow().page();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            String shown = browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            JsonNode said = JsonMapper.shared().readTree(shown);
            account = said.path("account_id").stringValue();
            return seatLinking()
                    .confirm(client, said.path("name").stringValue(), account)
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException("the page to sign in at does not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a seat was being linked", interrupted);
        }
    }

    /** The vendor's id of the client's seat; empty while nobody has signed in. */
    Optional<String> seat() {
        return Optional.of(account).filter(id -> !id.isEmpty());
    }

    private void connect(
            VendorAccount account, VendorConnector connector, HookReader reader, WorldDoor door, IdSource ids) {
        accounts.put(account.vendor(), account);
        for (MadeHook hook : connector
                .registerHooks(
                        account,
                        id -> door.addressOf(account.vendor(), id),
                        () -> ids.next().toString())
                .orElseThrow()) {
            hooks.put(
                    hook.hookId(),
                    new Hook(account.clientId(), reader, List.of(hook.secret().reveal())));
        }
    }

    /** What every process sends by. */
    WorldLines lines() {
        return new WorldLines(
                salesforge.sender(),
                Optional.of(
                        new WorldLines.Others(clicksend.sender(), unipile.outreach(), vapi.caller(), office.sender())));
    }

    @Override
    public Optional<Hook> find(String hookId) {
        return Optional.ofNullable(hooks.get(hookId));
    }

    @Override
    public List<Source> of(ClientId client) {
        return List.of(
                new Source(ClickSend.VENDOR, Channel.SMS, clicksend.replies()),
                new Source(Unipile.VENDOR, Channel.LINKEDIN, unipile.replies()),
                new Source(Vapi.VENDOR, Channel.VOICE, vapi.replies()),
                new Source(PostOffice.VENDOR, Channel.MAIL, office.replies()));
    }

    @Override
    public Optional<SmsSender> texts(String vendor) {
        return Optional.of(clicksend.sender()).filter(sender -> vendor.equals(ClickSend.VENDOR));
    }

    @Override
    public Optional<LinkedInReplies> network(String vendor) {
        return Optional.of(unipile.replies()).filter(replies -> vendor.equals(Unipile.VENDOR));
    }

    @Override
    public Optional<VoiceCaller> calls(String vendor) {
        return Optional.of(vapi.caller()).filter(caller -> vendor.equals(Vapi.VENDOR));
    }
}
