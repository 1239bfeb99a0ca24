package io.agencyos.application.platform.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as RFC 4180 has them. A text that a table program would take for a formula gets an apostrophe before it, which such
 * programs do not show. Source: api 9.6, content 6.2.
 */
final class CsvText {

    /** By what formulas begin; a tab or a line break before one is skipped by some programs. */
    private static final String DANGEROUS = "=+-@\t\r\n";

    private CsvText() {}

    static String row(List<Cell> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case Cell.Empty() -> "";
            case Cell.Number(var value) -> value.toPlainString();
            case Cell.Text(String value) -> quoted(defused(value));
        };
    }

    private static String defused(String text) {
        return DANGEROUS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(sign -> ",\"\r\n".indexOf(sign) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
