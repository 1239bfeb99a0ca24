package io.agencyos.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the poms depend on beside the house's own modules, compared with the tables that say why. */
final class Dependencies {

    /** Where the product's table ends and that of the tests and the build begins. */
    private static final String TESTS_ONLY = "\nTests and build only:";

    private static final Pattern ROW = Pattern.compile("(?m)^\\|[^|]+\\|([^|]+)\\|[^|]+\\|$");
    private static final Pattern ARTEFACT = Pattern.compile("`([^`]+)`");
    private static final Set<String> NOT_SHIPPED = Set.of("test", "import");

    /** One mention in a pom. */
    record Mention(Path pom, String artefact, boolean managed, boolean versioned, String scope) {

        private boolean isBillOfMaterials() {
            return scope.equals("import");
        }
    }

    private Dependencies() {}

    /** The poms of a tree, the parent's first. */
    static List<Path> poms(Path root) {
        try (Stream<Path> files = Files.walk(root, 3)) {
            return files.filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> !root.relativize(file).toString().contains("target"))
                    .sorted((one, other) -> Integer.compare(one.getNameCount(), other.getNameCount()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Mention> mentions(List<Path> poms) {
        return poms.stream().flatMap(Dependencies::mentions).toList();
    }

    private static Stream<Mention> mentions(Path pom) {
        return elements(pom, "dependency")
                .filter(element -> !text(element, "groupId").orElseThrow().equals("${project.groupId}"))
                .map(element -> new Mention(
                        pom,
                        text(element, "artifactId").orElseThrow(),
                        element.getParentNode().getParentNode().getNodeName().equals("dependencyManagement"),
                        text(element, "version").isPresent(),
                        text(element, "scope").orElse("compile")));
    }

    /** @param document Markdown with a table of libraries, their artefacts and why, and a second one for tests and build */
    static List<String> findings(List<Mention> mentions, Path building, String document) {
        String[] tables = document.split(TESTS_ONLY, 2);
        List<String> product = artefacts(tables[0]);
        List<String> tests = tables.length < 2 ? List.of() : artefacts(tables[1]);
        List<String> all = Stream.concat(product.stream(), tests.stream()).toList();
        List<Mention> used =
                mentions.stream().filter(mention -> !mention.managed()).toList();
        List<String> findings = new ArrayList<>();

        name(findings, used, mention -> matching(all, mention) == 0, "has no line");
        name(findings, used, mention -> matching(all, mention) > 1, "has several lines");
        name(
                findings,
                used,
                mention -> !NOT_SHIPPED.contains(mention.scope())
                        && !mention.pom().startsWith(building)
                        && matching(tests, mention) > 0,
                "is said to be for tests only and is on the product's class path");
        name(findings, used, Mention::versioned, "has a version outside the parent's dependencyManagement");
        name(
                findings,
                mentions,
                mention -> mention.managed()
                        && !mention.isBillOfMaterials()
                        && used.stream().noneMatch(use -> use.artefact().equals(mention.artefact())),
                "is pinned and used by nobody");
        all.stream()
                .filter(line -> used.stream().noneMatch(use -> matches(line, use.artefact())))
                .forEach(line -> findings.add(line + " has a line and is in no pom"));
        return findings;
    }

    private static void name(List<String> findings, List<Mention> among, Predicate<Mention> wrong, String what) {
        among.stream()
                .filter(wrong)
                .map(mention -> mention.artefact() + " " + what)
                .distinct()
                .forEach(findings::add);
    }

    private static List<String> artefacts(String table) {
        return ROW.matcher(table)
                .results()
                .flatMap(row -> ARTEFACT.matcher(row.group(1)).results())
                .map(artefact -> artefact.group(1))
                .toList();
    }

    private static long matching(List<String> lines, Mention mention) {
        return lines.stream().filter(line -> matches(line, mention.artefact())).count();
    }

    private static boolean matches(String line, String artefact) {
        return line.endsWith("*") ? artefact.startsWith(line.substring(0, line.length() - 1)) : line.equals(artefact);
    }

    static Stream<Element> elements(Path pom, String name) {
        try {
            var found = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getElementsByTagName(name);
            return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            throw new IllegalStateException(pom.toString(), unreadable);
        }
    }

    /** What stands directly in an element's child. */
    static Optional<String> text(Element element, String child) {
        var children = element.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(node -> node.getNodeName().equals(child))
                .map(Node::getTextContent)
                .map(String::strip)
                .findFirst();
    }
}
