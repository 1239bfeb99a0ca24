package io.agencyos.architecture;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A project outside of the tree: what Maven would put on its class path for the dependencies that it writes. The house's modules
 * are taken as the reactor made them, libraries from the class path of this very run.
 */
final class ForeignProject {

    private static final String HOUSE = "agency-os-";
    private static final Set<String> PASSED_ON = Set.of("compile", "runtime");

    private final Map<String, Path> modules;
    private final List<Path> here = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    private final Set<Path> classPath = new LinkedHashSet<>();

    private ForeignProject(Path root) {
        modules = Dependencies.poms(root).stream()
                .collect(Collectors.toMap(
                        pom -> Dependencies.text(project(pom), "artifactId").orElseThrow(), Function.identity()));
    }

    /** @param pom whose dependencies the project writes */
    static List<Path> classPath(Path root, Path pom) {
        ForeignProject project = new ForeignProject(root);
        Dependencies.elements(pom, "dependency").forEach(project::add);
        return List.copyOf(project.classPath);
    }

    /** What runs tests from the command line; no project writes it. */
    static List<Path> console() {
        return new ForeignProject(Houses.root())
                .here.stream()
                        .filter(jar -> jar.getFileName().toString().matches("(junit-platform|open-test-reporting)-.*"))
                        .toList();
    }

    private void add(Element dependency) {
        String artefact = Dependencies.text(dependency, "artifactId").orElseThrow();
        boolean testJar = Dependencies.text(dependency, "type").orElse("jar").equals("test-jar");
        Optional<Path> found = artefact.startsWith(HOUSE) ? Optional.of(made(artefact, testJar)) : library(artefact);
        found.filter(classPath::add).flatMap(path -> pom(artefact, path)).ifPresent(this::addWhatItPassesOn);
    }

    private void addWhatItPassesOn(Path pom) {
        Dependencies.elements(pom, "dependency")
                .filter(dependency -> dependency.getParentNode().getParentNode() == project(dependency))
                .filter(dependency -> PASSED_ON.contains(
                        Dependencies.text(dependency, "scope").orElse("compile")))
                .filter(dependency -> Dependencies.text(dependency, "optional").isEmpty())
                .forEach(this::add);
        Dependencies.elements(pom, "parent")
                .flatMap(parent -> Dependencies.text(parent, "artifactId").map(modules::get).stream())
                .forEach(this::addWhatItPassesOn);
    }

    private Optional<Path> pom(String artefact, Path path) {
        return artefact.startsWith(HOUSE)
                ? Optional.of(modules.get(artefact))
                : Optional.of(Path.of(path.toString().replaceFirst("\\.jar$", ".pom")))
                        .filter(Files::isRegularFile);
    }

    /** The jar where this run is of jars, as in a whole build; else the classes that the jar would be made of. */
    private Path made(String artefact, boolean testJar) {
        Path target = modules.get(artefact).resolveSibling("target");
        boolean ofJars =
                here.stream().anyMatch(path -> path.getFileName().toString().startsWith(HOUSE));
        Path made = target.resolve(
                ofJars
                        ? artefact + "-" + version() + (testJar ? "-tests.jar" : ".jar")
                        : testJar ? "test-classes" : "classes");
        if (!Files.exists(made)) {
            throw new IllegalStateException(made + " was not built");
        }
        return made;
    }

    private String version() {
        return Dependencies.text(project(modules.get("agency-os-parent")), "version")
                .orElseThrow();
    }

    /** A library that is not here is one that the house leaves out. */
    private Optional<Path> library(String artefact) {
        return here.stream()
                .filter(jar -> jar.getFileName().toString().matches(artefact + "-\\d.*\\.jar"))
                .findFirst();
    }

    private static Element project(Path pom) {
        return Dependencies.elements(pom, "project").findFirst().orElseThrow();
    }

    private static Element project(Element dependency) {
        return dependency.getOwnerDocument().getDocumentElement();
    }
}
