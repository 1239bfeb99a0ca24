package io.agencyos.adapters.out.postgres.kernel;

import java.util.List;
import java.util.stream.Stream;

/** What a PostgreSQL program has to say for itself, in one line: its first error, else the last thing that it said. */
final class Complaint {

    private static final List<String> MARKS = List.of("PANIC:", "FATAL:", "ERROR:", "error:", "could not ");

    private Complaint() {}

    static String of(String output) {
        List<String> lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return MARKS.stream()
                .flatMap(mark -> from(mark, lines))
                .findFirst()
                .orElseGet(() -> lines.isEmpty() ? "it says nothing" : lines.getLast());
    }

    /** Without the date and process before it. */
    private static Stream<String> from(String mark, List<String> lines) {
        return lines.stream().filter(line -> line.contains(mark)).map(line -> line.substring(line.indexOf(mark)));
    }
}
