package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a guide tells its readers to ask is there to be asked: each method and address that it names is a route. Source: issue 2. */
class GuideRequestsTest {

    private static final Path GUIDES = Path.of("..", "..", "docs", "guide");
    private static final Pattern ABSENT = Pattern.compile("```absent\n.*?```", Pattern.DOTALL);
    private static final Pattern COMPUTED = Pattern.compile("\\$\\([^)]*\\)");
    private static final Pattern REQUEST = Pattern.compile("\\b(GET|POST|PUT|PATCH|DELETE)"
            + " \"?(\\$C|\\$TWIN|C|P|/api/v1|(?=/(?:clients|me|auth)\\b))((?:/[\\w{}$.-]+)*)");

    /** Where an address of a guide begins, as its readers are told. */
    private static final Map<String, String> PLACES = Map.of(
            "$C", "/api/v1/clients/{}",
            "$TWIN", "/api/v1/clients/{}",
            "C", "/api/v1/clients/{}",
            "P", "/api/v1/admin",
            "/api/v1", "/api/v1",
            "", "/api/v1");

    private record Route(String method, List<String> segments) {

        boolean answers(String asked, List<String> address) {
            if (!method.equals(asked) || segments.size() != address.size()) {
                return false;
            }
            for (int i = 0; i < segments.size(); i++) {
                boolean any = segments.get(i).startsWith("{") || address.get(i).startsWith("$");
                if (!any && !segments.get(i).equals(address.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    @Test
    void every_request_that_a_guide_names_has_a_route() throws IOException {
        List<Route> routes;
        try (ApiUnderTest api = ApiUnderTest.with(AllRoutes::on)) {
            routes = api.api().routes().stream()
                    .map(route -> new Route(route.method().name(), segments(route.path())))
                    .toList();
        }
        List<String> asked = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Path guide : guides()) {
            String text = COMPUTED.matcher(
                            ABSENT.matcher(Files.readString(guide)).replaceAll(""))
                    .replaceAll("\\$VALUE");
            REQUEST.matcher(text).results().forEach(found -> {
                asked.add(found.group());
                List<String> address = address(found);
                if (routes.stream().noneMatch(route -> route.answers(found.group(1), address))) {
                    unknown.add(guide.getFileName() + ": " + found.group());
                }
            });
        }

        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(unknown).isEmpty();
    }

    private static List<Path> guides() throws IOException {
        try (Stream<Path> files = Files.walk(GUIDES)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> address(MatchResult found) {
        return segments(
                PLACES.get(found.group(2)) + found.group(3).replace("{}", "$").replaceAll("\\.+$", ""));
    }

    /** A variable stands for any value. */
    private static List<String> segments(String path) {
        return Stream.of(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.startsWith("{") ? "{}" : segment)
                .toList();
    }
}
