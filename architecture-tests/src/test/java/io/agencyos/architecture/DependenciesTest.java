package io.agencyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every library has its reason. Source: issue 2 section 1, docs/decisions/dependencies.md. */
class DependenciesTest {

    private static final String TABLES = """
        | Library | Artefacts | Why |
        |---|---|---|
        | The one | `one-core`, `one-driver-*` | needed |

        Tests and build only:

        | Library | Artefacts | Why |
        |---|---|---|
        | The other | `other` | proves |
        """;

    @TempDir
    Path tree;

    @Test
    void every_dependency_of_every_pom_has_its_line_and_every_line_its_dependency() throws IOException {
        Path root = Houses.root();
        List<Path> poms = Dependencies.poms(root);

        assertThat(poms).contains(root.resolve("pom.xml"), root.resolve("adapters-out/postgres/pom.xml"));
        assertThat(Dependencies.mentions(poms)).hasSizeGreaterThan(poms.size());
        assertThat(Dependencies.findings(
                        Dependencies.mentions(poms),
                        root.resolve("build-tools"),
                        Files.readString(root.resolve("docs/decisions/dependencies.md"))))
                .isEmpty();
    }

    @BeforeEach
    void aSoundTree() throws IOException {
        pom(".", managed("one-core", "other"));
        pom("shop", dependency("one-core", "") + dependency("one-driver-linux", "") + test("other"));
        pom("tools", dependency("other", ""));
    }

    @Test
    void a_sound_tree_is_left_alone() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void what_has_no_line_a_version_of_its_own_or_the_wrong_table_is_named() throws IOException {
        pom("shop", dependency("one-core", "<version>7</version>") + dependency("other", "") + test("stranger"));

        assertThat(findings())
                .containsExactly(
                        "stranger has no line",
                        "other is said to be for tests only and is on the product's class path",
                        "one-core has a version outside the parent's dependencyManagement",
                        "one-driver-* has a line and is in no pom");
    }

    @Test
    void what_is_pinned_and_used_by_nobody_is_named() throws IOException {
        pom(".", managed("one-core", "other", "forgotten"));

        assertThat(findings()).containsExactly("forgotten is pinned and used by nobody");
    }

    private List<String> findings() {
        return Dependencies.findings(Dependencies.mentions(Dependencies.poms(tree)), tree.resolve("tools"), TABLES);
    }

    private void pom(String folder, String content) throws IOException {
        Files.writeString(
                Files.createDirectories(tree.resolve(folder)).resolve("pom.xml"), "<project>" + content + "</project>");
    }

    private static String managed(String... artefacts) {
        StringBuilder all = new StringBuilder("<dependencyManagement>");
        for (String artefact : artefacts) {
            all.append(dependency(artefact, "<version>1</version>"));
        }
        return all + "</dependencyManagement>";
    }

    private static String test(String artefact) {
        return dependency(artefact, "<scope>test</scope>");
    }

    private static String dependency(String artefact, String more) {
        return "<dependencies><dependency><groupId>a.vendor</groupId><artifactId>" + artefact + "</artifactId>" + more
                + "</dependency></dependencies>";
    }
}
