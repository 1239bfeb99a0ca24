package io.agencyos.bootstrap.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An import streams: memory does not grow with the file. Source: issue 2 section 3.1. */
class LargeImportTest {

    private static final int HEAP_MEGABYTES = 48;

    @ParameterizedTest(name = "{0} rows of {1} characters")
    @CsvSource({"15_000, 12_000", "80_000, 100"})
    void a_file_many_times_the_memory_is_imported(String rows, String width) throws Exception {
        int count = Integer.parseInt(rows.replace("_", ""));

        Said said = run(count, Integer.parseInt(width.replace("_", "")));

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .startsWith("Done")
                .contains(
                        "rows=" + count, "created=" + EndlessFile.PEOPLE, "duplicates=" + (count - EndlessFile.PEOPLE));
    }

    private record Said(int code, String text) {}

    private static Said run(int rows, int width) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeImport.class.getName(),
                        String.valueOf(rows),
                        String.valueOf(width))
                .redirectErrorStream(true)
                .start();
        try (var out = process.inputReader()) {
            String text = out.readAllAsString();
            return new Said(process.waitFor(), text);
        }
    }
}
