package io.agencyos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./agency-os} on machines that lack something, with a JDK that only says how it was started. Source: issue 2 section 1. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

    private static final int CANNOT = 70;

    @TempDir
    Path folder;

    private Path tree;

    @BeforeEach
    void copied() throws IOException {
        tree = Files.createDirectories(folder.resolve("tree"));
        Files.copy(script(), tree.resolve("agency-os"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String module :
                new String[] {"domain", "application", "adapters-in", "adapters-out", "bootstrap", ".mvn"}) {
            Files.createDirectories(tree.resolve(module));
        }
        Files.writeString(tree.resolve("pom.xml"), "<project/>");
    }

    private static Path script() {
        Path from = Path.of("").toAbsolutePath();
        while (from != null && !Files.isRegularFile(from.resolve("agency-os"))) {
            from = from.getParent();
        }
        return Objects.requireNonNull(from).resolve("agency-os");
    }

    private Path jdk(String version) throws IOException {
        Path home = folder.resolve("jdk-" + version);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String program : new String[] {"java", "javac"}) {
            Path file =
                    Files.writeString(home.resolve("bin").resolve(program), "#!/bin/sh\necho \"" + version + " $*\"\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return home;
    }

    /** A build that is newer than every source. */
    private Path built() throws IOException {
        Path build = Files.createDirectories(tree.resolve(".agency-os/builds/1"));
        Files.createDirectories(build.resolve("lib"));
        Files.writeString(build.resolve("lib/a.jar"), "");
        Files.writeString(build.resolve("started"), "");
        Files.writeString(tree.resolve(".agency-os/current"), "1");
        return build;
    }

    private record Said(int code, String text) {}

    private String launcher() {
        return tree.resolve("agency-os").toString();
    }

    private Said run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return start(
                environment,
                Stream.concat(Stream.of(launcher()), Stream.of(arguments)).toList());
    }

    private static Said start(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("AGENCYOS_") || name.equals("JAVA_HOME"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        try (var out = process.inputReader()) {
            String text = out.readAllAsString();
            return new Said(process.waitFor(), text);
        }
    }

    private String javaHome(String version) {
        try {
            return jdk(version).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void a_build_that_is_there_is_started_with_the_jdk_that_is_named() throws Exception {
        built();

        Said said = run(
                Map.of("JAVA_HOME", javaHome("25.0.1"), "AGENCYOS_JAVA_OPTS", "-Xmx1g -ea"), "doctor", "--name", "a b");

        assertThat(said.code()).isZero();
        assertThat(said.text())
                .startsWith("25.0.1 ")
                .contains("-Xmx1g -ea -cp " + tree.resolve(".agency-os/builds/1/lib/a.jar"))
                .endsWith("io.agencyos.bootstrap.Main doctor --name a b\n");
    }

    @Test // a first start copies what the build prepared, and makes its own where the build could not
    void a_build_prepares_a_database_and_goes_without_where_it_cannot() throws Exception {
        Path made = Files.createDirectories(tree.resolve("bootstrap/target/lib"));
        Files.writeString(made.resolve("library.jar"), "");
        Files.writeString(tree.resolve("bootstrap/target/agency-os-bootstrap-1.jar"), "");
        String home = javaHome("25");
        Map<String, String> environment =
                Map.of("JAVA_HOME", home, "PATH", maven("exit 0").getParent() + ":" + System.getenv("PATH"));
        Files.writeString(Path.of(home, "bin", "java"), """
            #!/bin/sh
            echo "25 $*"
            case "$*" in
                *' prepare '*) for last; do :; done; mkdir "$last"; [ ! -e %s ] || exit 1 ;;
            esac
            """.formatted(folder.resolve("full")));

        Said prepared = run(environment, "doctor");
        assertThat(prepared.text()).containsPattern("-Dagencyos\\.prepared=\\S+/builds/\\S+/prepared -cp .* doctor\n");

        Files.writeString(folder.resolve("full"), "");
        Files.setLastModifiedTime(
                tree.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
        Said without = run(environment, "doctor");
        assertThat(without.code()).as(without.text()).isZero();
        assertThat(without.text()).contains("building", "Main doctor").doesNotContain("-Dagencyos.prepared");
    }

    @Test // Maven itself may run on 17, the product may not
    void a_jdk_that_is_too_old_is_passed_over() throws Exception {
        built();
        jdk("17.0.9");
        jdk("25.0.1");

        assertThat(bare("JAVA_HOME", javaHome("17.0.9")).text()).startsWith("25.0.1 ");
    }

    @Test
    void a_jdk_whose_compiler_is_on_the_path_is_found_through_links() throws Exception {
        built();
        Path compiler = Path.of(javaHome("26")).resolve("bin/javac");
        Path tools = bareTools();
        Files.createSymbolicLink(folder.resolve("alternative"), compiler);
        Files.createSymbolicLink(tools.resolve("javac"), folder.resolve("alternative"));

        Said said = bare("AGENCYOS_JDK_DIR", folder.resolve("nothing").toString());

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).startsWith("26 ");
    }

    @Test // issue 2 section 1: one line says what is missing
    void a_machine_without_a_jdk_is_told_so_in_one_line() throws Exception {
        built();
        javaHome("17.0.9");
        Files.createDirectories(folder.resolve("jdk-25/bin"));

        Said said = bare("JAVA_HOME", folder.resolve("jdk-25").toString());

        assertThat(said.code()).isEqualTo(CANNOT);
        assertThat(said.text().lines())
                .singleElement()
                .asString()
                .startsWith("agency-os: no JDK 25 or newer found")
                .contains("JAVA_HOME", "PATH", folder.toString(), "install one");
    }

    /** On a machine of nothing but the system's own tools, whose JDKs are those that the test made. */
    private Said bare(String key, String value) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH", bareTools().toString(), "HOME", folder.toString(), "AGENCYOS_JDK_DIR", folder.toString()));
        environment.put(key, value);
        return run(environment, "doctor");
    }

    /** A folder of what the launcher itself needs, without a compiler beside it. */
    private Path bareTools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("bare"));
        for (String tool : new String[] {"bash", "dirname", "readlink", "find"}) {
            Path link = tools.resolve(tool);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, onPath(tool));
            }
        }
        return tools;
    }

    private static Path onPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_place_that_cannot_be_built_in_is_named_in_one_line() throws Exception {
        Files.writeString(tree.resolve(".agency-os"), "a file, as no folder can be made on a read-only disk");

        Said said = run(Map.of("JAVA_HOME", javaHome("25")), "doctor");

        assertThat(said.code()).isEqualTo(CANNOT);
        assertThat(said.text().lines())
                .singleElement()
                .asString()
                .startsWith("agency-os: ")
                .contains(tree.resolve(".agency-os").toString(), "cannot be written");
    }

    @Test
    void a_build_that_fails_is_shown_and_not_started() throws Exception {
        Said said = run(with(maven("echo 'cannot resolve a library'; exit 1")), "doctor");

        assertThat(said.code()).isEqualTo(CANNOT);
        assertThat(said.text())
                .contains("building", "cannot resolve a library")
                .endsWith("agency-os: the build failed, see above\n");
        assertThat(tree.resolve(".agency-os/current")).doesNotExist();
    }

    @Test // issue 2 section 6: a full disk
    void a_build_that_can_write_nothing_asks_for_room() throws Exception {
        Said said = run(with(maven("exit 1")), "doctor");

        assertThat(said.code()).isEqualTo(CANNOT);
        assertThat(said.text()).endsWith("could not say why; is there room in " + tree.resolve(".agency-os") + "?\n");
    }

    /** Files that may not grow behave like a disk without room. */
    @Test // issue 2 section 6: a full disk gives a clear error and recovers
    void a_build_that_finds_no_room_is_told_leaves_nothing_and_is_made_once_there_is_room() throws Exception {
        Path made = Files.createDirectories(tree.resolve("bootstrap/target/lib"));
        Files.write(made.resolve("library.jar"), new byte[1 << 20]);
        Files.write(tree.resolve("bootstrap/target/agency-os-bootstrap-1.jar"), new byte[0]);
        Map<String, String> environment = with(maven("exit 0"));

        Said cramped =
                start(environment, List.of("/bin/sh", "-c", "ulimit -f 500; exec \"$0\" \"$@\"", launcher(), "doctor"));

        assertThat(cramped.code()).isEqualTo(CANNOT);
        assertThat(cramped.text().lines())
                .last()
                .asString()
                .startsWith("agency-os: the build cannot be kept in " + tree.resolve(".agency-os/builds"));
        assertThat(tree.resolve(".agency-os/current")).doesNotExist();
        assertThat(tree.resolve(".agency-os/builds")).isEmptyDirectory();

        Said roomy = run(environment, "doctor");
        assertThat(roomy.code()).as(roomy.text()).isZero();
        assertThat(roomy.text()).contains("library.jar", "io.agencyos.bootstrap.Main doctor");
    }

    /** A Maven that does as told. */
    private Path maven(String does) throws IOException {
        Path maven = Files.writeString(
                Files.createDirectories(folder.resolve("tools")).resolve("mvn"), "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        return maven;
    }

    private Map<String, String> with(Path maven) {
        return Map.of("JAVA_HOME", javaHome("25"), "PATH", maven.getParent() + ":" + System.getenv("PATH"));
    }
}
