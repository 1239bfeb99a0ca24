package io.agencyos.adapters.out.clicksend;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.vendorhttp.Pacing;
import io.agencyos.adapters.out.vendorhttp.StubServer;
import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.SmsFrom;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The vendor as stubs, and the adapter in front of it. Names and numbers are those of the specification's examples. */
final class Stubs extends StubServer {

    static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    static final String KEY = "cs-key-77af";
    static final ClickSendAccount ACCOUNT = new ClickSendAccount(CLIENT, "harbour", KEY);
    static final VendorAccount STORED = new VendorAccount(
            CLIENT, ClickSend.VENDOR, "harbour", null, Map.of(), Map.of("api_key", new SecretText(KEY)));
    static final String OUR_KEY = "aos1-70bcce1fee5606143c1aadbcc6eba3ee";
    static final String ID = "1F12D717-947A-6FBC-BBFE-D14C2927CEEF";
    static final String SEND = "/v3/sms/send";
    static final String HISTORY = "/v3/sms/history";

    final MemoryVendorObjects objects = new MemoryVendorObjects();
    final ClickSend clicksend;

    Stubs() {
        super(Instant.parse("2026-09-01T22:15:00Z"));
        clicksend = new ClickSend(
                client -> client.equals(CLIENT) ? Optional.of(ACCOUNT) : Optional.empty(),
                ClickSendSettings.live()
                        .at(base())
                        .withReadTimeout(Duration.ofMillis(1_500))
                        .pacedPerNumber(new Pacing(1, 1)),
                http,
                objects,
                clock);
        on("GET", "/v3/numbers", "{\"data\":{\"last_page\":1,\"data\":[{\"dedicated_number\":\"+61491570110\"}]}}");
        on("GET", "/v3/account", account("4.998000", 1, 0, 0));
    }

    static SmsCommand text(String words) {
        return new SmsCommand(
                CLIENT,
                new TouchId(new UUID(0, 7)),
                OUR_KEY,
                new SmsFrom.Dedicated(new PhoneNumber("+61491570110")),
                new PhoneNumber("+61491570006"),
                words);
    }

    static SmsCommand text() {
        return text("Hi Priya, Sam from Harbour. Worth a 10 min chat on paid social this week? Reply STOP to opt out.");
    }

    static String account(String balance, int active, int banned, int trial) {
        return "{\"http_code\":200,\"response_code\":\"SUCCESS\",\"data\":{\"username\":\"harbour\",\"balance\":\""
                + balance + "\",\"active\":" + active + ",\"banned\":" + banned + ",\"on_trial\":" + trial + "}}";
    }

    /** The answer to a send with this text and status, and others in front of it. */
    static String sent(String others, String key, String status) {
        return "{\"http_code\":200,\"response_code\":\"SUCCESS\",\"data\":{\"total_price\":0.0792,\"messages\":["
                + others + message(key, status) + "],\"_currency\":{\"currency_name_short\":\"AUD\"}}}";
    }

    static String message(String key, String status) {
        return "{\"direction\":\"out\",\"date\":1788308100,\"to\":\"+61491570006\",\"message_id\":\"" + ID
                + "\",\"message_parts\":1,\"message_price\":\"0.0792\",\"custom_string\":\"" + key + "\",\"status\":\""
                + status + "\",\"new_field\":{\"x\":1}}";
    }

    /** An item of the history. */
    static String past(String to, String key, String status, String code, String told) {
        return "{\"direction\":\"out\",\"date\":\"1788308100\",\"to\":\"" + to + "\",\"message_id\":\"" + ID
                + "\",\"custom_string\":\"" + key + "\",\"status\":\"" + status + "\",\"status_code\":" + code
                + ",\"status_text\":\"" + told + "\"}";
    }

    static String page(int last, String items) {
        return "{\"http_code\":200,\"data\":{\"total\":1,\"per_page\":100,\"last_page\":" + last + ",\"data\":[" + items
                + "]}}";
    }

    void onPage(String path, int page, ResponseDefinitionBuilder answer) {
        onPage(path, "page", String.valueOf(page), answer);
    }
}
