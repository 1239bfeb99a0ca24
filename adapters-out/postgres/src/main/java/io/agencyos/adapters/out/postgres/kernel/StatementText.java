package io.agencyos.adapters.out.postgres.kernel;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.ParsedSql;

/**
 * A statement as the house writes them, taken apart into SQL and {@code :names} in one walk. The grammar that JDBI brings for
 * this knows more, and the walk through it took a process half a second for the few hundred statements that it asks.
 */
final class StatementText {

    /** What this leaves to JDBI: parameters without a name, escapes, other quotes and comments. */
    private static final List<String> BEYOND = List.of("?", "\\", "$", "//", "\"\"");

    private final String sql;
    private final ParsedSql.Builder parsed = ParsedSql.builder();
    private int written;

    private StatementText(String sql) {
        this.sql = sql;
    }

    /** Its parts, or nothing where it holds what this does not know. */
    static Optional<ParsedSql> parse(String sql) {
        return BEYOND.stream().anyMatch(sql::contains) ? Optional.empty() : Optional.of(new StatementText(sql).walk());
    }

    private ParsedSql walk() {
        int at = 0;
        while (at < sql.length()) {
            at = switch (sql.charAt(at)) {
                case '\'', '"' -> behind(sql.substring(at, at + 1), at + 1, at + 1);
                case '-' -> sql.startsWith("--", at) ? behind("\n", at + 2, sql.length()) : at + 1;
                case '/' -> sql.startsWith("/*", at) ? behind("*/", at + 2, at + 1) : at + 1;
                case ':' -> colon(at);
                default -> at + 1;
            };
        }
        return parsed.append(sql.substring(written)).build();
    }

    private int behind(String end, int from, int otherwise) {
        int at = sql.indexOf(end, from);
        return at < 0 ? otherwise : at + end.length();
    }

    /** A cast is passed, a name is a parameter. */
    private int colon(int at) {
        if (sql.startsWith("::", at)) {
            return at + 2;
        }
        int end = at + 1;
        while (end < sql.length() && isOfName(sql.charAt(end))) {
            end++;
        }
        if (end > at + 1) {
            parsed.append(sql.substring(written, at)).appendNamedParameter(sql.substring(at + 1, end));
            written = end;
        }
        return end;
    }

    private static boolean isOfName(char c) {
        return Character.isJavaIdentifierPart(c) || c == '.';
    }
}
