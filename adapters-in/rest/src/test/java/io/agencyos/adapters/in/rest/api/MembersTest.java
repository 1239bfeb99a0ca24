package io.agencyos.adapters.in.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.ApiUnderTest;
import io.agencyos.adapters.in.rest.testing.AllRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The members of what the API shows and takes are the specification's, less what the guide names as absent. Source: api 8. */
class MembersTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "guide", "api.md");
    private static final String HEAD = "| Resource | Absent | Because |\n";
    private static final Pattern NAMED = Pattern.compile("`([a-z0-9_.]+)`( POST| PATCH| words)?");

    private static final ApiUnderTest API = ApiUnderTest.with(AllRoutes::on);

    private final ObjectNode document = API.checks().document();

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test // api 8
    void the_guide_names_exactly_the_members_that_are_absent() throws IOException {
        assertThat(SpecifiedMembers.with(document).absent()).isEqualTo(named());
    }

    @Test
    void a_member_that_goes_is_found() {
        ObjectNode broken = document.deepCopy();
        broken.withObject("/components/schemas/Lead/properties").remove("external_id");
        broken.withObject("/components/schemas/PatchLeadInput/properties").remove("title");
        broken.withObject("/components/schemas/Meeting/properties/status")
                .putArray("enum")
                .add("scheduled");
        Set<String> found = new TreeSet<>(SpecifiedMembers.with(broken).absent());
        found.removeAll(SpecifiedMembers.with(document).absent());

        assertThat(found).containsExactly("Lead external_id", "Lead title PATCH", "Meeting status words");
    }

    @Test
    void the_copy_of_the_resources_is_whole() {
        assertThat(SpecifiedMembers.with(document).compared()).isGreaterThan(500);
    }

    /** Each name of the second column with the resources of the first. */
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
                        .flatMap(found -> resources(cells[1])
                                .map(resource -> resource + " " + found.group(1)
                                        + (found.group(2) == null ? "" : found.group(2)))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> resources(String cell) {
        return Arrays.stream(cell.split(",")).map(name -> name.replace("`", "").strip());
    }
}
