package io.agencyos.adapters.out.salesforge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnector.MadeHook;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** salesforge 2 and 8, against the stubs. */
class ConnectorTest {

    private static final String HOOKS = Vendor.WS + "/integrations/webhooks";

    private final Vendor vendor = new Vendor();
    private final AtomicInteger next = new AtomicInteger();

    @AfterEach
    void stop() {
        vendor.close();
    }

    static VendorAccount account(String workspace, String apiKey, String... warmforgeKeys) {
        Map<String, SecretText> keys = new HashMap<>();
        keys.put("api_key", new SecretText(apiKey));
        for (String key : warmforgeKeys) {
            keys.put("warmforge_key", new SecretText(key));
        }
        return new VendorAccount(
                Vendor.CLIENT,
                "salesforge",
                workspace,
                null,
                Map.of("warmforge_workspace", "wfs_1", "open_tracking", "true"),
                keys);
    }

    private Result<List<MadeHook>, VendorFailure> register() {
        return vendor.salesforge
                .connector()
                .registerHooks(
                        account("wks_1", Vendor.KEY),
                        id -> URI.create("https://agency.example/api/v1/hooks/salesforge/" + id),
                        () -> "hook" + next.incrementAndGet());
    }

    private static String hook(String id, String name) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name
                + "\",\"type\":\"email_sent\",\"url\":\"https://x.example\"}";
    }

    private static final String MADE = "{\"id\":\"wh_config_new\",\"signingSecret\":\"whsec_new\"}";

    @Test
    void an_account_is_read_from_what_was_connected() {
        assertThat(SalesforgeAccount.of(account("wks_1", Vendor.KEY, Vendor.WARM_KEY)))
                .isEqualTo(new SalesforgeAccount(
                        Vendor.CLIENT, "wks_1", Vendor.KEY, Vendor.WARM_KEY, "wfs_1", true, false));
        assertThat(account("wks_1", Vendor.KEY).toString()).doesNotContain(Vendor.KEY);
    }

    @Test // salesforge 3 S2
    void the_workspace_is_asked_for_and_its_name_is_the_label() {
        vendor.on("GET", Vendor.WS, 200, "{\"id\":\"wks_1\",\"accountId\":\"a\",\"name\":\"Harbour agency\"}");

        assertThat(vendor.salesforge.connector().test(account("wks_1", Vendor.KEY)))
                .isEqualTo(Result.ok("Harbour agency"));
    }

    private static String row(String sequence, String sent) {
        return "{\"sequenceId\":\"" + sequence + "\",\"contactId\":\"lead_1\",\"sent\":" + sent + "}";
    }

    @Test // salesforge 4.5, Beyond "webhook audit": sending-data is what the pushes are counted against
    void what_left_by_our_carriers_within_the_time_is_counted() {
        vendor.carrier(1);
        Instant from = Instant.parse("2026-09-01T00:00:00Z");
        vendor.on(
                "GET",
                Vendor.WS + "/sending-data",
                200,
                Vendor.page(
                        5,
                        String.join(
                                ",",
                                row("seq_c1", "\"2026-09-01T00:00:00Z\""),
                                row("seq_c1", "\"2026-09-02T00:00:00Z\""),
                                row("seq_c1", "\"2026-08-31T23:59:59Z\""),
                                row("seq_c1", "null"),
                                row("seq_of_somebody", "\"2026-09-01T10:00:00Z\""))));

        assertThat(vendor.salesforge
                        .connector()
                        .happened(account("wks_1", Vendor.KEY), from, from.plus(Duration.ofDays(1))))
                .isEqualTo(Result.ok(Map.of("sent", 1)));
    }

    @Test
    void a_wrong_key_and_a_wrong_workspace_are_refused() {
        vendor.on("GET", Vendor.WS, 401, "{\"message\":\"no\"}");
        vendor.on("GET", "/workspaces/wks_9", 404, "{\"message\":\"no\"}");
        vendor.on("GET", "/workspaces/wks_8", 200, "{\"id\":\"wks_1\",\"name\":\"Another\"}");

        assertThat(failure(vendor.salesforge.connector().test(account("wks_1", "wrong"))))
                .isInstanceOf(VendorFailure.Unauthorized.class);
        assertThat(failure(vendor.salesforge.connector().test(account("wks_9", Vendor.KEY))))
                .isInstanceOf(VendorFailure.NotFound.class);
        assertThat(failure(vendor.salesforge.connector().test(account("wks_8", Vendor.KEY))))
                .isInstanceOf(VendorFailure.Invalid.class);
    }

    @Test // salesforge 2: Bearer, then the raw key once
    void a_warm_up_key_is_tried_too() {
        vendor.on("GET", Vendor.WS, 200, "{\"id\":\"wks_1\",\"name\":\"Harbour agency\"}");
        vendor.on("GET", "/warm/workspaces/wfs_1/mailboxes", 401, "{}");

        assertThat(failure(vendor.salesforge.connector().test(account("wks_1", Vendor.KEY, "wrong"))))
                .isInstanceOfSatisfying(
                        VendorFailure.Unauthorized.class,
                        refused -> assertThat(refused.details().vendor()).isEqualTo("warmforge"));
    }

    @Test // salesforge 8: one type per webhook, eight registrations per workspace, each with its own hook id and secret
    void eight_webhooks_are_registered() {
        vendor.on("GET", HOOKS, 200, Vendor.page(0, ""));
        vendor.on("POST", HOOKS, 201, MADE);

        List<MadeHook> made = register().orElseThrow();

        assertThat(made).extracting(MadeHook::type).containsExactlyElementsOf(Webhooks.TYPES);
        assertThat(made).extracting(MadeHook::hookId).doesNotHaveDuplicates().hasSize(8);
        assertThat(vendor.body("POST", HOOKS))
                .isEqualTo("{\"name\":\"aos label_changed\",\"type\":\"label_changed\",\"url\":"
                        + "\"https://agency.example/api/v1/hooks/salesforge/hook8\",\"sequenceIds\":[]}");
        assertThat(made.getFirst().secret()).isEqualTo(new SecretText("whsec_new"));
    }

    @Test
    void those_with_our_names_are_replaced_and_others_stay() {
        vendor.on("GET", HOOKS, 200, Vendor.page(2, hook("wh_old", "aos email_sent") + "," + hook("wh_crm", "CRM")));
        vendor.on("POST", HOOKS, 201, MADE);
        vendor.on("DELETE", HOOKS + "/wh_old", 204, "");

        assertThat(register().isOk()).isTrue();

        assertThat(vendor.requests("DELETE", HOOKS + "/wh_old")).isOne();
        assertThat(vendor.requests("DELETE", HOOKS + "/wh_crm")).isZero();
    }

    @Test
    void a_registration_that_fails_half_way_takes_back_what_it_made() {
        vendor.inTurn(
                "POST",
                HOOKS,
                aResponse().withStatus(201).withBody(MADE),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        String old = hook("wh_old", "aos email_sent");
        String two = hook("wh_new", "aos email_sent") + "," + hook("wh_lost", "aos email_replied");
        listed(Scenario.STARTED, Vendor.page(1, old));
        listed("step 1", Vendor.page(3, old + "," + two));
        vendor.on("DELETE", HOOKS + "/wh_new", 204, "");
        vendor.on("DELETE", HOOKS + "/wh_lost", 404, "{}");

        assertThat(failure(register()).ambiguous()).isTrue();

        assertThat(vendor.requests("DELETE", HOOKS + "/wh_new")).isOne();
        assertThat(vendor.requests("DELETE", HOOKS + "/wh_lost")).isOne();
        assertThat(vendor.requests("DELETE", HOOKS + "/wh_old")).isZero();
    }

    /** What the list shows once so many were made. */
    private void listed(String made, String page) {
        vendor.server.stubFor(get(urlPathEqualTo(HOOKS))
                .inScenario("POST" + HOOKS)
                .whenScenarioStateIs(made)
                .willReturn(aResponse().withBody(page)));
    }

    @Test
    void removing_says_when_the_vendor_would_not() {
        vendor.on(
                "GET",
                HOOKS,
                200,
                Vendor.page(2, hook("wh_1", "aos email_sent") + "," + hook("wh_2", "aos dnc_added")));
        vendor.on("DELETE", HOOKS + "/wh_1", 403, "{\"message\":\"no\"}");
        vendor.on("DELETE", HOOKS + "/wh_2", 204, "");

        assertThat(failure(vendor.salesforge.connector().removeHooks(account("wks_1", Vendor.KEY))))
                .isInstanceOf(VendorFailure.Unauthorized.class);
        assertThat(vendor.requests("DELETE", HOOKS + "/wh_2")).isOne();
    }

    private static VendorFailure failure(Result<?, VendorFailure> result) {
        return switch (result) {
            case Result.Ok<?, VendorFailure>(Object value) -> throw new AssertionError("it worked: " + value);
            case Result.Err<?, VendorFailure>(VendorFailure failure) -> failure;
        };
    }
}
