package io.agencyos.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
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
        return java.util.Objects.requireNonNull(from).resolve("agency-os");
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

    private Said run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(tree.resolve("agency-os").toString()), Stream.of(arguments))
                        .toList());
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

    @Test // Maven itself may run on 17, the product may not
    void a_jdk_that_is_too_old_is_passed_over() throws Exception {
        built();

        assertThat(run(Map.of("JAVA_HOME", javaHome("17.0.9")), "doctor").text())
                .doesNotStartWith("17.0.9");
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
        Path maven = Files.writeString(
                Files.createDirectories(folder.resolve("tools")).resolve("mvn"),
                "#!/bin/sh\necho 'cannot resolve a library'\nexit 1\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));

        Said said = run(
                Map.of("JAVA_HOME", javaHome("25"), "PATH", maven.getParent() + ":" + System.getenv("PATH")), "doctor");

        assertThat(said.code()).isEqualTo(CANNOT);
        assertThat(said.text())
                .contains("building", "cannot resolve a library")
                .endsWith("agency-os: the build failed, see above\n");
        assertThat(tree.resolve(".agency-os/current")).doesNotExist();
    }
}
