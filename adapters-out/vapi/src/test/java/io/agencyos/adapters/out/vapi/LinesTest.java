package io.agencyos.adapters.out.vapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.VoiceCommand;
import io.agencyos.application.outreach.channel.VoiceLines;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** vapi 9, 12 row 28: numbers that calls are made from. */
class LinesTest {

    private static final PhoneNumber OURS = new PhoneNumber("+61255500110");
    private static final String NUMBERS = "/phone-number";
    private static final String LIST = "[{\"id\":\"pn_9\",\"number\":\"+61255500111\"},"
            + "{\"id\":\"pn_3f\",\"provider\":\"twilio\",\"number\":\"+61255500110\",\"status\":\"active\",\"new\":1}]";
    private static final VoiceLines.Carrier CARRIER =
            new VoiceLines.Carrier("twilio", "AC123", new SecretText("carrier-token-77"));

    private final Stubs vendor = new Stubs();
    private final VoiceLines lines = vendor.vapi.lines();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private static VoiceCommand from(String line) {
        VoiceCommand call = Stubs.call();
        return new VoiceCommand(
                call.clientId(),
                call.touchId(),
                call.idempotencyKey(),
                line,
                call.to(),
                call.toName(),
                call.assistantRef(),
                call.facts());
    }

    @Test // row 28
    void a_number_is_brought_with_the_carriers_key_which_is_not_kept() {
        vendor.on("POST", NUMBERS, aResponse().withStatus(201).withBody("{\"id\":\"pn_3f\",\"status\":\"active\"}"));
        assertThat(lines.bring(Stubs.CLIENT, OURS, CARRIER).orElseThrow()).isEqualTo("pn_3f");
        assertThat(vendor.asked("POST", NUMBERS).getFirst().getBodyAsString())
                .contains(
                        "\"provider\":\"twilio\"",
                        "\"number\":\"+61255500110\"",
                        "\"twilioAccountSid\":\"AC123\"",
                        "\"twilioAuthToken\":\"carrier-token-77\"",
                        "\"smsEnabled\":false")
                .doesNotContain("server");
        assertThat(lines.line(Stubs.CLIENT, OURS).orElseThrow()).isEqualTo("pn_3f");
        assertThat(vendor.asked("GET", NUMBERS)).as("remembered").isEmpty();
        assertThat(CARRIER.toString()).doesNotContain("carrier-token-77");
    }

    @Test // vapi 9: who is asked what to say when somebody calls the number
    void a_number_is_brought_with_the_address_that_hears_of_its_calls() {
        vendor.on("POST", NUMBERS, aResponse().withStatus(201).withBody("{\"id\":\"pn_3f\",\"status\":\"active\"}"));
        vendor.vapi
                .connector()
                .registerHooks(Stubs.STORED, id -> URI.create("https://app.agency.example/hooks/" + id), () -> "h1");
        lines.bring(Stubs.CLIENT, OURS, CARRIER).orElseThrow();
        assertThat(vendor.asked("POST", NUMBERS).getFirst().getBodyAsString())
                .contains("\"server\":{\"url\":\"https://app.agency.example/hooks/h1\"");
    }

    @ParameterizedTest // row 28: the status is not documented
    @CsvSource({"409, Conflict", "400, number already exists"})
    void a_number_that_is_there_already_is_found_in_the_list(int status, String message) {
        vendor.on("POST", NUMBERS, aResponse().withStatus(status).withBody("{\"message\":\"" + message + "\"}"));
        vendor.on("GET", NUMBERS, LIST);
        assertThat(lines.bring(Stubs.CLIENT, OURS, CARRIER).orElseThrow()).isEqualTo("pn_3f");
    }

    @Test // outreach 10.3: the call names its number; vapi 9: found in the list once
    void a_call_that_names_its_number_finds_the_line_by_it_and_remembers_it() {
        vendor.on("GET", NUMBERS, LIST);
        vendor.on("POST", "/call", aResponse().withStatus(201).withBody("{\"id\":\"c1\"}"));
        for (int call = 0; call < 2; call++) {
            assertThat(vendor.vapi.caller().send(from(OURS.e164()))).isEqualTo(new SendOutcome.Accepted("c1"));
        }
        assertThat(vendor.asked("POST", "/call").getFirst().getBodyAsString()).contains("\"phoneNumberId\":\"pn_3f\"");
        assertThat(vendor.asked("GET", NUMBERS)).hasSize(1);
    }

    @Test // vapi 9: the caller id must be a number that the tenant has there
    void nobody_is_called_from_a_number_that_the_vendor_does_not_have() {
        vendor.on("GET", NUMBERS, "[]");
        assertThat(vendor.vapi.caller().send(from(OURS.e164())))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        outcome -> assertThat(outcome.failure()).isInstanceOf(VendorFailure.Invalid.class));
        assertThat(vendor.asked("POST", "/call")).isEmpty();
    }

    @Test
    void a_list_that_cannot_be_read_calls_nobody_and_proves_it() {
        vendor.on("GET", NUMBERS, aResponse().withStatus(500));
        assertThat(vendor.vapi.caller().send(from(OURS.e164()))).isInstanceOf(SendOutcome.NotAccepted.class);
        assertThat(vendor.asked("POST", "/call")).isEmpty();
    }
}
