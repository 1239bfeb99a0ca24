package io.agencyos.adapters.in.http.openapi;

import io.agencyos.adapters.in.http.json.BodyReader;
import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.Access;
import io.agencyos.adapters.in.http.route.Content;
import io.agencyos.adapters.in.http.route.FileBody;
import io.agencyos.adapters.in.http.route.LiveBody;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.Route.Flag;
import io.agencyos.adapters.in.http.route.Route.RequestBody;
import io.agencyos.adapters.in.http.route.Sorting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Operations of the document, one for each route. */
final class Operations {

    private static final String JSON = "application/json";

    private final Schemas schemas;

    Operations(Schemas schemas) {
        this.schemas = schemas;
    }

    ObjectNode of(Route<?, ?> route) {
        ObjectNode operation = Json.MAPPER.createObjectNode();
        operation.put("operationId", operationId(route)).put("summary", route.summary());
        operation.put("description", Conditions.of(route));
        operation.putArray("tags").add(route.tag());
        operation.putArray("x-roles").add(route.access().word());
        route.scope().ifPresent(scope -> operation.put("x-key-scope", scope.wire()));
        if (route.has(Flag.LAST_WRITE_WINS)) {
            operation.put("x-last-write-wins", true);
        }
        ArrayNode security = operation.putArray("security");
        if (!(route.access() instanceof Access.Public)) {
            security.addObject().putArray("bearer");
        }
        ArrayNode codes = operation.putArray("x-problems");
        route.everyProblem().forEach(code -> codes.add(code.wire()));
        parameters(operation.putArray("parameters"), route);
        requestBody(operation, route.request());
        responses(operation.putObject("responses"), route);
        return operation;
    }

    private static String operationId(Route<?, ?> route) {
        String path = route.segments().stream()
                .filter(segment -> !List.of("api", "v1").contains(segment))
                .map(segment -> Route.isParam(segment)
                        ? "by_" + segment.substring(1, segment.length() - 1)
                        : segment.replaceAll("[^A-Za-z0-9]+", "_"))
                .collect(Collectors.joining("_"));
        return route.method().name().toLowerCase(Locale.ROOT) + "_" + path;
    }

    private static void parameters(ArrayNode parameters, Route<?, ?> route) {
        route.pathParams().forEach(name -> {
            ObjectNode schema = parameter(parameters, name, "path", true, PathParameters.meaning(route, name))
                    .put("type", "string");
            if (Route.isId(name)) {
                schema.put("format", "uuid");
            }
        });
        route.params().forEach(param -> query(parameters, param));
        route.response().sorting().ifPresent(sorting -> paging(parameters, sorting));
        if (route.has(Flag.IF_MATCH)) {
            boolean always = !route.has(Flag.LAST_WRITE_WINS);
            parameter(
                            parameters,
                            "If-Match",
                            "header",
                            always,
                            always ? "The ETag that was read." : "The ETag that was read; a key may leave it out.")
                    .put("type", "string");
        }
        if (route.has(Flag.IDEMPOTENT)) {
            parameter(
                            parameters,
                            "Idempotency-Key",
                            "header",
                            !route.hasTrial(),
                            "A new random key for every new order.")
                    .put("type", "string")
                    .put("minLength", 1)
                    .put("maxLength", 255);
        }
    }

    private static ObjectNode parameter(
            ArrayNode parameters, String name, String in, boolean required, String description) {
        return parameters
                .addObject()
                .put("name", name)
                .put("in", in)
                .put("required", required)
                .put("description", description)
                .putObject("schema");
    }

    private static void query(ArrayNode parameters, Param param) {
        ObjectNode schema = parameter(parameters, param.name(), "query", false, param.description());
        if (param.kind() == Param.Kind.PAIRS) {
            ((ObjectNode) parameters.get(parameters.size() - 1))
                    .put("style", "deepObject")
                    .put("explode", true);
            schema.put("type", "object").putObject("additionalProperties").put("type", "string");
            return;
        }
        if (param.repeatable()) {
            ((ObjectNode) parameters.get(parameters.size() - 1))
                    .put("style", "form")
                    .put("explode", true);
        }
        ObjectNode value = param.repeatable() ? schema.put("type", "array").putObject("items") : schema;
        switch (param.kind()) {
            case WORD -> {
                ArrayNode words = value.put("type", "string").putArray("enum");
                param.words().forEach(words::add);
            }
            case TEXT -> value.put("type", "string");
            case SEARCH -> value.put("type", "string").put("minLength", 2);
            case ID -> value.put("type", "string").put("format", "uuid");
            case INSTANT -> value.put("type", "string").put("format", "date-time");
            case BOOLEAN -> value.put("type", "boolean");
            case INTEGER -> value.put("type", "integer");
            case PAIRS -> throw new IllegalStateException("pairs are an object");
        }
    }

    private static void paging(ArrayNode parameters, Sorting sorting) {
        parameter(parameters, "limit", "query", false, "How many items a page has.")
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", Paging.MAX_LIMIT)
                .put("default", Paging.DEFAULT_LIMIT);
        parameter(parameters, "cursor", "query", false, "next_cursor of the page before.")
                .put("type", "string");
        ObjectNode sort = parameter(parameters, "sort", "query", false, "A minus sign means descending.")
                .put("type", "string")
                .put("default", sorting.byDefault());
        parameter(
                        parameters,
                        "include_total",
                        "query",
                        false,
                        "Also counts the list, exactly to 10,000; slower the longer it is.")
                .put("type", "boolean")
                .put("default", false);
        ArrayNode words = sort.putArray("enum");
        sorting.allowed().forEach(words::add);
    }

    private <Q> void requestBody(ObjectNode operation, RequestBody<Q> request) {
        switch (request.media()) {
            case NONE -> {}
            case JSON -> json(content(operation, !BodyReader.isOptional(request.type())), request, JSON);
            case MERGE_PATCH -> {
                ObjectNode content = content(operation);
                json(content, request, "application/merge-patch+json");
                json(content, request, JSON);
            }
            case MULTIPART -> table(parts(content(operation), "multipart/form-data"));
            case JSON_OR_MULTIPART -> {
                ObjectNode content = content(operation);
                part(
                                table(parts(content, "multipart/form-data")),
                                "campaign_id",
                                "The campaign that the rows go to; without it they go to none.")
                        .put("format", "uuid");
                json(content, request, JSON);
            }
            case FORM -> {
                ObjectNode content = content(operation);
                parts(content, "multipart/form-data");
                parts(content, "application/x-www-form-urlencoded");
            }
            case RAW -> content(operation).putObject("*/*");
        }
    }

    private static ObjectNode content(ObjectNode operation) {
        return content(operation, true);
    }

    private static ObjectNode content(ObjectNode operation, boolean required) {
        return operation.putObject("requestBody").put("required", required).putObject("content");
    }

    private <Q> void json(ObjectNode content, RequestBody<Q> request, String media) {
        ObjectNode body = content.putObject(media);
        body.set("schema", schemas.taken(request.type()));
        request.example().ifPresent(example -> body.set("example", Examples.of(example)));
    }

    private static ObjectNode parts(ObjectNode content, String media) {
        return content.putObject(media).putObject("schema").put("type", "object");
    }

    /** The parts of an uploaded table; answers its members. */
    private static ObjectNode table(ObjectNode schema) {
        schema.putArray("required").add("file");
        ObjectNode members = schema.putObject("properties");
        part(members, "file", "The table: CSV in UTF-8 or Latin-1, with commas, semicolons or tabs between.")
                .put("contentMediaType", "application/octet-stream");
        part(members, "column_map", "JSON, column to member; without it, columns are recognised by their names.");
        return members;
    }

    private static ObjectNode part(ObjectNode members, String name, String meaning) {
        return members.putObject(name).put("type", "string").put("description", meaning);
    }

    private void responses(ObjectNode responses, Route<?, ?> route) {
        ObjectNode worked =
                responses.putObject(Integer.toString(route.response().status()));
        worked.put("description", route.summary());
        Class<?> type = route.response().type();
        if (type == Content.class) {
            String media = route.response()
                    .example()
                    .map(Content.class::cast)
                    .map(Content::mediaType)
                    .orElse("text/plain");
            String plain = media.split(";", 2)[0];
            worked.putObject("content")
                    .putObject(plain)
                    .putObject("schema")
                    .put("type", plain.equals(JSON) ? "object" : "string");
        } else if (type == FileBody.class) {
            ObjectNode content = worked.putObject("content");
            route.response()
                    .example()
                    .map(FileBody.class::cast)
                    .ifPresent(file -> Stream.of(file.mediaType().split(", ", -1))
                            .map(media -> media.split(";", 2)[0])
                            .forEach(media ->
                                    content.putObject(media).putObject("schema").put("type", "string")));
        } else if (type == LiveBody.class) {
            worked.putObject("content")
                    .putObject("text/event-stream")
                    .putObject("schema")
                    .put("type", "string");
        } else if (type != None.class) {
            ObjectNode body = worked.putObject("content").putObject(JSON);
            body.set("schema", route.isList() ? list(type) : schemas.answered(type));
            route.response()
                    .example()
                    .map(Examples::of)
                    .ifPresent(example -> body.set("example", route.isList() ? Examples.page(example) : example));
        }
        route.response().also().forEach(status -> responses.set(Integer.toString(status), worked.deepCopy()));
        others(responses, route);
        problems(responses, route);
    }

    /** Bodies under another status: one of them, where there are several; a file, beside JSON of the same status. */
    private void others(ObjectNode responses, Route<?, ?> route) {
        route.response().others().stream()
                .filter(other -> other.example() instanceof FileBody)
                .forEach(other -> ((ObjectNode) responses.path(Integer.toString(other.status())))
                        .withObject("content")
                        .putObject(((FileBody) other.example()).bareType())
                        .putObject("schema")
                        .put("type", "string"));
        route.response().others().stream()
                .filter(other -> !(other.example() instanceof FileBody))
                .collect(Collectors.groupingBy(Route.ResponseBody.Other::status, TreeMap::new, Collectors.toList()))
                .forEach((status, bodies) -> {
                    ObjectNode body = responses
                            .putObject(Integer.toString(status))
                            .put("description", route.summary())
                            .putObject("content")
                            .putObject(JSON);
                    if (bodies.size() == 1) {
                        body.set("schema", schemas.answered(bodies.getFirst().type()));
                    } else {
                        ArrayNode choices = body.putObject("schema").putArray("oneOf");
                        bodies.forEach(one -> choices.add(schemas.answered(one.type())));
                    }
                    body.set("example", Examples.of(bodies.getFirst().example()));
                });
    }

    private ObjectNode list(Class<?> item) {
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "object");
        schema.putArray("required").add("items").add("page");
        schema.put("additionalProperties", false);
        ObjectNode members = schema.putObject("properties");
        members.putObject("items")
                .put("type", "array")
                .put("description", "The page's items.")
                .set("items", schemas.answered(item));
        ObjectNode page = members.putObject("page")
                .put("type", "object")
                .put("description", "Which part of the list it is.")
                .put("additionalProperties", false);
        page.putArray("required").add("limit").add("has_more").add("next_cursor");
        ObjectNode about = page.putObject("properties");
        page(about, "limit", "How many items a page has at most.").put("type", "integer");
        page(about, "has_more", "Whether the list goes on.").put("type", "boolean");
        page(about, "next_cursor", "What to ask the next page with; null on the last.")
                .putArray("type")
                .add("string")
                .add("null");
        page(about, "total", "Items of the whole list; only where include_total asked for it.")
                .put("type", "integer");
        page(about, "total_is_lower_bound", "Whether there are more than were counted.")
                .put("type", "boolean");
        return schema;
    }

    private static ObjectNode page(ObjectNode members, String name, String meaning) {
        return members.putObject(name).put("description", meaning);
    }

    private static void problems(ObjectNode responses, Route<?, ?> route) {
        Map<Integer, List<ProblemCode>> byStatus = route.everyProblem().stream()
                .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, codes) -> {
            ObjectNode response = responses.withObject("/" + status);
            response.put(
                    "description",
                    codes.stream()
                            .map(code -> code.wire() + ": " + code.title())
                            .collect(Collectors.joining("; ")));
            response.withObject("/content")
                    .putObject("application/problem+json")
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/Problem");
        });
    }

    /** Examples as JSON. */
    private static final class Examples {

        private Examples() {}

        static JsonNode of(Object example) {
            return Json.MAPPER.valueToTree(example);
        }

        static ObjectNode page(JsonNode item) {
            ObjectNode page = Json.MAPPER.createObjectNode();
            page.putArray("items").add(item);
            page.putObject("page")
                    .put("limit", Paging.DEFAULT_LIMIT)
                    .put("has_more", false)
                    .putNull("next_cursor");
            return page;
        }
    }
}
