package io.agencyos.adapters.out.clicksend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.vendor.VendorConnector.MadeHook;
import io.agencyos.domain.shared.Result;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** clicksend 5.1, 10 and 12: connecting an account. */
class ConnectorTest {

    private static final String INBOUND = "/v3/automations/sms/inbound";
    private static final String RECEIPTS = "/v3/automations/sms/receipts";

    private final Stubs vendor = new Stubs();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private Result<List<MadeHook>, ?> register() {
        return vendor.clicksend
                .connector()
                .registerHooks(Stubs.STORED, id -> URI.create("https://app.agency.example/hooks/" + id), () -> "h1");
    }

    @Test // row 27
    void the_account_is_known_by_its_name_and_a_trial_is_told() {
        assertThat(vendor.clicksend.connector().test(Stubs.STORED)).isEqualTo(Result.ok("harbour"));
        vendor.on("GET", "/v3/account", Stubs.account("2.0", 1, 0, 1));
        assertThat(vendor.clicksend.connector().test(Stubs.STORED)).isEqualTo(Result.ok("harbour (trial)"));
    }

    @Test // row 24
    void the_first_time_each_rule_is_made() {
        vendor.on("GET", INBOUND, Stubs.page(1, ""));
        vendor.on("GET", RECEIPTS, Stubs.page(1, ""));
        vendor.on("POST", INBOUND, "{\"data\":{\"inbound_rule_id\":11}}");
        vendor.on("POST", RECEIPTS, "{\"data\":{\"receipt_rule_id\":\"21\"}}");
        assertThat(register().orElseThrow()).extracting(MadeHook::vendorHookId).containsExactly("11", "21");
        assertThat(vendor.asked("POST", INBOUND))
                .extracting(request -> request.getBodyAsString())
                .satisfiesExactly(
                        pushed -> assertThat(pushed)
                                .contains(
                                        "\"action\":\"URL\"",
                                        "\"webhook_type\":\"json\"",
                                        "\"dedicated_number\":\"*\""),
                        kept -> assertThat(kept).contains("\"action\":\"POLL\"").doesNotContain("action_address"));
        assertThat(vendor.asked("POST", RECEIPTS)).hasSize(2);
    }

    @Test // row 24
    void the_second_time_they_are_changed_and_what_is_left_over_goes() {
        vendor.on(
                "GET",
                INBOUND,
                Stubs.page(
                        1,
                        "{\"inbound_rule_id\":11,\"rule_name\":\"agency-os inbound\"},"
                                + "{\"inbound_rule_id\":12,\"rule_name\":\"agency-os inbound poll\"},"
                                + "{\"inbound_rule_id\":13,\"rule_name\":\"agency-os inbound poll\"},"
                                + "{\"inbound_rule_id\":14,\"rule_name\":\"somebody's own\"}"));
        vendor.on(
                "GET",
                RECEIPTS,
                Stubs.page(
                        1,
                        "{\"receipt_rule_id\":21,\"rule_name\":\"agency-os receipts\"},"
                                + "{\"receipt_rule_id\":22,\"rule_name\":\"agency-os receipts poll\"}"));
        for (String rule : List.of(INBOUND + "/11", INBOUND + "/12", RECEIPTS + "/21", RECEIPTS + "/22")) {
            vendor.on("PUT", rule, "{\"data\":{}}");
        }
        vendor.on("DELETE", INBOUND + "/13", "{\"data\":null}");
        assertThat(register().orElseThrow()).extracting(MadeHook::vendorHookId).containsExactly("11", "21");
        assertThat(vendor.asked("POST", INBOUND)).isEmpty();
        assertThat(vendor.asked("POST", RECEIPTS)).isEmpty();
        assertThat(vendor.asked("DELETE", INBOUND + "/13")).hasSize(1);
        assertThat(vendor.asked("PUT", INBOUND + "/11").getFirst().getBodyAsString())
                .contains("https://app.agency.example/hooks/h1");
    }

    private static String rule(String id, String number, String name, String address) {
        return Stubs.page(
                1,
                "{\"" + id + "\":" + number + ",\"rule_name\":\"" + name + "\",\"action_address\":\"" + address
                        + "\"}");
    }

    private void pushes() {
        vendor.on("GET", INBOUND, rule("inbound_rule_id", "11", "agency-os inbound", "https://app.example/h1"));
        vendor.on("GET", RECEIPTS, rule("receipt_rule_id", "21", "agency-os receipts", "https://app.example/h2"));
        vendor.on("POST", "/v3/sms/inbound", "{\"http_code\":200,\"data\":null}");
        vendor.on("POST", "/v3/sms/receipts", "{\"http_code\":200,\"data\":null}");
    }

    @Test // salesforge Beyond "webhook audit", here: a rule counts while it is on, pushes, and has its net beneath
    void a_rule_that_is_off_or_pushes_no_more_or_has_no_net_does_not_stand() {
        String texts = "{\"inbound_rule_id\":11,\"rule_name\":\"agency-os inbound\",\"action\":\"%s\","
                + "\"action_address\":\"https://app.example/h1\",\"enabled\":%s}";
        String net = ",{\"inbound_rule_id\":12,\"rule_name\":\"agency-os inbound poll\",\"action\":\"POLL\"}";
        vendor.on("GET", RECEIPTS, Stubs.page(1, ""));
        vendor.on("GET", INBOUND, Stubs.page(1, texts.formatted("URL", "\"1\"") + net));
        assertThat(standing()).containsExactly("https://app.example/h1");
        vendor.on("GET", INBOUND, Stubs.page(1, texts.formatted("URL", "0") + net));
        assertThat(standing()).isEmpty();
        vendor.on("GET", INBOUND, Stubs.page(1, texts.formatted("EMAIL_USER", "1") + net));
        assertThat(standing()).isEmpty();
        vendor.on("GET", INBOUND, Stubs.page(1, texts.formatted("URL", "1")));
        assertThat(standing()).as("what is not delivered would be kept nowhere").isEmpty();
    }

    private List<String> standing() {
        return vendor.clicksend.connector().standingHooks(Stubs.STORED).orElseThrow().orElseThrow().stream()
                .map(hook -> hook.address().toString())
                .toList();
    }

    private void priced(String country) {
        vendor.on(
                "POST",
                "/v3/sms/price",
                "{\"data\":{\"messages\":[],\"_summary\":{\"countries\":{\"AU\":" + country + "}}}}");
    }

    @Test // clicksend 3 C8: webhook test by doctor; 4.3: an account that may send is not complained about
    void the_vendor_calls_both_hooks_and_says_whether_the_country_takes_texts() {
        pushes();
        priced("{\"selected\":true,\"regulation\":{\"restricted_sending\":false}}");
        assertThat(vendor.clicksend.connector().examine(Stubs.STORED)).isEmpty();
        assertThat(vendor.asked("POST", "/v3/sms/inbound").getFirst().getBodyAsString())
                .contains("\"url\":\"https://app.example/h1\"", "\"webhook_type\":\"json\"");
        assertThat(vendor.asked("POST", "/v3/sms/receipts").getFirst().getBodyAsString())
                .contains("\"url\":\"https://app.example/h2\"")
                .doesNotContain("webhook_type");
        assertThat(vendor.asked("POST", "/v3/sms/price").getFirst().getBodyAsString())
                .as("C2 takes the same body as C1, from a number of the account to nobody")
                .contains("\"from\":\"+61491570110\"", "\"to\":\"+61411111111\"");
    }

    @Test // clicksend 3 C8, 4.3: selected=false or restricted_sending=true -> doctor says what to enable
    void what_would_not_work_is_said_one_by_one() {
        pushes();
        vendor.on("GET", RECEIPTS, Stubs.page(1, ""));
        vendor.on("POST", "/v3/sms/inbound", aResponse().withStatus(400));
        priced("{\"selected\":false,\"regulation\":{\"restricted_sending\":true}}");
        assertThat(vendor.clicksend.connector().examine(Stubs.STORED))
                .satisfiesExactly(
                        texts -> assertThat(texts).startsWith("its call to our hook for inbound does not arrive"),
                        country -> assertThat(country)
                                .isEqualTo("texts to AU are not enabled in the account;"
                                        + " AU takes texts of registered senders alone"));
    }

    @Test
    void disconnecting_takes_only_our_rules_away() {
        vendor.on(
                "GET",
                INBOUND,
                Stubs.page(
                        1,
                        "{\"inbound_rule_id\":11,\"rule_name\":\"agency-os inbound\"},"
                                + "{\"inbound_rule_id\":14,\"rule_name\":\"somebody's own\"}"));
        vendor.on("GET", RECEIPTS, Stubs.page(1, ""));
        vendor.on("DELETE", INBOUND + "/11", "{\"data\":null}");
        assertThat(vendor.clicksend.connector().removeHooks(Stubs.STORED)).isEqualTo(Result.ok(1));
        assertThat(vendor.asked("DELETE", INBOUND + "/14")).isEmpty();
    }
}
