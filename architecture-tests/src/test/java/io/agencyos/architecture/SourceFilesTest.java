package io.agencyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

    @Test
    void no_source_file_is_too_long() {
        List<Path> sources = Houses.sources();

        assertThat(sources).anyMatch(file -> file.endsWith("io/agencyos/bootstrap/Main.java"));
        assertThat(SourceFiles.tooLong(sources)).isEmpty();
    }

    @Test
    void a_file_one_line_too_long_is_named(@TempDir Path folder) throws IOException {
        Path longest = Files.writeString(folder.resolve("Longest.java"), "//\n".repeat(SourceFiles.MOST_LINES));
        Path tooLong = Files.writeString(folder.resolve("TooLong.java"), "//\n".repeat(SourceFiles.MOST_LINES + 1));

        assertThat(SourceFiles.tooLong(List.of(longest, tooLong)))
                .singleElement()
                .asString()
                .contains("TooLong.java has 451 lines");
    }
}
