package io.agencyos.adapters.out.postgres.kernel;

import java.util.Optional;
import org.jdbi.v3.core.statement.ParsedSql;

/**
 * Reads a statement whose parameters are written {@code :name} and which has nothing else that takes a grammar to tell: no
 * comment, escaped quote, dollar quote or question mark. JDBI's grammar says the same of it and takes a thousand times
 * as long, which every start would pay for each of its statements.
 */
final class PlainStatement {

    private static final String NOT_PLAIN = "\\?$";

    private final String sql;
    private final ParsedSql.Builder parsed = ParsedSql.builder();
    private int at;
    private int taken;

    private PlainStatement(String sql) {
        this.sql = sql;
    }

    /** Empty where it is not plain. */
    static Optional<ParsedSql> parse(String sql) {
        return new PlainStatement(sql).read();
    }

    private Optional<ParsedSql> read() {
        while (at < sql.length()) {
            char next = sql.charAt(at);
            boolean plain = switch (next) {
                case '\'', '"' -> quoted(next);
                case ':' -> colon();
                case '-', '/' -> noComment(next);
                default -> NOT_PLAIN.indexOf(next) < 0 && next < 128;
            };
            if (!plain) {
                return Optional.empty();
            }
            at++;
        }
        parsed.append(sql.substring(taken));
        return Optional.of(parsed.build());
    }

    /** Leaves off at its closing quote; a quote within is two texts side by side, which comes to the same. */
    private boolean quoted(char quote) {
        int end = sql.indexOf(quote, at + 1);
        boolean closed = end > 0 && sql.charAt(end - 1) != '\\';
        at = end;
        return closed;
    }

    private boolean noComment(char first) {
        char second = charAt(at + 1);
        return second != '-' && (first == '-' || second != '*');
    }

    /** A cast, or a parameter. */
    private boolean colon() {
        if (charAt(at + 1) == ':') {
            at++;
            return charAt(at + 1) != ':';
        }
        int end = at + 1;
        while (isOfName(charAt(end))) {
            end++;
        }
        boolean named = end > at + 1
                && !Character.isDigit(sql.charAt(at + 1))
                && ".#".indexOf(charAt(end)) < 0
                && charAt(end) < 128;
        if (named) {
            parsed.append(sql.substring(taken, at)).appendNamedParameter(sql.substring(at + 1, end));
            taken = end;
            at = end - 1;
        }
        return named;
    }

    private static boolean isOfName(char one) {
        return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9' || one == '_';
    }

    private char charAt(int index) {
        return index < sql.length() ? sql.charAt(index) : ' ';
    }
}
