package io.agencyos.buildtools;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.StringWrapper;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks or applies the one Java format over a whole source tree. Exit codes: 0 all formatted, 1 some files are not
 * (check) or cannot be parsed, 2 wrong usage.
 */
public final class FormatSources {

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules");

    private static final JavaFormatterOptions OPTIONS =
            JavaFormatterOptions.builder().style(Style.PALANTIR).build();
    private static final int LONGEST_LINE = OPTIONS.maxLineLength();

    private final Formatter formatter = Formatter.createFormatter(OPTIONS);
    private final boolean apply;

    private FormatSources(boolean apply) {
        this.apply = apply;
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 2 || !Set.of("check", "apply").contains(args[0])) {
            System.err.println("usage: FormatSources check|apply FOLDER");
            System.exit(2);
        }
        Path root = Path.of(args[1]);
        List<String> findings = new FormatSources(args[0].equals("apply")).run(root);
        findings.forEach(System.err::println);
        if (!findings.isEmpty()) {
            System.err.println("Format with: mvn -q -pl build-tools verify -Dformat=apply");
            System.exit(1);
        }
    }

    private List<String> run(Path root) throws IOException {
        try (Stream<Path> files = javaFiles(root).parallelStream()) {
            return files.map(file -> visit(root, file)).flatMap(List::stream).toList();
        }
    }

    private List<String> visit(Path root, Path file) {
        try {
            String before = Files.readString(file);
            if (isFormatted(before)) {
                return List.of();
            }
            String after = formatter.formatSourceAndFixImports(before);
            if (before.equals(after)) {
                return List.of();
            }
            if (apply) {
                Files.writeString(file, after);
                return List.of();
            }
            return List.of("not formatted: " + root.relativize(file));
        } catch (IOException | FormatterException unreadable) {
            return List.of("cannot be formatted: " + root.relativize(file) + ": " + unreadable.getMessage());
        }
    }

    /**
     * Whether formatting would change nothing. Where a file has text blocks, the formatter formats it twice more to break long
     * strings; to see that there is nothing to break takes hardly any time, and of a whole tree most files are as they should be.
     */
    private boolean isFormatted(String source) throws FormatterException {
        return formatter.formatSource(formatter.fixImports(source)).equals(source)
                && (!mayHaveStringsToBreak(source) || hasNoStringToBreak(source));
    }

    /** Only text blocks and lines that are too long have; to look into a file takes as long as to read its imports. */
    private static boolean mayHaveStringsToBreak(String source) {
        return source.contains("\"\"\"") || source.lines().anyMatch(line -> line.length() > LONGEST_LINE);
    }

    private static boolean hasNoStringToBreak(String source) throws FormatterException {
        return StringWrapper.getReflowReplacements(LONGEST_LINE, source).asMapOfRanges().entrySet().stream()
                .allMatch(part -> source.substring(
                                part.getKey().lowerEndpoint(), part.getKey().upperEndpoint())
                        .equals(part.getValue()));
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean skip = !folder.equals(root) && (name.startsWith(".") || NOT_OURS.contains(name));
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.getFileName().toString().endsWith(".java")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
