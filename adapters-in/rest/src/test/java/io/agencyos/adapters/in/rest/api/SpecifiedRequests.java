package io.agencyos.adapters.in.rest.api;

import io.agencyos.adapters.in.http.route.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the specification has asked for and told at each address, beside the document. Source: api 1.7, 2, 4.1, 6, 9. */
final class SpecifiedRequests {

    private static final int PARAMETERS = 1;
    private static final int TAKEN = 2;
    private static final int TOLD = 3;

    private final JsonNode document;
    private final Described described;
    private final Set<String> absent = new TreeSet<>();
    private int compared;

    private SpecifiedRequests(JsonNode document) {
        this.document = document;
        this.described = new Described(document);
    }

    /**
     * @param absent such as {@code POST C/pause hangup taken}: {@code ?} before a parameter, {@code taken} behind what a
     *     body lacks, {@code words} where a member knows other words
     * @param compared how many parameters and members were looked for
     */
    record Comparison(Set<String> absent, int compared) {}

    /** @throws IllegalStateException for an address that is not there */
    static Comparison with(JsonNode document) {
        SpecifiedRequests found = new SpecifiedRequests(document);
        lines().forEach(found::compare);
        return new Comparison(found.absent, found.compared);
    }

    private static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(SpecifiedRequests.class.getResourceAsStream("requests.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void compare(String line) {
        // a sign of its own between columns: words are divided by one without spaces
        List<String> cells = Arrays.stream((line + " ").split(" \\|(?= )", -1))
                .map(String::strip)
                .toList();
        String address = cells.getFirst();
        JsonNode operation = operation(address);
        Set<String> parameters = operation
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").stringValue())
                .collect(Collectors.toSet());
        words(cells.get(PARAMETERS)).forEach(name -> note(address + " ?" + name, !parameters.contains(name)));
        List<JsonNode> taken = schemas(operation.path("requestBody"));
        words(cells.get(TAKEN)).forEach(member -> compare(address, member, taken, " taken"));
        List<JsonNode> told = operation
                .path("responses")
                .propertyStream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .flatMap(answer -> schemas(answer.getValue()).stream())
                .toList();
        words(cells.get(TOLD)).forEach(member -> compare(address, member, told, ""));
    }

    private void compare(String address, String said, List<JsonNode> schemas, String how) {
        String name = said.split("=")[0];
        List<JsonNode> found = schemas.stream()
                .flatMap(schema -> Stream.of(described.member(schema, name), described.member(schema, "items." + name)))
                .filter(member -> !member.isMissingNode())
                .toList();
        note(address + " " + name + how, found.isEmpty());
        if (!found.isEmpty() && said.contains("=")) {
            Set<String> specified = Set.of(said.substring(name.length() + 1).split("\\|"));
            note(
                    address + " " + name + how + " words",
                    !described.words(found.getFirst()).equals(specified));
        }
    }

    private void note(String what, boolean missing) {
        compared++;
        if (missing) {
            absent.add(what);
        }
    }

    private JsonNode operation(String address) {
        String[] words = address.split(" ");
        String path = words[1].startsWith("C")
                ? Route.C + words[1].substring(1)
                : words[1].startsWith("P") ? Route.P + words[1].substring(1) : words[1];
        JsonNode operation = document.path("paths").path(path).path(words[0].toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            throw new IllegalStateException("there is no " + address);
        }
        return operation;
    }

    private static List<JsonNode> schemas(JsonNode withContent) {
        return withContent
                .path("content")
                .valueStream()
                .map(content -> content.path("schema"))
                .toList();
    }

    private static Stream<String> words(String cell) {
        return Stream.of(cell.split(" ")).filter(word -> !word.isEmpty());
    }
}
