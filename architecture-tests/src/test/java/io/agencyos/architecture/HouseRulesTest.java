package io.agencyos.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house hold for the product, and every one of them is seen to fail on a fixture that breaks it. */
class HouseRulesTest {

    private static final String ROOT = "io.agencyos";
    private static final int LONGEST_FILE = 450;

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/fixtures/") && !location.contains("build-tools"))
            .importPackages(ROOT);

    static Stream<HouseRule> rules() {
        return new HouseRules(ROOT).all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_house_keeps(HouseRule rule) {
        rule.rule().check(HOUSE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_rule_fails_on_its_fixture(HouseRule rule) {
        String broken = ROOT + ".architecture.fixtures." + rule.name();
        JavaClasses fixture = new ClassFileImporter().importPackages(broken);
        assertThat(fixture).as("classes in %s", broken).isNotEmpty();
        HouseRule same = new HouseRules(broken)
                .all().stream()
                        .filter(candidate -> candidate.name().equals(rule.name()))
                        .findFirst()
                        .orElseThrow();

        EvaluationResult result = same.rule().evaluate(fixture);

        assertThat(result.hasViolation()).as("%s sees its fixture", rule).isTrue();
    }

    @Test
    void every_layer_was_looked_at() {
        for (String layer : List.of("domain", "application", "adapters.out.memory", "bootstrap")) {
            assertThat(HOUSE.stream().filter(type -> type.getPackageName().startsWith(ROOT + "." + layer)))
                    .as(layer)
                    .isNotEmpty();
        }
    }

    @Test // the design, section 3: files stay under about 400 lines
    void no_source_file_is_longer_than_450_lines() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        try (Stream<Path> files = Files.walk(root)) {
            List<String> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(HouseRulesTest::isTooLong)
                    .map(file -> root.relativize(file).toString())
                    .toList();
            assertThat(sources).isEmpty();
        }
    }

    private static boolean isTooLong(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count() > LONGEST_FILE;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
