package io.agencyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A code for every page; that every answered code has one is asked of each answer of the suite. Source: api 1.3. */
class DetailCodesTest {

    private static final String CODES =
            "adapters-in/http/src/main/resources/io/agencyos/adapters/in/http/route/detail-codes.txt";

    @Test
    void every_code_that_has_a_page_stands_in_the_code_of_the_product() throws IOException {
        List<String> codes = Files.readAllLines(Houses.root().resolve(CODES)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| ", 2)[0])
                .toList();

        assertThat(codes).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(unused(codes, sources())).isEmpty();
        assertThat(unused(List.of("blank", "never_answered"), "the code \"blank\""))
                .containsExactly("never_answered");
    }

    private static List<String> unused(List<String> codes, String sources) {
        return codes.stream()
                .filter(code -> !sources.contains('"' + code + '"')
                        && !sources.matches("(?s).*\\b" + code.toUpperCase(Locale.ROOT) + "\\b.*"))
                .toList();
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Houses.root())) {
            return files.filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains("/src/main/"))
                    .map(DetailCodesTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
