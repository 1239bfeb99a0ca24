package io.agencyos.adapters.in.http.testing;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.agencyos.adapters.in.http.route.DetailCode;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.server.ApiServer;
import io.agencyos.domain.shared.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds what the API really answers against what its document says. */
public final class OpenApiChecks {

    private static final int NOT_MODIFIED = 304;
    private static final Map<Served, OpenApiChecks> KNOWN = new ConcurrentHashMap<>();

    private final ObjectNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private final List<Template> templates;

    private record Served(List<String> groups, List<String> routes) {}

    private record Template(String path, List<String> segments) {}

    /** Of the same routes the same document, whichever world they serve: it is made once for the tests of a run. */
    static OpenApiChecks of(ApiServer api, List<RouteGroup> groups) {
        // what a test declares by itself may be other routes under the same name
        boolean ofTheProduct = groups.stream()
                .map(Object::getClass)
                .noneMatch(type -> type.isHidden() || type.isAnonymousClass() || type.isLocalClass());
        if (!ofTheProduct) {
            return new OpenApiChecks(api.document());
        }
        return known(
                api, groups.stream().map(group -> group.getClass().getName()).toList());
    }

    /** Of the whole product, as it is wired, whatever it stands on. */
    public static OpenApiChecks ofTheProduct(ApiServer api) {
        return known(api, List.of());
    }

    private static OpenApiChecks known(ApiServer api, List<String> groups) {
        List<String> routes = api.routes().stream()
                .map(route -> route.method() + " " + route.path())
                .toList();
        return KNOWN.computeIfAbsent(new Served(groups, routes), first -> new OpenApiChecks(api.document()));
    }

    public OpenApiChecks(ObjectNode document) {
        this.document = document;
        templates = document.path("paths").propertyNames().stream()
                .sorted(Comparator.comparing(path -> path.replaceAll("\\{[^}]*}", "~")))
                .map(path -> new Template(path, List.of(path.split("/", -1))))
                .toList();
    }

    public ObjectNode document() {
        return document;
    }

    /** What is wrong with an answer; nothing where the document has no such operation, which 404 and 405 tell of. */
    public List<String> faults(String method, String path, int status, String mediaType, JsonNode body) {
        String template = template(path);
        JsonNode operation = document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode() || status == NOT_MODIFIED) {
            return List.of();
        }
        JsonNode response = operation.path("responses").path(Integer.toString(status));
        String name = method + " " + template + " " + status;
        if (response.isMissingNode()) {
            return List.of(name + " is not in the document");
        }
        JsonNode content = response.path("content");
        String media = mediaType.split(";", 2)[0];
        if (content.isMissingNode() || content.isEmpty()) {
            return media.isEmpty() ? List.of() : List.of(name + " has a body that is not in the document");
        }
        if (content.path(media).isMissingNode()) {
            return List.of(name + " is " + media + ", which is not in the document");
        }
        List<String> faults = new ArrayList<>();
        if (body.isObject()) {
            faults.addAll(violations(name + " " + media, content.path(media).path("schema"), body));
            String code = body.path("code").asString("");
            if (media.endsWith("problem+json")
                    && operation.path("x-problems").values().stream()
                            .noneMatch(known -> known.stringValue().equals(code))) {
                faults.add("the problem " + code + " is not declared");
            }
            if (media.endsWith("problem+json")) {
                Stream.of("errors", "reasons")
                        .flatMap(member -> body.path(member).values().stream())
                        .map(entry -> entry.path("code").asString(""))
                        .filter(word -> DetailCode.find(word).isEmpty()
                                && Vocabulary.parse(ProblemCode.class, word).isEmpty())
                        .forEach(word -> faults.add("the code " + word + " has no page"));
            }
        }
        return faults.stream().map(fault -> name + ": " + fault).toList();
    }

    /** Every example of the document that its schema does not accept. */
    public List<String> wrongExamples() {
        List<String> faults = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getKey() + " " + path.getKey();
                    examples(name, operation.getValue().path("requestBody").path("content"), faults);
                    operation
                            .getValue()
                            .path("responses")
                            .properties()
                            .forEach(response -> examples(
                                    name + " " + response.getKey(),
                                    response.getValue().path("content"),
                                    faults));
                }));
        return faults;
    }

    private void examples(String name, JsonNode content, List<String> faults) {
        content.properties().forEach(media -> {
            JsonNode example = media.getValue().path("example");
            if (!example.isMissingNode()) {
                String which = name + " " + media.getKey();
                violations(which, media.getValue().path("schema"), example)
                        .forEach(fault -> faults.add(name + ": " + fault));
            }
        });
    }

    /** What the schema of this name, which may point into the document, finds wrong. */
    private List<String> violations(String name, JsonNode schema, JsonNode value) {
        return schemas
                .computeIfAbsent(name, first -> {
                    ObjectNode whole = (ObjectNode) schema.deepCopy();
                    whole.set("components", document.path("components"));
                    return registry.getSchema(whole);
                })
                .validate(value)
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** The path of the document that an address belongs to: from the left, literals before parameters. */
    private String template(String path) {
        List<String> segments = List.of(path.split("/", -1));
        return templates.stream()
                .filter(template -> matches(template.segments(), segments))
                .findFirst()
                .map(Template::path)
                .orElse("");
    }

    private static boolean matches(List<String> template, List<String> segments) {
        if (template.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (!template.get(i).startsWith("{") && !template.get(i).equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }
}
