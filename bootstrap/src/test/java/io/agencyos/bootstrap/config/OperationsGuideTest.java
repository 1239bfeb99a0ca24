package io.agencyos.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guide for those who run the product says what the product says. */
class OperationsGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide", "operations.md");

    @Test
    void the_table_of_settings_is_complete_and_in_the_products_words() throws IOException {
        List<String> rows = Files.readAllLines(GUIDE).stream()
                .filter(line -> line.startsWith("| `AGENCYOS_"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Setting.values())
                        .map(OperationsGuideTest::row)
                        .toList());
    }

    private static String row(Setting setting) {
        String fallback = setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`";
        return "| `%s` | %s | %s%s |"
                .formatted(setting.key(), fallback, setting.meaning(), setting.secret() ? " (secret)" : "");
    }
}
