package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.platform.vendor.VendorConnector.MadeHook;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One endpoint for everything, which signs with a secret of the vendor's. Source: unipile 5, 10. */
final class SecondHooks implements Hooks {

    private static final String OURS = "aos-events";
    private static final List<String> EVENTS = List.of(
            "message.new",
            "relation.request.accept",
            "account.add",
            "account.reconnect",
            "account.remove",
            "account.status.running",
            "account.status.disconnected",
            "account.status.errored",
            "account.status.paused");

    private static final int MOST_PAGES = 10;

    private final UnipileSecondApi api;

    SecondHooks(UnipileSecondApi api) {
        this.api = api;
    }

    @Override
    public Result<List<MadeHook>, VendorFailure> make(
            Connection connection, Function<String, URI> addressOfHookId, Supplier<String> newHookId) {
        String hookId = newHookId.get();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("url", addressOfHookId.apply(hookId).toString());
        body.put("trigger_events", EVENTS);
        body.put("description", OURS);
        return connection
                .calls()
                .write("create webhook", () -> api.addEndpoint(body))
                .flatMap(answer -> made(hookId, answer)
                        .<Result<List<MadeHook>, VendorFailure>>map(hook -> Result.ok(List.of(hook)))
                        .orElseGet(() -> Result.err(
                                Failures.contract("create webhook", "an endpoint without an id or a secret"))));
    }

    private static Optional<MadeHook> made(String hookId, JsonNode answer) {
        return Fields.text(answer, "id")
                .flatMap(id -> Fields.text(answer, "secret")
                        .map(secret -> new MadeHook(id, hookId, new SecretText(secret), OURS)));
    }

    @Override
    public Result<List<Standing>, VendorFailure> ours(Connection connection) {
        return connection
                .all("webhooks", MOST_PAGES, cursor -> asList(api.endpoints(cursor)))
                .map(endpoints -> endpoints.stream()
                        .filter(one -> Fields.text(one, "description")
                                .filter(OURS::equals)
                                .isPresent())
                        .flatMap(one -> Fields.text(one, "id")
                                .map(id -> new Standing(id, Hooks.address(one, "url"), Optional.empty()))
                                .stream())
                        .toList());
    }

    private static JsonNode asList(JsonNode answer) {
        ObjectNode list = JsonMapper.shared().createObjectNode();
        if (answer.path("data").isArray()) {
            ArrayNode items = list.putArray("items");
            Fields.items(answer.path("data")).forEach(items::add);
        }
        Fields.text(answer, "next_cursor").ifPresent(cursor -> list.put("cursor", cursor));
        return list;
    }

    @Override
    public void removeWebhook(String id) {
        api.removeWebhook(id);
    }
}
