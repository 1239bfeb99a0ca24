package io.agencyos.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the rules look: the product's classes and sources, and the fixtures that break them. */
final class Houses {

    static final String PRODUCT = "io.agencyos";
    static final String FIXTURES = "io.agencyos.architecture.fixtures";

    private static final ImportOption NO_TESTS =
            location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");

    private Houses() {}

    static JavaClasses product() {
        return new ClassFileImporter().withImportOption(NO_TESTS).importPackages(PRODUCT);
    }

    static JavaClasses fixture(String name) {
        return new ClassFileImporter().importPackages(FIXTURES + "." + name);
    }

    static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    /** Every Java file of the tree, tests included, without what a build wrote. */
    static List<Path> sources() {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(root::relativize)
                    .filter(file -> !file.toString().contains("target/") && !file.startsWith(".agency-os"))
                    .map(root::resolve)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The packages that the product's own source folders hold, the build's tools excepted. */
    static SortedSet<String> productPackages() {
        return sources().stream()
                .map(Path::getParent)
                .map(folder -> folder.toString().replace('\\', '/'))
                .filter(folder -> folder.contains("/src/main/java/") && !folder.contains("/build-tools/"))
                .map(folder -> folder.substring(folder.indexOf("/src/main/java/") + "/src/main/java/".length()))
                .map(folder -> folder.replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
