package io.agencyos.buildtools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of the format can fail. Started as the build starts it. Source: issue 2 section 1. */
class FormatSourcesTest {

    private static final String FORMATTED = "class Shelf {\n    int books;\n}\n";
    private static final String CROOKED = "class Shelf {\n  int books ;\n}\n";

    @TempDir
    Path tree;

    private Path source;

    @BeforeEach
    void crooked() throws IOException {
        source = Files.writeString(
                Files.createDirectories(tree.resolve("shop/src")).resolve("Shelf.java"), CROOKED);
        Files.writeString(Files.createDirectories(tree.resolve("shop/target")).resolve("Made.java"), CROOKED);
    }

    private record Said(int code, String text) {}

    @Test
    void a_crooked_file_is_named_and_left_as_it_is() throws Exception {
        Said said = format("check");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .startsWith("not formatted: " + Path.of("shop", "src", "Shelf.java"))
                .doesNotContain("Made.java")
                .contains("-Dformat=apply");
        assertThat(source).hasContent(CROOKED);
    }

    @Test
    void applied_it_is_in_order_and_what_is_not_java_is_told() throws Exception {
        assertThat(format("apply")).isEqualTo(new Said(0, ""));
        assertThat(Files.readString(source)).isEqualTo(FORMATTED);

        Files.writeString(source, "class {");
        Said said = format("check");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).startsWith("cannot be formatted: ").contains("Shelf.java");
    }

    private Said format(String how) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "@" + Path.of("formatter.jvm"),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        FormatSources.class.getName(),
                        how,
                        tree.toString())
                .redirectErrorStream(true)
                .start();
        try (var out = process.inputReader()) {
            String text = out.readAllAsString();
            return new Said(process.waitFor(), text);
        }
    }
}
