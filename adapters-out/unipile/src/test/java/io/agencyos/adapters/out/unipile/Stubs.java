package io.agencyos.adapters.out.unipile;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.StubServer;
import io.agencyos.application.outreach.channel.LinkedInCommand;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vendor as stubs, and the adapter in front of it. Names are those of the specification's examples. */
final class Stubs extends StubServer {

    static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    static final String KEY = "uni-key-19c4";
    static final String SEAT = "acc_Sx1";
    static final String PRIYA = "ACoAAB22";
    static final String API = "/api/v1";
    static final String INVITE = API + "/users/invite";
    static final String SENT = API + "/users/invite/sent";
    static final String USER = API + "/users/priya-raman-example";
    static final String CHATS = API + "/chats";

    final MemoryVendorObjects objects = new MemoryVendorObjects();
    final UnipileAccount account;
    final Unipile unipile;

    Stubs() {
        this(UnipileAccount.Dialect.V1, false);
    }

    Stubs(UnipileAccount.Dialect dialect, boolean acceptsUnsigned) {
        super(Instant.parse("2026-09-02T10:00:00Z"));
        account = new UnipileAccount(CLIENT, base(), KEY, dialect);
        UnipileSettings usual = UnipileSettings.live().unpaced().withReadTimeout(Duration.ofMillis(1_500));
        unipile = new Unipile(
                client -> client.equals(CLIENT) ? Optional.of(account) : Optional.empty(),
                acceptsUnsigned ? usual.acceptingUnsigned() : usual,
                http,
                objects,
                clock,
                new SteadyRandom());
        new Seats(objects).put(CLIENT, SEAT, new SeatId(new UUID(0, 21)));
        on("GET", USER, person("SECOND_DEGREE"));
    }

    /** The same as it is outside of a sandbox, with its pauses. */
    Unipile live() {
        return new Unipile(
                client -> client.equals(CLIENT) ? Optional.of(account) : Optional.empty(),
                UnipileSettings.live(),
                http,
                objects,
                clock,
                new SteadyRandom());
    }

    VendorAccount stored() {
        return new VendorAccount(
                CLIENT,
                Unipile.VENDOR,
                server.baseUrl(),
                null,
                Map.of("dialect", account.dialect() == UnipileAccount.Dialect.V2 ? "v2" : "v1"),
                Map.of("access_token", new SecretText(KEY)));
    }

    static String person(String distance) {
        return "{\"object\":\"UserProfile\",\"provider_id\":\"" + PRIYA
                + "\",\"public_identifier\":\"priya-raman-example\",\"is_relationship\":false,\"network_distance\":\""
                + distance + "\",\"new_field\":[1]}";
    }

    static LinkedInCommand act(TouchKind kind, String text) {
        return new LinkedInCommand(
                CLIENT,
                new TouchId(new UUID(0, 7)),
                "aos1-70bcce1fee5606143c1aadbcc6eba3ee",
                kind,
                new LinkedInCommand.Seat(new SeatId(new UUID(0, 21)), SEAT),
                new LinkedInUrl(LinkedInUrl.Page.PERSON, "priya-raman-example"),
                null,
                text,
                null);
    }

    static LinkedInCommand invite() {
        return act(TouchKind.LI_INVITE, "");
    }

    static LinkedInCommand message(String text) {
        return act(TouchKind.LI_MESSAGE, text);
    }

    static String refusal(String type, int status) {
        return "{\"title\":\"No\",\"detail\":\"…\",\"type\":\"errors/" + type + "\",\"status\":" + status + "}";
    }

    static String items(@Nullable String cursor, String items) {
        return "{\"object\":\"List\",\"items\":[" + items + "],\"cursor\":"
                + (cursor == null ? "null" : "\"" + cursor + "\"") + "}";
    }

    void onPage(String path, @Nullable String cursor, ResponseDefinitionBuilder answer) {
        onPage(path, "cursor", cursor, answer);
    }
}
