package io.agencyos.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What documents claim of the tree: that a file is there, that a piece of code reads so. */
final class Documents {

    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern OUTSIDE = Pattern.compile("[a-z]+:.*");
    private static final Pattern QUOTED = Pattern.compile("(?ms)^<!-- code of (\\S+) -->\\n+```java\\n(.*?)^```$");

    private static final Pattern TYPE_IN_PACKAGE = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w*)`");
    private static final Pattern OF_OTHERS = Pattern.compile("javax?\\..*");

    private Documents() {}

    /** The README and everything under {@code docs}. */
    static List<Path> of(Path root) {
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(Stream.of(root.resolve("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Links to files or headings that are not there. Addresses outside the tree are not looked at. */
    static List<String> deadLinks(Path document) {
        List<String> dead = new ArrayList<>();
        for (String link : links(document)) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
            if (!Files.exists(target) || (parts.length == 2 && !anchors(target).contains(parts[1]))) {
                dead.add(document + " links to " + link);
            }
        }
        return dead;
    }

    static List<String> links(Path document) {
        return LINK.matcher(FENCED.matcher(text(document)).replaceAll(""))
                .results()
                .map(match -> match.group(1))
                .filter(link -> !OUTSIDE.matcher(link).matches())
                .toList();
    }

    private static List<String> anchors(Path document) {
        return text(document)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    /** Blocks that say which file they are of and do not read as that file does. */
    static List<String> misquotes(Path root, Path document) {
        return quotes(document).stream()
                .filter(quote -> !text(root.resolve(quote.group(1))).contains("\n" + quote.group(2)))
                .map(quote -> document + " misquotes " + quote.group(1))
                .toList();
    }

    static List<MatchResult> quotes(Path document) {
        return QUOTED.matcher(text(document)).results().toList();
    }

    /** Types that are named with a package, whole or its end, in which the tree has none of that name. */
    static List<String> misplacedTypes(List<Path> sources, Path document) {
        return typesInPackages(document).stream()
                .filter(type -> sources.stream().noneMatch(file -> file.endsWith(type.replace('.', '/') + ".java")))
                .map(type -> document + " names " + type)
                .toList();
    }

    static List<String> typesInPackages(Path document) {
        return TYPE_IN_PACKAGE
                .matcher(text(document))
                .results()
                .map(match -> match.group(1))
                .filter(type -> !OF_OTHERS.matcher(type).matches())
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
