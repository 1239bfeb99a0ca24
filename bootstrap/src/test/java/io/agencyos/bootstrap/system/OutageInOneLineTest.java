package io.agencyos.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the product's own configuration of the log makes of failures. Source: issue 2 section 6: a clear error. */
class OutageInOneLineTest {

    private final LoggerContext context = new LoggerContext();

    @Test
    void a_database_that_is_away_is_one_line_with_the_reason() throws JoranException {
        SQLException refused = new SQLException("Connection to db:5432 refused.\nCheck the host.", "08001");
        SQLException noConnection = new SQLTransientConnectionException("timed out after 5001ms", refused);

        assertThat(logged(new IllegalStateException("Unable to open connection", noConnection)))
                .endsWith(" Unhandled exception. (Connection to db:5432 refused.)" + System.lineSeparator())
                .hasLineCount(1);
    }

    @Test
    void so_is_one_whose_failure_hid_behind_another_and_a_full_disk() throws JoranException {
        IllegalStateException rollback = new IllegalStateException("Failed to rollback.");
        rollback.addSuppressed(new SQLException("An I/O error occurred.", "08006"));

        assertThat(logged(rollback)).hasLineCount(1).contains("(An I/O error occurred.)");
        assertThat(logged(new SQLException("could not extend file", "53100")))
                .hasLineCount(1)
                .contains("(could not extend file)");
    }

    @Test // a defect is looked for where it happened
    void every_other_failure_keeps_its_trace() throws JoranException {
        assertThat(logged(new SQLException("duplicate key", "23505")))
                .contains("java.sql.SQLException: duplicate key", "\tat " + OutageInOneLineTest.class.getName());
        assertThat(logged(new IllegalStateException("a bug"))).contains("IllegalStateException: a bug", "\tat ");
    }

    private String logged(Throwable thrown) throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(getClass().getResource("/logback.xml")));
        ConsoleAppender<?> console =
                (ConsoleAppender<?>) context.getLogger("ROOT").getAppender("console");
        LoggingEvent event = new LoggingEvent(
                "logger", context.getLogger("a.library"), Level.ERROR, "Unhandled exception.", thrown, null);
        return new String(((PatternLayoutEncoder) console.getEncoder()).encode(event), StandardCharsets.UTF_8);
    }
}
