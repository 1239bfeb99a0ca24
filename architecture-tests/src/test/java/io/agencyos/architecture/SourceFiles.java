package io.agencyos.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Rules on source files that no class file shows. */
final class SourceFiles {

    /** The house asks for about 400 lines; the slack keeps the rule from being a reason for a bad split. */
    static final int MOST_LINES = 450;

    private SourceFiles() {}

    static List<String> tooLong(List<Path> files) {
        return files.stream()
                .filter(file -> lines(file) > MOST_LINES)
                .map(file -> file + " has " + lines(file) + " lines, more than " + MOST_LINES)
                .toList();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
