package io.agencyos.adapters.in.rest.api;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the document's schemas say of members. */
record Described(JsonNode document) {

    /** The member's schema, a dot leading into it; a list is looked into by its items. */
    JsonNode member(JsonNode schema, String path) {
        JsonNode now = schema;
        for (String step : path.split("\\.")) {
            now = alternatives(now)
                    .map(one -> one.path("properties").path(step))
                    .filter(one -> !one.isMissingNode())
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        }
        return now;
    }

    /** The words that a member knows; empty where it knows any. */
    Set<String> words(JsonNode schema) {
        Set<String> words = new TreeSet<>();
        alternatives(schema)
                .flatMap(one -> one.path("enum").valueStream())
                .filter(JsonNode::isString)
                .forEach(word -> words.add(word.stringValue()));
        return words;
    }

    /** The schema, what it refers to, what it may be, and what it is a list of. */
    private Stream<JsonNode> alternatives(JsonNode schema) {
        Stream<JsonNode> deeper = Stream.of("anyOf", "allOf", "oneOf")
                .flatMap(one -> schema.path(one).valueStream());
        if (schema.has("$ref")) {
            deeper = Stream.concat(
                    deeper,
                    Stream.of(document.at(schema.path("$ref").stringValue().substring(1))));
        }
        if (schema.has("items")) {
            deeper = Stream.concat(deeper, Stream.of(schema.path("items")));
        }
        return Stream.concat(Stream.of(schema), deeper.flatMap(this::alternatives));
    }
}
