package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What each address asks for and tells is the specification's, less what the guide names as absent. Source: api 1.7, 2, 4.1, 6, 9. */
class RequestsTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "guide", "api.md");
    private static final String HEAD = "| Address | Absent | Because |\n";
    private static final Pattern NAMED = Pattern.compile("`(\\??[a-z0-9_.]+)`((?: taken)?(?: words)?)");

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);

    private final ObjectNode document = API.checks().document();

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // api 9
    void the_guide_names_exactly_what_is_neither_asked_for_nor_told() throws IOException {
        assertThat(SpecifiedRequests.with(document).absent()).isEqualTo(named());
    }

    @Test
    void a_parameter_a_member_or_a_word_that_goes_is_found() {
        ObjectNode broken = document.deepCopy();
        ArrayNode parameters = (ArrayNode)
                broken.at("/paths/~1api~1v1~1clients~1{client_id}~1subscription~1plan-changes/post/parameters");
        parameters.removeIf(parameter -> parameter.path("name").stringValue().equals("dry_run"));
        broken.withObject("/components/schemas/OutreachStopInput/properties").remove("reason");
        broken.withObject("/components/schemas/OutreachStopStopped/properties").remove("in_flight");
        broken.withObject("/components/schemas/HealthReady/properties/status")
                .putArray("enum")
                .add("ready");
        Set<String> found = new TreeSet<>(SpecifiedRequests.with(broken).absent());
        found.removeAll(SpecifiedRequests.with(document).absent());

        assertThat(found)
                .contains(
                        "GET /api/v1/health/ready status words",
                        "POST C/pause in_flight",
                        "POST C/pause reason taken",
                        "POST C/subscription/plan-changes ?dry_run");
    }

    @Test
    void the_copy_of_what_is_asked_and_told_is_whole() {
        assertThat(SpecifiedRequests.with(document).compared()).isGreaterThan(600);
    }

    /** Each name of the second column with the addresses of the first. */
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
                                .map(address ->
                                        address.replace("`", "").strip() + " " + found.group(1) + found.group(2))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
