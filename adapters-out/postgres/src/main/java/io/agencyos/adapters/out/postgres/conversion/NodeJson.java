package io.agencyos.adapters.out.postgres.conversion;

import io.agencyos.adapters.out.postgres.kernel.Json;
import io.agencyos.domain.conversion.pattern.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pattern documents as jsonb; a number keeps the decimals that it was rounded to. */
final class NodeJson {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private NodeJson() {}

    static Json json(Node document) {
        return new Json(document.canonical());
    }

    static Node.Members document(String json) {
        return members(EXACT.readTree(json));
    }

    private static Node.Members members(JsonNode json) {
        Map<String, Node> byName = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : json.properties()) {
            byName.put(each.getKey(), node(each.getValue()));
        }
        return new Node.Members(byName);
    }

    private static Node node(JsonNode json) {
        if (json.isObject()) {
            return members(json);
        }
        if (json.isArray()) {
            List<Node> all = new ArrayList<>();
            json.forEach(each -> all.add(node(each)));
            return new Node.Items(all);
        }
        if (json.isNumber()) {
            return new Node.Figure(json.decimalValue());
        }
        if (json.isBoolean()) {
            return new Node.Truth(json.booleanValue());
        }
        return json.isNull() ? new Node.Nothing() : new Node.Text(json.stringValue());
    }
}
