package io.agencyos.adapters.out.salesforge;

import static io.agencyos.adapters.out.salesforge.Vendor.CLIENT;
import static io.agencyos.adapters.out.salesforge.Vendor.WS;
import static io.agencyos.adapters.out.salesforge.Vendor.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.agencyos.application.resource.MailboxWarmUp;
import io.agencyos.application.resource.Mailboxes;
import io.agencyos.application.resource.VendorMailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.resource.MailboxWarmth;
import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxesTest {

    private static final EmailAddress SAM = new EmailAddress("sam@hello-harbour.example");
    private static final String BOXES = "/warm/workspaces/wfs_1/mailboxes";

    private final Vendor vendor = new Vendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @ParameterizedTest(name = "{0} is {1}") // salesforge 4.2
    @CsvSource({
        "active,CONNECTED",
        "pending,CONNECTING",
        "access_lost,DISCONNECTED",
        "inactive,DISCONNECTED",
        "suspended,SUSPENDED",
        "frozen,SUSPENDED",
        "deleted,REMOVED"
    })
    void each_status_is_one_of_our_states(String status, MailboxState state) {
        assertThat(SalesforgeMailboxes.stateOf(status)).contains(state);
    }

    @Test // salesforge 11 rows 18 and 35
    void an_unknown_status_counts_as_disconnected_and_unknown_fields_are_ignored() {
        vendor.on(
                "GET",
                WS + "/mailboxes",
                200,
                page(
                        1,
                        "{\"id\":\"mbox_77\",\"address\":\"sam@hello-harbour.example\","
                            + "\"status\":\"dreaming\",\"dailyEmailLimit\":30,\"newField\":{\"a\":[1]},\"disconnectReason\":\"\"}"));
        assertThat(vendor.salesforge.mailboxes().list(CLIENT).orElseThrow())
                .containsExactly(
                        new VendorMailbox("mbox_77", SAM, "", "", MailboxState.DISCONNECTED, "dreaming", null, 30));
    }

    @Test // salesforge 11 row 19
    void consent_is_asked_for_by_a_link_and_a_running_connect_is_a_conflict() {
        vendor.on("POST", "/mailboxes/oauth-link", 200, "{\"url\":\"https://accounts.example/consent\"}");
        assertThat(connectUrl()).isEqualTo(Result.ok(URI.create("https://accounts.example/consent")));
        assertThat(vendor.body("POST", "/mailboxes/oauth-link"))
                .isEqualTo("{\"provider\":\"google\","
                        + "\"redirectUrl\":\"https://agency.example/back\",\"email\":\"sam@hello-harbour.example\"}");
        vendor.on("POST", "/mailboxes/oauth-link", 409, "{\"message\":\"connect in progress\"}");
        assertThat(connectUrl())
                .isInstanceOfSatisfying(
                        Result.Err.class, err -> assertThat(err.error()).isInstanceOf(VendorFailure.Conflict.class));
    }

    private Result<URI, VendorFailure> connectUrl() {
        return vendor.salesforge
                .mailboxes()
                .connectUrl(CLIENT, Mailboxes.Provider.GOOGLE, URI.create("https://agency.example/back"), SAM);
    }

    private static String box(String address, boolean warm, String spf) {
        return "{\"id\":\"wm_12\",\"address\":\"" + address + "\",\"warm\":" + warm + ",\"warmupDaysCompleted\":31,"
                                                                                    + "\"warmupDaysLeft\":0,\"healthReport\":{\"heatScore\":96,\"lastCheckedAt\":\"2026-08-31T22:00:00Z\",\"spf\":"
                                                                                    + "{\"status\":\"" + spf + "\"},\"dkim\":{\"status\":\"valid\"},\"dmarc\":{\"status\":\"invalid\"},"
                + "\"blacklists\":{\"detectedCount\":2,\"checks\":[]}}}";
    }

    @Test // salesforge 11 rows 1, 31 and 32
    void warm_up_is_read_over_all_pages_with_the_bearer_form() {
        for (int page = 1; page <= 2; page++) {
            vendor.server.stubFor(WireMock.get(WireMock.urlPathEqualTo(BOXES))
                    .withQueryParam("page", WireMock.equalTo(String.valueOf(page)))
                    .withHeader("Authorization", WireMock.equalTo("Bearer " + Vendor.WARM_KEY))
                    .willReturn(WireMock.okJson(
                            "{\"mailboxes\":[" + box("box" + page + "@hello-harbour.example", true, "missing")
                                    + "],\"page\":" + page + ",\"pageSize\":1,\"totalPages\":2}")));
        }
        List<MailboxWarmth> all = vendor.salesforge.warmUp().statuses(CLIENT).orElseThrow();
        assertThat(all).hasSize(2);
        assertThat(all.getFirst())
                .isEqualTo(new MailboxWarmth(
                        new EmailAddress("box1@hello-harbour.example"),
                        true,
                        31,
                        0,
                        96,
                        new MailboxWarmth.Dns(DnsState.MISSING, DnsState.VALID, DnsState.INVALID, DnsState.UNKNOWN),
                        2,
                        Instant.parse("2026-08-31T22:00:00Z")));
    }

    @Test // salesforge 11 row 31: the path
    void one_mailbox_is_asked_for_by_its_encoded_address() {
        vendor.server.stubFor(
                WireMock.get(WireMock.anyUrl()).willReturn(WireMock.okJson(box(SAM.value(), true, "valid"))));
        assertThat(vendor.salesforge.warmUp().status(CLIENT, SAM).isOk()).isTrue();
        assertThat(vendor.server.getAllServeEvents().getFirst().getRequest().getUrl())
                .isEqualTo(BOXES + "/sam%40hello-harbour.example");
    }

    @Test // salesforge 11 row 2
    void the_form_of_the_key_that_worked_is_remembered() {
        vendor.on("GET", BOXES, 401, "{\"message\":\"no\"}");
        vendor.server.stubFor(WireMock.get(WireMock.urlPathEqualTo(BOXES))
                .withHeader("Authorization", WireMock.equalTo(Vendor.WARM_KEY))
                .willReturn(WireMock.okJson("{\"mailboxes\":[],\"page\":1,\"totalPages\":1}")));
        assertThat(vendor.salesforge.warmUp().statuses(CLIENT).isOk()).isTrue();
        assertThat(vendor.requests("GET", BOXES)).isEqualTo(2);
        assertThat(vendor.salesforge.warmUp().statuses(CLIENT).isOk()).isTrue();
        assertThat(vendor.requests("GET", BOXES)).isEqualTo(3);
    }

    @Test // salesforge 2: once
    void a_wrong_key_is_tried_in_both_forms_only_once() {
        vendor.on("GET", BOXES, 401, "{\"message\":\"no\"}");
        assertThat(vendor.salesforge.warmUp().statuses(CLIENT))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        err -> assertThat(err.error()).isInstanceOf(VendorFailure.Unauthorized.class));
        assertThat(vendor.requests("GET", BOXES)).isEqualTo(2);
        vendor.salesforge.warmUp().statuses(CLIENT);
        assertThat(vendor.requests("GET", BOXES)).isEqualTo(3);
    }

    private static final String TESTS = "/warm/workspaces/wfs_1/placement-tests";

    private Result<Boolean, VendorFailure> test() {
        return vendor.salesforge.warmUp().testPlacement(CLIENT, SAM, "aos-d1-2026-36");
    }

    @Test // salesforge 3 W4, 6: listed by our reference before it is ordered, and never ordered again blindly
    void a_test_whose_answer_was_lost_is_found_by_its_reference() {
        vendor.on("GET", BOXES + "/sam%40hello-harbour.example", 200, box(SAM.value(), true, "valid"));
        vendor.on("GET", TESTS, 200, "{\"placementTests\":[],\"totalPages\":1}");
        vendor.on("POST", TESTS, 503, "{\"message\":\"away\"}");
        assertThat(test().isOk()).isFalse();
        assertThat(vendor.requests("POST", TESTS)).as("one request").isEqualTo(1);
        assertThat(vendor.body("POST", TESTS))
                .contains("\"externalReference\":\"aos-d1-2026-36\"", "\"mailboxes\":[\"wm_12\"]");

        vendor.on("GET", TESTS, 200, "{\"placementTests\":[{\"id\":\"pt_1\",\"pendingCount\":50}],\"totalPages\":1}");
        assertThat(test()).isEqualTo(Result.ok(false));
        assertThat(vendor.requests("POST", TESTS)).isEqualTo(1);
    }

    @Test // salesforge 3 W4: at most 100 ids a call; what is pending is no result yet
    void the_newest_tests_that_are_over_are_told_by_the_vendors_ids() {
        vendor.on(
                "GET",
                BOXES,
                200,
                "{\"mailboxes\":[" + box(SAM.value(), true, "valid") + "],\"page\":1,\"totalPages\":1}");
        String latest = BOXES + "/placement-results/latest";
        String result = "{\"results\":[{\"mailboxId\":\"wm_12\",\"placementTest\":{\"date\":\"2026-08-30T22:00:00Z\","
                + "\"result\":78,\"pendingCount\":%d}},{\"mailboxId\":\"wm_foreign\",\"placementTest\":null}]}";
        vendor.on("POST", latest, 200, result.formatted(3));
        assertThat(vendor.salesforge.warmUp().placements(CLIENT, List.of(SAM)).orElseThrow())
                .isEmpty();
        assertThat(vendor.body("POST", latest)).isEqualTo("{\"mailboxIds\":[\"wm_12\"]}");

        vendor.on("POST", latest, 200, result.formatted(0));
        assertThat(vendor.salesforge.warmUp().placements(CLIENT, List.of(SAM)).orElseThrow())
                .containsExactly(new MailboxWarmUp.Placement(SAM, LocalDate.of(2026, 8, 30), 78));
    }

    @Test // salesforge 4.7: older than 48 h
    void an_old_measurement_counts_as_not_warm() {
        vendor.server.stubFor(
                WireMock.get(WireMock.anyUrl()).willReturn(WireMock.okJson(box(SAM.value(), true, "valid"))));
        MailboxWarmth warmth = vendor.salesforge.warmUp().status(CLIENT, SAM).orElseThrow();
        Instant checked = Instant.parse("2026-08-31T22:00:00Z");
        assertThat(warmth.counts(checked.plus(Duration.ofHours(48)))).isTrue();
        assertThat(warmth.counts(checked.plus(Duration.ofHours(48)).plusSeconds(1)))
                .isFalse();
    }
}
