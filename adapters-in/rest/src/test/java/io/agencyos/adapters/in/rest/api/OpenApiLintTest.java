package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.agencyos.adapters.in.http.openapi.OpenApi;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document as a linter sees it. Source: api 1.9, issue 6 section 1. */
class OpenApiLintTest {

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");
    private static final Pattern HOLDER = Pattern.compile("Routes|Json|Bodies|Shown|Views?$|nullable|-\\d+");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final ObjectNode document = API.checks().document();

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void it_is_an_openapi_3_1_document() throws IOException {
        assertThat(faults(document)).isEmpty();

        ObjectNode broken = document.deepCopy();
        broken.withObject("/paths/~1api~1v1~1me/get").put("parameters", "none");
        assertThat(faults(broken)).as("a fault is found").isNotEmpty();
    }

    private static List<String> faults(JsonNode document) throws IOException {
        try (InputStream published = OpenApiLintTest.class.getResourceAsStream("openapi-3.1.json")) {
            JsonNode schema = JsonMapper.shared().readTree(Objects.requireNonNull(published));
            return REGISTRY.getSchema(schema).validate(document).stream()
                    .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                    .toList();
        }
    }

    @Test // the linter's tag-description
    void every_group_of_routes_says_what_it_is_about() {
        assertThat(document.path("tags"))
                .hasSizeGreaterThan(30)
                .allSatisfy(tag -> assertThat(tag.path("description").asString(""))
                        .as(tag.path("name").asString())
                        .endsWith("."));
    }

    @Test
    void every_schema_is_a_json_schema() {
        var dialect = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        List<String> faults = new ArrayList<>();
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(named -> dialect.validate(named.getValue())
                        .forEach(error ->
                                faults.add(named.getKey() + error.getInstanceLocation() + " " + error.getMessage())));

        assertThat(faults).isEmpty();
        assertThat(dialect.validate(JsonMapper.shared().createObjectNode().put("type", "word")))
                .as("a fault is found")
                .isNotEmpty();
    }

    @Test
    void every_schema_and_every_member_says_what_it_means() {
        assertThat(silent(document)).isEmpty();

        ObjectNode broken = document.deepCopy();
        broken.withObject("/components/schemas/Campaign").remove("description");
        broken.withObject("/components/schemas/Campaign/properties/status").remove("description");
        broken.withObject("/components/schemas/Campaign/properties/pause_reason")
                .put("description", "The pause reason.");
        assertThat(silent(broken))
                .as("silence and mere repetition are found")
                .containsExactly("Campaign", "Campaign.status", "Campaign.pause_reason");
    }

    @Test
    void nothing_is_said_of_null_where_there_is_none() {
        assertThat(nullLess(document)).isEmpty();

        ObjectNode broken = document.deepCopy();
        broken.withObject("/components/schemas/Campaign/properties/name")
                .put("description", "A name; null without one.");
        assertThat(nullLess(broken)).containsExactly("Campaign.name");
    }

    /** Members that are always there and yet say what null means. */
    private static List<String> nullLess(JsonNode document) {
        List<String> found = new ArrayList<>();
        schemas(document)
                .properties()
                .forEach(schema -> schema.getValue().path("properties").properties().stream()
                        .filter(member -> meaning(member.getValue()).contains("; null "))
                        .filter(member -> !member.getValue().toString().contains("\"null\""))
                        .forEach(member -> found.add(schema.getKey() + "." + member.getKey())));
        return found;
    }

    private static List<String> silent(JsonNode document) {
        List<String> silent = new ArrayList<>();
        schemas(document).properties().forEach(schema -> {
            if (!saysMore(schema.getKey(), meaning(schema.getValue()))) {
                silent.add(schema.getKey());
            }
            schema.getValue().path("properties").properties().forEach(member -> {
                if (!saysMore(member.getKey(), meaning(document, member.getValue()))) {
                    silent.add(schema.getKey() + "." + member.getKey());
                }
            });
        });
        return silent;
    }

    /** A sentence that is not the name once more, nor only says when there is nothing. */
    private static boolean saysMore(String name, String said) {
        String repeated = "The " + name.replace('_', ' ') + ".";
        return said.endsWith(".") && !said.startsWith("Null ") && !said.equalsIgnoreCase(repeated);
    }

    /** A member that says nothing of its own means what its schema says. */
    private static String meaning(JsonNode document, JsonNode member) {
        String own = meaning(member);
        if (!own.isEmpty()) {
            return own;
        }
        return Stream.of(member, member.at("/anyOf/0"), member.at("/allOf/0"))
                .filter(part -> part.has("$ref"))
                .map(part -> meaning(document.at(part.path("$ref").stringValue().substring(1))))
                .findFirst()
                .orElse("");
    }

    private static String meaning(JsonNode described) {
        return Stream.concat(Stream.of(described), described.path("allOf").valueStream())
                .map(part -> part.path("description").asString(""))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static JsonNode schemas(JsonNode document) {
        return document.path("components").path("schemas");
    }

    @Test
    void no_schema_is_called_after_the_class_that_holds_it() {
        assertThat(schemas(document).propertyNames()).noneMatch(OpenApiLintTest::isCalledAfterItsHolder);
        assertThat(List.of(
                        "PostJsonHouse", "HouseShown", "StatusView", "MapInput-2", "Lead-nullable", "DealBodiesEdit"))
                .as("a fault is found")
                .allMatch(OpenApiLintTest::isCalledAfterItsHolder);
    }

    private static boolean isCalledAfterItsHolder(String schema) {
        return HOLDER.matcher(schema).find();
    }

    @Test
    void what_members_mean_everywhere_is_said_of_members_that_there_are() throws IOException {
        Properties shared = new Properties();
        try (InputStream words = OpenApi.class.getResourceAsStream("members.properties")) {
            shared.load(new InputStreamReader(Objects.requireNonNull(words), StandardCharsets.UTF_8));
        }
        assertThat(shared).hasSizeGreaterThan(400);
        assertThat(unused(shared)).isEmpty();

        shared.setProperty("nobody", "Said of nothing.");
        assertThat(unused(shared)).as("a fault is found").containsExactly("nobody");
    }

    /** Names of which no member takes its meaning. */
    private Set<String> unused(Properties shared) {
        Set<String> unused = new TreeSet<>(shared.stringPropertyNames());
        schemas(document)
                .forEach(schema -> schema.path("properties").properties().forEach(member -> {
                    if (meaning(member.getValue()).equals(shared.getProperty(member.getKey()))) {
                        unused.remove(member.getKey());
                    }
                }));
        return unused;
    }

    @Test
    void every_parameter_says_what_it_names() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .forEach(operation -> assertThat(operation.path("parameters"))
                                .allSatisfy(parameter -> assertThat(meaning(parameter))
                                        .as(path.getKey() + " " + parameter.path("name"))
                                        .endsWith("."))));
    }

    @Test
    void every_reference_leads_somewhere_and_every_schema_is_referred_to() {
        Set<String> meant = new TreeSet<>();
        document.findValuesAsString("$ref").forEach(meant::add);

        assertThat(meant).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
        assertThat(document.path("components").path("schemas").propertyNames())
                .allSatisfy(name -> assertThat(meant).contains("#/components/schemas/" + name));
    }

    @Test
    void every_parameter_of_an_address_is_declared_and_every_operation_is_described() {
        document.path("paths").properties().forEach(path -> {
            List<String> wanted = PARAMETER
                    .matcher(path.getKey())
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .sorted()
                    .toList();
            path.getValue().properties().forEach(operation -> {
                String which = operation.getKey() + " " + path.getKey();
                List<String> declared = operation
                        .getValue()
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.path("in").stringValue().equals("path"))
                        .map(parameter -> parameter.path("name").stringValue())
                        .sorted()
                        .toList();
                assertThat(declared).as(which).isEqualTo(wanted);
                assertThat(operation.getValue().path("summary").stringValue())
                        .as(which)
                        .isNotBlank();
                assertThat(meaning(operation.getValue()))
                        .as(which + " says who may call it")
                        .endsWith(".");
            });
        });
    }

    @Test
    void it_says_where_the_api_is() {
        assertThat(document.at("/servers/0/url").stringValue()).isEqualTo("/");
    }
}
