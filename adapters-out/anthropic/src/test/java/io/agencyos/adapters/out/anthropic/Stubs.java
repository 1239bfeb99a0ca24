package io.agencyos.adapters.out.anthropic;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.adapters.out.vendorhttp.StubServer;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The vendor as stubs, and the adapter in front of it. */
final class Stubs extends StubServer {

    static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    static final String KEY = "sk-ant-test-8f31";
    static final AnthropicAccount ACCOUNT = new AnthropicAccount(new SecretText(KEY));
    static final String MESSAGES = "/v1/messages";

    final Anthropic model;

    Stubs() {
        super(Instant.parse("2026-11-20T10:00:00Z"));
        model = new Anthropic(client -> Optional.of(ACCOUNT), Placing.everywhere(settings()), http, clock);
    }

    AnthropicSettings settings() {
        return AnthropicSettings.live().at(base()).withReadTimeout(Duration.ofMillis(1_500));
    }

    /** One answer after the other; the last stays. */
    void answers(ResponseDefinitionBuilder... answers) {
        String state = Scenario.STARTED;
        for (int i = 0; i < answers.length; i++) {
            String next = i == answers.length - 1 ? state : "after " + (i + 1);
            server.stubFor(WireMock.post(MESSAGES)
                    .inScenario("messages")
                    .whenScenarioStateIs(state)
                    .willReturn(answers[i])
                    .willSetStateTo(next));
            state = next;
        }
    }

    static ResponseDefinitionBuilder says(String text, String stopReason, String usage) {
        return WireMock.aResponse()
                .withBody(
                        "{\"id\":\"msg_1\",\"type\":\"message\",\"model\":\"claude-sonnet-5-5-20260901\",\"stop_reason\":\""
                                + stopReason + "\",\"content\":[{\"type\":\"text\",\"text\":\""
                                + text.replace("\"", "\\\"")
                                + "\"}],\"usage\":{" + usage + "}}");
    }

    static ResponseDefinitionBuilder says(String text) {
        return says(text, "end_turn", "\"input_tokens\":1200,\"output_tokens\":150");
    }

    static ResponseDefinitionBuilder refuses(int status, String type, String message) {
        return WireMock.aResponse()
                .withStatus(status)
                .withBody("{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"" + message
                        + "\"},\"request_id\":\"req_7\"}");
    }
}
