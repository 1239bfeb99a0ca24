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
        text(members, "type", "The address of the code's explanation.");
        text(members, "title", "What the code means, in a line; the same for every occurrence.");
        text(members, "detail", "What is wrong with this request, in a sentence.");
        text(members, "instance", "The request that was refused or failed.");
        ObjectNode code = text(members, "code", "What went wrong, for programs; it never changes its meaning.");
        text(members, "request_id", "The request's own id; support finds everything by it.");
        text(members, "documentation", "Where the code is explained.");
        members.propertyNames().forEach(required::add);
        required.add("status");
        members.putObject("status").put("type", "integer").put("description", "The HTTP status, once more.");
        var codes = code.putArray("enum");
        for (ProblemCode each : ProblemCode.values()) {
            codes.add(each.wire());
        }
        ObjectNode error = members.putObject("errors")
                .put("type", "array")
                .put("description", "What is wrong with the members, one by one; absent where it is not about members.")
                .putObject("items");
        error.put("type", "object");
        error.putArray("required").add("pointer").add("code").add("message").add("params");
        ObjectNode parts = error.putObject("properties");
        text(parts, "pointer", "The member, as a JSON pointer into the body, or the parameter.");
        text(parts, "code", "What is wrong with it, for programs.");
        text(parts, "message", "What is wrong with it, in a sentence.");
        parts.putObject("params")
                .put("type", "object")
                .put("description", "The figures in the message by name, such as the bound that was crossed.");
        return schema;
    }

    private static ObjectNode text(ObjectNode members, String name, String meaning) {
        return members.putObject(name).put("type", "string").put("description", meaning);
    }
}
