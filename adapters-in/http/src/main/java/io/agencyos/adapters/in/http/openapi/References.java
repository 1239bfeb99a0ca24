package io.agencyos.adapters.in.http.openapi;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document's references, made good to read and to generate a client from: by the names that schemas are called by; what
 * may be null says so where it stands, and a mere map stands where it is used, so that neither is a type of its own.
 */
final class References {

    private static final String REF = "$ref";
    private static final String TO = "#/components/schemas/";
    private static final String NULLABLE = "-nullable";
    private static final Pattern MAP = Pattern.compile("Map(Input)?-\\d+");

    private final SchemaNames names;
    private final ObjectNode definitions;

    /** @param definitions every schema by its provisional name */
    References(SchemaNames names, ObjectNode definitions) {
        this.names = names;
        this.definitions = definitions;
    }

    /** The schemas that stay, by the names that they are called by, in the order of these. */
    Map<String, JsonNode> schemas() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : definitions.properties()) {
            String name = each.getKey();
            if (!name.endsWith(NULLABLE) && !MAP.matcher(name).matches()) {
                settle(each.getValue());
                schemas.put(names.called(name), each.getValue());
            }
        }
        return schemas;
    }

    /** Settles every reference below a node. */
    void settle(JsonNode node) {
        switch (node) {
            case ObjectNode object when object.path(REF).isString() -> refer(object);
            case ObjectNode object -> object.values().forEach(this::settle);
            case ArrayNode array -> array.values().forEach(this::settle);
            default -> {}
        }
    }

    private void refer(ObjectNode object) {
        String name = object.path(REF).stringValue().substring(TO.length());
        boolean nullable = name.endsWith(NULLABLE);
        String type = nullable ? name.substring(0, name.length() - NULLABLE.length()) : name;
        object.remove(REF);
        ObjectNode wanted = nullable ? object.putArray("anyOf").addObject() : object;
        if (MAP.matcher(type).matches()) {
            JsonNode map = definitions.path(type).deepCopy();
            settle(map);
            wanted.setAll((ObjectNode) map);
        } else {
            wanted.put(REF, TO + names.called(type));
        }
        if (nullable) {
            object.withArray("anyOf").addObject().put("type", "null");
        }
    }
}
