package io.agencyos.bootstrap.story;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Every line that is logged while this is open, with the traces of what failed. */
final class LogBook extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger root = root();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    /** Whoever asks while another thread's first logger is being made gets one that stands in for it. */
    private static Logger root() {
        LoggerContext loggers = null;
        while (loggers == null) {
            loggers = LoggerFactory.getILoggerFactory() instanceof LoggerContext made ? made : null;
            Thread.onSpinWait();
        }
        return loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    static LogBook open() {
        LogBook book = new LogBook();
        book.start();
        book.root.addAppender(book);
        return book;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String trace = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + trace);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines that hold one of the words. */
    List<String> telling(Collection<String> words) {
        return lines.stream()
                .filter(line -> words.stream().anyMatch(line::contains))
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
