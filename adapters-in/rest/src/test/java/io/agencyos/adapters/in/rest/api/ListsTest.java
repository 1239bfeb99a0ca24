package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Filters and sorts of lists are the specification's, less what the guide names as absent. Source: api 9.21. */
class ListsTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "guide", "api.md");
    private static final String HEAD = "| List | Absent | Because |\n";
    private static final Pattern NAMED = Pattern.compile("`([a-z_]+)`( as a sort)?");
    private static final String SORT = " as a sort";

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);

    private final ObjectNode document = API.checks().document();

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // api 9.21
    void the_guide_names_exactly_the_filters_and_sorts_that_are_absent() throws IOException {
        assertThat(absent(document)).isEqualTo(named());
    }

    @Test
    void a_filter_or_sort_that_goes_is_found() throws IOException {
        ObjectNode broken = document.deepCopy();
        ArrayNode parameters = (ArrayNode) broken.at("/paths/~1api~1v1~1clients~1{client_id}~1deals/get/parameters");
        parameters.removeIf(parameter -> parameter.path("name").stringValue().equals("stage"));
        parameters.forEach(parameter -> {
            if (parameter.path("name").stringValue().equals("sort")) {
                parameter.withObject("schema").putArray("enum").add("value_cents");
            }
        });
        Set<String> found = absent(broken);
        found.removeAll(absent(document));

        assertThat(found)
                .containsExactly(
                        "C/deals created_at as a sort", "C/deals expected_close_date as a sort", "C/deals stage");
    }

    private static Set<String> absent(JsonNode document) throws IOException {
        Set<String> absent = new TreeSet<>();
        for (String line : lines()) {
            String[] cells = (line + " ").split("\\|");
            Map<String, JsonNode> parameters = parameters(document, cells[0].strip());
            words(cells[1])
                    .filter(filter -> !parameters.containsKey(filter))
                    .forEach(filter -> absent.add(cells[0].strip() + " " + filter));
            Set<String> sorts = parameters.containsKey("sort")
                    ? parameters
                            .get("sort")
                            .at("/schema/enum")
                            .valueStream()
                            .map(sort -> sort.stringValue().replace("-", ""))
                            .collect(Collectors.toSet())
                    : Set.of();
            words(cells[2])
                    .filter(sort -> !sorts.contains(sort))
                    .forEach(sort -> absent.add(cells[0].strip() + " " + sort + SORT));
        }
        return absent;
    }

    private static List<String> lines() throws IOException {
        try (InputStream file = Objects.requireNonNull(ListsTest.class.getResourceAsStream("lists.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static Stream<String> words(String cell) {
        return Stream.of(cell.strip().split(" ")).filter(word -> !word.isEmpty());
    }

    private static Map<String, JsonNode> parameters(JsonNode document, String list) {
        String address = (list.startsWith("C") ? Route.C : Route.P) + list.substring(1);
        JsonNode operation = document.path("paths").path(address).path("get");
        assertThat(operation.isMissingNode()).as(list).isFalse();
        Map<String, JsonNode> named = new HashMap<>();
        operation.path("parameters").forEach(one -> named.put(one.path("name").stringValue(), one));
        return named;
    }

    /** Each name of the second column with the lists of the first. */
    private static Set<String> named() throws IOException {
        String guide = Files.readString(GUIDE);
        int begin = guide.indexOf(HEAD) + HEAD.length();
        return guide.substring(begin)
                .lines()
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|"))
                .flatMap(cells -> NAMED.matcher(cells[2])
                        .results()
                        .flatMap(found -> Stream.of(cells[1].split(","))
                                .map(list -> list.replace("`", "").strip() + " " + found.group(1)
                                        + (found.group(2) == null ? "" : SORT))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
