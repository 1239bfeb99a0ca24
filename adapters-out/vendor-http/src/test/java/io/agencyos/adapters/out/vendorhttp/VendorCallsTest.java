package io.agencyos.adapters.out.vendorhttp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorCallsTest {

    private final ManualTime time = new ManualTime();
    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    private VendorHttp http;
    private VendorCalls calls;
    private PlainVendorTest.Things api;

    @BeforeEach
    void start() {
        server.start();
        http = PlainVendorTest.http(time);
        VendorProfile profile = PlainVendorTest.profile(URI.create(server.baseUrl()), new Pacing(5, 10));
        calls = http.calls(profile);
        api = http.api(profile, PlainVendorTest.Things.class);
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop();
    }

    private void answer(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    @Test // outreach check 37, vendors/index 3: keyed by vendor and credential; the lines of an account go silent
    // together
    void whoever_asks_is_told_how_long_the_breaker_of_a_client_s_account_stays_open() {
        VendorProfile profile = PlainVendorTest.profile(URI.create(server.baseUrl()), new Pacing(5, 10));
        ClientId one = new ClientId(UUID.randomUUID());
        ClientId stranger = new ClientId(UUID.randomUUID());
        http.calls(profile, one);
        VendorCalls line = http.line(profile, "+61491570006", new Pacing(5, 10));
        answer(aResponse().withStatus(503));
        for (int i = 0; i < 5; i++) {
            assertThat(http.closedFor(one, "plain")).isEmpty();
            line.write("make", () -> api.make(new PlainVendorTest.Things.Thing("t1")));
        }

        assertThat(http.closedFor(one, "plain")).contains(Duration.ofSeconds(60));
        assertThat(http.closedFor(stranger, "plain")).as("never called").isEmpty();
        time.advance(Duration.ofSeconds(60));
        assertThat(http.closedFor(one, "plain")).as("a probe may go").isEmpty();
    }

    private int requests() {
        return server.countRequestsMatching(anyRequestedFor(anyUrl()).build()).getCount();
    }

    private Result<PlainVendorTest.Things.Thing, VendorFailure> read() {
        return calls.read("thing", () -> api.thing("a/b"));
    }

    private Result<Boolean, VendorFailure> write() {
        return calls.write("make", () -> api.make(new PlainVendorTest.Things.Thing("t")));
    }

    private static VendorFailure failure(Result<?, VendorFailure> result) {
        return ((Result.Err<?, VendorFailure>) result).error();
    }

    @ParameterizedTest(name = "{0} is {1}") // vendors/index 2, table of kinds
    @CsvSource({
        "400,invalid,false",
        "401,unauthorized,false",
        "402,out_of_credits,false",
        "403,unauthorized,false",
        "404,not_found,false",
        "405,invalid,false",
        "408,timeout,true",
        "409,conflict,false",
        "410,not_found,false",
        "411,invalid,false",
        "413,invalid,false",
        "415,invalid,false",
        "418,invalid,false",
        "422,invalid,false",
        "429,rate_limited,false",
        "500,unavailable,true",
        "502,unavailable,true",
        "503,unavailable,true",
        "504,timeout,true",
        "302,unavailable,true"
    })
    void every_status_of_a_write_has_its_kind(int status, String kind, boolean ambiguous) {
        answer(aResponse().withStatus(status).withHeader("Location", "/elsewhere"));
        VendorFailure failure = failure(write());
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.ambiguous()).isEqualTo(ambiguous);
        assertThat(failure.details().status()).contains(status);
        assertThat(requests()).isEqualTo(1);
    }

    @Test // outreach 4.7
    void a_503_that_says_when_to_come_back_was_not_accepted() {
        answer(aResponse().withStatus(503).withHeader("Retry-After", "30"));
        assertThat(failure(write())).isInstanceOfSatisfying(VendorFailure.RateLimited.class, limited -> {
            assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(30));
            assertThat(limited.ambiguous()).isFalse();
        });
    }

    @Test
    void the_vendors_own_words_are_kept_without_persons_and_secrets() {
        answer(aResponse()
                .withStatus(400)
                .withHeader("x-request-id", "req-7")
                .withBody("{\"code\":\"bad_mail\",\"message\":\"sam@x.example is no address, token=abc123 call"
                        + " 0491 570 006\"}"));
        VendorFailure.Details details = failure(write()).details();
        assertThat(details.message()).isEqualTo("<address> is no address, token=*** call <number>");
        assertThat(details.vendorCode()).isEqualTo("bad_mail");
        assertThat(details.requestId()).isEqualTo("req-7");
    }

    @Test // vendors/index 3: waits 0.5–1 s, then 1–2 s
    void repeats_of_a_read_back_off() {
        answer(aResponse().withStatus(500));
        read();
        assertThat(requests()).isEqualTo(3);
        assertThat(time.slept()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test // salesforge 6: a write of a whole state may be repeated
    void a_write_marked_idempotent_is_tried_three_times() {
        answer(aResponse().withStatus(500));
        VendorFailure failure =
                failure(calls.idempotent("make", () -> api.make(new PlainVendorTest.Things.Thing("t"))));
        assertThat(failure.ambiguous()).isTrue();
        assertThat(requests()).isEqualTo(3);
    }

    @Test // vendors/index 3: response size
    void an_answer_above_five_mebibytes_is_unavailable() {
        answer(aResponse().withBody("{\"id\":\"" + String.join("", Collections.nCopies(6 * 1024 * 1024, "x")) + "\"}"));
        VendorHttp patient = PlainVendorTest.http(time);
        VendorProfile slow = new VendorProfile(
                "plain",
                "slow",
                URI.create(server.baseUrl()),
                Map::of,
                Duration.ofSeconds(20),
                Duration.ofSeconds(1),
                Pacing.UNLIMITED,
                FailureDeviations.NONE);
        PlainVendorTest.Things large = patient.api(slow, PlainVendorTest.Things.class);
        assertThat(failure(patient.calls(slow).read("thing", () -> large.thing("t")))
                        .kind())
                .isEqualTo("unavailable");
        patient.close();
    }

    @ParameterizedTest // vendors/index 3: JSON
    @ValueSource(strings = {"", "null", "[]", "<html>"})
    void an_answer_that_is_not_the_value_due_is_unavailable(String body) {
        answer(aResponse().withBody(body));
        assertThat(failure(read()).details().vendorCode()).isEqualTo("CONTRACT");
    }

    @Test // salesforge 2: 5 requests/s per key, burst 10
    void ten_calls_go_at_once_and_the_others_at_five_a_second() {
        answer(aResponse().withBody("{\"id\":\"t\"}"));
        for (int i = 0; i < 13; i++) {
            assertThat(read().isOk()).isTrue();
        }
        assertThat(time.slept()).hasSize(3).containsOnly(Duration.ofMillis(200));
    }

    @Test // vendors/index 3: keyed vendor + credential
    void the_breaker_stops_calls_under_its_credential_only() {
        answer(aResponse().withStatus(500));
        for (int i = 0; i < 5; i++) {
            write();
        }
        assertThat(requests()).isEqualTo(5);
        VendorFailure refused = failure(write());
        assertThat(refused.details().vendorCode()).isEqualTo("BREAKER_OPEN");
        assertThat(refused.ambiguous()).isFalse();
        assertThat(requests()).isEqualTo(5);
        VendorProfile other = new VendorProfile(
                "plain",
                "other",
                URI.create(server.baseUrl()),
                Map::of,
                VendorHttpContract.READ_TIMEOUT,
                Duration.ofSeconds(1),
                Pacing.UNLIMITED,
                FailureDeviations.NONE);
        http.calls(other).write("make", () -> api.make(new PlainVendorTest.Things.Thing("t")));
        assertThat(requests()).isEqualTo(6);
    }

    @Test // unipile 1: breaker key is vendor + seat, besides vendor + credential
    void a_member_of_an_account_that_fails_is_silenced_alone() {
        VendorProfile profile = PlainVendorTest.profile(URI.create(server.baseUrl()), new Pacing(5, 10));
        ClientId client = new ClientId(UUID.randomUUID());
        VendorCalls sick = http.member(profile, client, "one");
        VendorCalls well = http.member(profile, client, "two");
        answer(aResponse().withStatus(500));
        for (int i = 0; i < 5; i++) {
            sick.write("make", () -> api.make(new PlainVendorTest.Things.Thing("t")));
        }
        assertThat(failure(sick.write("make", () -> api.make(new PlainVendorTest.Things.Thing("t"))))
                        .details()
                        .vendorCode())
                .isEqualTo("BREAKER_OPEN");
        assertThat(requests()).isEqualTo(5);
        assertThat(http.closedFor(client, "plain")).as("the account answers").isEmpty();
        assertThat(http.closedFor(client, "plain", "one")).contains(Duration.ofSeconds(60));
        assertThat(http.closedFor(client, "plain", "two")).isEmpty();

        answer(aResponse().withBody("{\"id\":\"t\"}"));
        assertThat(well.read("thing", () -> api.thing("t"))).isInstanceOf(Result.Ok.class);
        assertThat(calls.read("thing", () -> api.thing("t"))).isInstanceOf(Result.Ok.class);
        time.advance(Duration.ofSeconds(60));
        assertThat(sick.read("thing", () -> api.thing("t"))).isInstanceOf(Result.Ok.class);
        assertThat(http.closedFor(client, "plain", "one")).isEmpty();
    }

    @Test // vendors/index 3: whoever cannot be reached cannot be reached by anybody
    void where_the_vendor_cannot_be_reached_all_members_are_silent() {
        VendorProfile profile = PlainVendorTest.profile(URI.create(server.baseUrl()), new Pacing(5, 10));
        ClientId client = new ClientId(UUID.randomUUID());
        VendorCalls one = http.member(profile, client, "one");
        http.member(profile, client, "two");
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        for (int i = 0; i < 5; i++) {
            one.write("make", () -> api.make(new PlainVendorTest.Things.Thing("t")));
        }
        assertThat(http.closedFor(client, "plain", "two")).contains(Duration.ofSeconds(60));
    }

    @Test // flows 1.3: outstanding calls of one client under an account that several share
    void whoever_has_its_share_of_calls_under_way_is_asked_to_come_again_and_others_are_not() {
        answer(aResponse().withBody("{\"id\":\"t\"}"));
        VendorProfile shared = PlainVendorTest.profile(URI.create(server.baseUrl()), new Pacing(5, 1));
        VendorHttp door = PlainVendorTest.http(time);
        VendorCalls one = door.calls(shared, new ClientId(new UUID(0, 1)));
        VendorCalls two = door.calls(shared, new ClientId(new UUID(0, 2)));
        two.read("thing", () -> api.thing("t"));

        Result<Boolean, VendorFailure> held = one.write("held", () -> {
            assertThat(failure(one.write("more", () -> api.make(new PlainVendorTest.Things.Thing("t")))))
                    .isInstanceOf(VendorFailure.RateLimited.class);
            assertThat(two.write("others", () -> api.make(new PlainVendorTest.Things.Thing("t"))))
                    .isInstanceOf(Result.Ok.class);
        });

        assertThat(held).isInstanceOf(Result.Ok.class);
        assertThat(one.write("after", () -> api.make(new PlainVendorTest.Things.Thing("t"))))
                .isInstanceOf(Result.Ok.class);
        assertThat(requests()).isEqualTo(3);
        door.close();
    }

    @Test // flows 1.9: per-vendor bucket level
    void what_may_still_be_asked_is_told_by_credential() {
        answer(aResponse().withBody("{\"id\":\"t\"}"));
        read();
        read();
        assertThat(http.levels())
                .containsExactly(new VendorHttp.Level("plain/main", new BigDecimal("8.00"), new Pacing(5, 10)));
        time.sleep(Duration.ofMillis(100));
        assertThat(http.levels().getFirst().tokens()).isEqualByComparingTo("8.5");
        time.sleep(Duration.ofSeconds(9));
        assertThat(http.levels().getFirst().tokens()).isEqualByComparingTo("10");
    }

    @Test // outreach 4.3 V: total client time-out
    void a_budget_ends_the_repeats_and_cuts_the_waits() {
        answer(aResponse().withStatus(500));
        CallBudget.within(Duration.ofMillis(900), time, this::read);
        assertThat(requests()).as("0.5 s fit, 1 s more does not").isEqualTo(2);
    }

    @Test
    void a_name_in_a_path_is_escaped() {
        answer(aResponse().withBody("{\"id\":\"t\"}"));
        read();
        assertThat(server.getAllServeEvents().getFirst().getRequest().getUrl()).isEqualTo("/things/a%2Fb");
    }
}
