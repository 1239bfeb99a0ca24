package io.agencyos.adapters.out.vapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.conversation.inbox.LiveAnswer;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who answers when somebody calls one of our numbers: an assistant of that one call, stored nowhere. Source: vapi 6, outreach 10.5. */
final class InboundAssistant {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final Ways<VapiAccount, Connection> ways;
    private final Assistants assistants;

    InboundAssistant(Ways<VapiAccount, Connection> ways, Assistants assistants) {
        this.ways = ways;
        this.assistants = assistants;
    }

    Map<String, Object> talking(ClientId client, LiveAnswer.Talks talks) {
        return switch (ways.of(client, "inbound call")) {
            case Result.Ok<Connection, VendorFailure>(Connection connection) ->
                Map.of("assistant", JSON.convertValue(assistants.inbound(connection, talks), TREE));
            case Result.Err<Connection, VendorFailure> gone -> Map.of("error", "Sorry, we cannot take your call.");
        };
    }
}
