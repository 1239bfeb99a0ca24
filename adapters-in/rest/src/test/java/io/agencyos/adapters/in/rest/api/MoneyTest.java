package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Money in the document. Source: api 1.1. */
class MoneyTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);

    private final JsonNode document = API.checks().document();

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // api 1.1: integer *_cents, always AUD; responses that carry money also carry currency
    void every_answer_that_carries_money_says_in_which_currency_and_counts_whole_cents() {
        Set<String> bare = new TreeSet<>();
        Set<String> amounts = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operation
                                .getValue()
                                .path("responses")
                                .properties()
                                .forEach(response -> response.getValue().path("content").properties().stream()
                                        .filter(content -> !content.getKey().contains("problem"))
                                        .forEach(content -> walk(
                                                operation.getKey() + " " + path.getKey(),
                                                content.getValue().path("schema"),
                                                false,
                                                new HashSet<>(),
                                                bare,
                                                amounts)))));

        assertThat(bare).isEmpty();
        assertThat(amounts)
                .hasSizeGreaterThan(20)
                .allSatisfy(amount -> assertThat(amount).as("whole cents").endsWith(" integer"));
    }

    /** @param told whether what is around it names the currency */
    private void walk(
            String where, JsonNode schema, boolean told, Set<String> seen, Set<String> bare, Set<String> amounts) {
        for (JsonNode one : alternatives(schema)) {
            String name = one.path("$ref").asString("");
            if (!name.isEmpty()) {
                Set<String> deeper = new HashSet<>(seen);
                if (deeper.add(name + told)) {
                    walk(where, document.at(name.substring(1)), told, deeper, bare, amounts);
                }
                continue;
            }
            JsonNode members = one.path("properties");
            boolean tells = told || members.has("currency");
            members.properties().forEach(member -> {
                if (member.getKey().endsWith("_cents")) {
                    amounts.add(where + " " + member.getKey() + " " + type(member.getValue()));
                    if (!tells) {
                        bare.add(where + " " + member.getKey());
                    }
                }
                walk(where, member.getValue(), tells, seen, bare, amounts);
            });
            walk(where, one.path("items"), tells, seen, bare, amounts);
            walk(where, one.path("additionalProperties"), tells, seen, bare, amounts);
        }
    }

    private static List<JsonNode> alternatives(JsonNode schema) {
        List<JsonNode> all = new ArrayList<>();
        if (schema.isObject()) {
            all.add(schema);
            for (String word : List.of("anyOf", "oneOf", "allOf")) {
                schema.path(word).values().forEach(all::add);
            }
        }
        return all;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.values().stream()
                        .map(JsonNode::asString)
                        .filter(word -> !word.equals("null"))
                        .findFirst()
                        .orElse("")
                : type.asString("");
    }
}
