package io.agencyos.bootstrap.system;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stack traces of the log, but for a database that is away or without room: it fails whoever asks, every few seconds, and where it
 * was asked explains nothing. Why it failed is then said in one line.
 */
public final class OutageInOneLine extends ThrowableProxyConverter {

    /** States that say: no connection, no resources such as room on the disk, stopped or not started yet. */
    private static final Pattern OUTAGE = Pattern.compile("(08|53)...|57P..");

    @Override
    protected String throwableProxyToString(IThrowableProxy proxy) {
        return Optional.of(proxy)
                .filter(ThrowableProxy.class::isInstance)
                .map(of -> ((ThrowableProxy) of).getThrowable())
                .flatMap(thrown ->
                        causes(thrown).filter(OutageInOneLine::isOutage).reduce((outer, inner) -> inner))
                .map(why -> " (" + firstLine(why) + ")")
                .orElseGet(() -> System.lineSeparator()
                        + super.throwableProxyToString(proxy).stripTrailing());
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.concat(
                Stream.of(thrown),
                Stream.concat(Stream.of(thrown.getSuppressed()), Stream.ofNullable(thrown.getCause()))
                        .flatMap(OutageInOneLine::causes));
    }

    private static boolean isOutage(Throwable thrown) {
        return thrown instanceof SQLTransientConnectionException
                || thrown instanceof SQLException refused
                        && refused.getSQLState() != null
                        && OUTAGE.matcher(refused.getSQLState()).matches();
    }

    private static String firstLine(Throwable why) {
        return Objects.requireNonNullElse(why.getMessage(), "")
                .lines()
                .findFirst()
                .orElse(why.toString());
    }
}
