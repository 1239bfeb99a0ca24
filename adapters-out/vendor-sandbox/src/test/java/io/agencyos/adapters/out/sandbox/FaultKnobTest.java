package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.adapters.out.sandbox.faults.FaultKind;
import io.agencyos.adapters.out.sandbox.faults.FaultRule;
import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every knob that strikes requests, before and after the vendor took them (salesforge.md 7 and 12). */
class FaultKnobTest extends SandboxTest {

    private static final String ENROL = "PUT .*/sequences/[^/]+/contacts$";

    private VendorSandbox sandbox;
    private Agency agency;
    private String carrier;
    private String contact;

    @BeforeEach
    void ready() throws IOException {
        sandbox = sandbox();
        agency = new Agency(sandbox.baseUrl());
        carrier = agency.carrier(1);
        contact = agency.contact("priya@harbourlane.example");
    }

    private boolean enrolled() throws IOException {
        return !agency.states(contact).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403, 409, 422, 429, 500, 503})
    void a_status_strikes_once_and_takes_nothing(int status) throws IOException {
        sandbox.setFaults(FaultRule.next(1, FaultKind.STATUS, ENROL).answering(status));
        assertThat(agency.enrol(carrier, contact).status()).isEqualTo(status);
        assertThat(enrolled()).isFalse();
        assertThat(agency.enrol(carrier, contact).status()).isEqualTo(204);
        assertThat(enrolled()).isTrue();
    }

    @Test
    void a_429_says_when_to_come_back_only_where_that_is_set() throws IOException {
        sandbox.setFaults(
                FaultRule.next(1, FaultKind.STATUS, "GET .*/me").answering(429).retryAfter(9),
                FaultRule.next(1, FaultKind.STATUS, "GET .*/dnc").answering(429));
        assertThat(agency.wire.get(Agency.CORE + "/me").headers()).containsEntry("Retry-After", "9");
        assertThat(agency.wire.get(agency.ws + "/dnc").headers()).doesNotContainKey("Retry-After");
    }

    @Test
    void a_5xx_after_accept_took_the_request_all_the_same() throws IOException {
        sandbox.setFaults(FaultRule.next(1, FaultKind.STATUS_AFTER, ENROL).answering(502));
        assertThat(agency.enrol(carrier, contact).status()).isEqualTo(502);
        assertThat(enrolled()).isTrue();
    }

    @Test
    void a_connection_drops_before_or_after_accept() throws IOException {
        sandbox.setFaults(FaultRule.next(1, FaultKind.DROP_BEFORE, ENROL));
        assertThatThrownBy(() -> agency.enrol(carrier, contact)).isInstanceOf(IOException.class);
        assertThat(enrolled()).isFalse();
        sandbox.setFaults(FaultRule.next(1, FaultKind.DROP_AFTER, ENROL));
        assertThatThrownBy(() -> agency.enrol(carrier, contact)).isInstanceOf(IOException.class);
        assertThat(enrolled()).isTrue();
    }

    @Test
    void an_answer_hangs_before_or_after_accept() throws IOException {
        String path = agency.ws + "/sequences/" + carrier + "/contacts";
        Wire hasty = agency.wire.patientFor(Duration.ofMillis(300));
        sandbox.setFaults(FaultRule.next(1, FaultKind.HANG_BEFORE, ENROL));
        assertThatThrownBy(() -> hasty.put(path, "contactIds", List.of(contact)))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(enrolled()).isFalse();
        sandbox.setFaults(FaultRule.next(1, FaultKind.HANG_AFTER, ENROL));
        assertThatThrownBy(() -> hasty.put(path, "contactIds", List.of(contact)))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(enrolled()).isTrue();
    }

    @Test
    void a_slow_answer_still_comes() throws IOException {
        sandbox.setFaults(FaultRule.next(1, FaultKind.LATENCY, "GET .*/me").delay(400));
        assertThatThrownBy(() -> agency.wire.patientFor(Duration.ofMillis(100)).get(Agency.CORE + "/me"))
                .isInstanceOf(HttpTimeoutException.class);
        sandbox.setFaults(FaultRule.next(1, FaultKind.LATENCY, "GET .*/me").delay(50));
        assertThat(agency.wire.get(Agency.CORE + "/me").status()).isEqualTo(200);
    }

    @Test // index 7, common case (f)
    void a_2xx_may_come_with_half_a_body() throws IOException {
        sandbox.setFaults(FaultRule.next(1, FaultKind.TRUNCATE, "GET .*/me"));
        Wire.Answer half = agency.wire.get(Agency.CORE + "/me");
        assertThat(half.status()).isEqualTo(200);
        assertThatThrownBy(half::body).hasMessage("invalid JSON");
    }

    @Test
    void knobs_are_set_read_and_reset_over_http() throws IOException {
        Agency.done(agency.wire.put(
                "/_sandbox/faults",
                "rules",
                List.of(Json.object("kind", "status", "pattern", "GET .*/me", "next", 2, "status", 503))));
        assertThat(agency.wire.get(Agency.CORE + "/me").status()).isEqualTo(503);
        Body rule = agency.wire.get("/_sandbox/faults").body().bodies("rules").getFirst();
        assertThat(rule.number("left")).hasValue(1);
        assertThat(rule.number("struck")).hasValue(1);
        Agency.done(agency.wire.delete("/_sandbox/faults"));
        assertThat(agency.wire.get(Agency.CORE + "/me").status()).isEqualTo(200);
        assertThat(agency.wire
                        .put("/_sandbox/faults", "rules", List.of(Json.object("kind", "gremlins")))
                        .status())
                .isEqualTo(400);
        assertThat(agency.wire
                        .put("/_sandbox/faults", "rules", List.of(Json.object("kind", "status", "pattern", "(")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void odds_strike_the_same_occasions_for_the_same_seed() throws IOException {
        List<List<Integer>> histories = new ArrayList<>();
        for (int world = 0; world < 2; world++) {
            VendorSandbox one = sandbox(SandboxSettings.defaults().withPeople(1));
            one.setFaults(FaultRule.odds(400_000, FaultKind.STATUS, "GET .*/me"));
            List<Integer> statuses = new ArrayList<>();
            for (int call = 0; call < 40; call++) {
                statuses.add(new Wire(one.baseUrl()).get(Agency.CORE + "/me").status());
            }
            histories.add(statuses);
        }
        assertThat(histories.get(0)).isEqualTo(histories.get(1)).contains(200, 503);
    }
}
