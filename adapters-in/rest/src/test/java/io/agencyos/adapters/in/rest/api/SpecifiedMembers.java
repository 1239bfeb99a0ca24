package io.agencyos.adapters.in.rest.api;

import io.agencyos.adapters.in.http.route.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The specification's resources beside the schemas of the document. Source: api 8. */
final class SpecifiedMembers {

    private static final List<String> IMPLIED = List.of("id", "client_id", "created_at", "updated_at", "version");

    private final JsonNode document;
    private final Described described;
    private final Set<String> absent = new TreeSet<>();
    private int compared;

    private SpecifiedMembers(JsonNode document) {
        this.document = document;
        this.described = new Described(document);
    }

    /**
     * @param absent such as {@code Lead research_status}; {@code POST} or {@code PATCH} behind it where only writing is not
     *     possible, {@code words} where the member knows other words
     * @param compared how many members were looked for
     */
    record Comparison(Set<String> absent, int compared) {}

    /** @throws IllegalStateException for a resource whose routes are not there */
    static Comparison with(JsonNode document) {
        SpecifiedMembers found = new SpecifiedMembers(document);
        for (String resource : text().split("\n\n")) {
            List<String> lines =
                    resource.lines().filter(line -> !line.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                found.compare(lines.getFirst(), lines.subList(1, lines.size()));
            }
        }
        return new Comparison(found.absent, found.compared);
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(SpecifiedMembers.class.getResourceAsStream("members.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void compare(String head, List<String> members) {
        List<String> words = List.of(head.split(" "));
        String name = words.getFirst();
        Map<String, String> says = new HashMap<>();
        for (int at = 1; at < words.size(); at += 2) {
            says.put(words.get(at), words.get(at + 1));
        }
        JsonNode read = content(operation(says.get("read"), "get").at("/responses/200/content/application~1json"));
        JsonNode shown = shown(read, says.get("in"));
        Optional<JsonNode> made = Optional.ofNullable(says.get("make")).map(path -> body(path, "post"));
        Optional<JsonNode> changed = Optional.ofNullable(says.get("change")).map(path -> body(path, "patch"));

        IMPLIED.forEach(member -> note(name, member, member(shown, member).isMissingNode(), ""));
        members.forEach(line -> compare(name, line, shown, made, changed));
    }

    private void compare(
            String name, String line, JsonNode shown, Optional<JsonNode> made, Optional<JsonNode> changed) {
        List<String> words = List.of(line.split(" "));
        String member = words.getFirst();
        String flags = words.stream()
                .skip(1)
                .filter(word -> word.matches("[*~]+"))
                .findFirst()
                .orElse("");
        boolean onlyWritten = !flags.isEmpty() && member.matches("(campaign|lead)_id");
        JsonNode found = member(shown, member);
        if (!onlyWritten) {
            note(name, member, found.isMissingNode(), "");
        }
        if (flags.contains("*")) {
            note(name, member, member(made.orElseThrow(), member).isMissingNode(), " POST");
        }
        if (flags.contains("~")) {
            note(name, member, member(changed.orElseThrow(), member).isMissingNode(), " PATCH");
        }
        words.stream()
                .filter(word -> word.contains("|"))
                .map(word -> Set.copyOf(Arrays.asList(word.split("\\|"))))
                .filter(specified -> !found.isMissingNode() && !specified.equals(described.words(found)))
                .forEach(specified -> absent.add(name + " " + member + " words"));
    }

    private void note(String name, String member, boolean missing, String how) {
        compared++;
        if (missing && !(how.length() > 0 && absent.contains(name + " " + member))) {
            absent.add(name + " " + member + how);
        }
    }

    /** Of a page or a short list its items, of another answer the part that is named. */
    private JsonNode shown(JsonNode read, @Nullable String part) {
        if (part != null) {
            return member(read, part);
        }
        JsonNode items = member(read, "items");
        return items.isMissingNode() ? read : items;
    }

    private JsonNode operation(@Nullable String path, String method) {
        String full = Objects.requireNonNull(path);
        String address = full.startsWith("C") ? Route.C + full.substring(1) : full;
        JsonNode operation = document.path("paths").path(address).path(method);
        if (operation.isMissingNode()) {
            throw new IllegalStateException("no " + method + " of " + address);
        }
        return operation;
    }

    private JsonNode body(String path, String method) {
        return content(operation(path, method)
                .path("requestBody")
                .path("content")
                .valueStream()
                .findFirst()
                .orElseThrow());
    }

    private static JsonNode content(JsonNode content) {
        return content.path("schema");
    }

    private JsonNode member(JsonNode schema, String path) {
        return described.member(schema, path);
    }
}
