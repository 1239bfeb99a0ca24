package io.agencyos.adapters.in.http.openapi;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document of routes. Source: api 1.9. */
public final class OpenApi {

    /** The schema that no type of ours stands behind. */
    static final String PROBLEM = "Problem";

    private OpenApi() {}

    /** @param version of the product */
    public static ObjectNode document(List<Route<?, ?>> routes, String version) {
        ObjectNode document = Json.MAPPER.createObjectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Agency OS")
                .put("version", version)
                .put("description", "Outbound sales for marketing agencies.");
        document.putArray("servers").addObject().put("url", "/").put("description", "Where this document comes from.");
        tags(document, routes);
        ObjectNode paths = document.putObject("paths");
        Schemas schemas = new Schemas();
        Operations operations = new Operations(schemas);
        routes.stream()
                .sorted(Comparator.<Route<?, ?>, String>comparing(Route::path).thenComparing(Route::method))
                .forEach(route -> paths.withObject(pointer(route.path()))
                        .set(route.method().name().toLowerCase(Locale.ROOT), operations.of(route)));
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer");
        References references = schemas.definitions();
        references.settle(paths);
        ObjectNode named = components.putObject("schemas");
        named.setAll(references.schemas());
        named.set(PROBLEM, problem());
        return document;
    }

    private static String pointer(String path) {
        return "/" + path.replace("~", "~0").replace("/", "~1");
    }

    private static void tags(ObjectNode document, List<Route<?, ?>> routes) {
        var tags = document.putArray("tags");
        routes.stream().map(Route::tag).distinct().sorted().forEach(tag -> {
            ObjectNode named = tags.addObject().put("name", tag);
            Tags.said(tag).ifPresent(said -> named.put("description", said));
        });
    }

    private static ObjectNode problem() {
        ObjectNode schema = Json.MAPPER.createObjectNode();
        schema.put("type", "object").put("description", "A refusal or failure (RFC 9457).");
        var required = schema.putArray("required");
        ObjectNode members = schema.putObject("properties");
        List.of("type", "title", "detail", "instance", "code", "request_id", "documentation")
                .forEach(name -> {
                    required.add(name);
                    members.putObject(name).put("type", "string");
                });
        required.add("status");
        members.putObject("status").put("type", "integer");
        var codes = ((ObjectNode) members.path("code")).putArray("enum");
        for (ProblemCode code : ProblemCode.values()) {
            codes.add(code.wire());
        }
        ObjectNode error = members.putObject("errors").put("type", "array").putObject("items");
        error.put("type", "object");
        error.putArray("required").add("pointer").add("code").add("message").add("params");
        ObjectNode parts = error.putObject("properties");
        List.of("pointer", "code", "message")
                .forEach(name -> parts.putObject(name).put("type", "string"));
        parts.putObject("params").put("type", "object");
        return schema;
    }
}
