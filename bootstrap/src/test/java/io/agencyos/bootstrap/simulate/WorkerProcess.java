package io.agencyos.bootstrap.simulate;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of its own that runs {@link WorldWorker} until it is killed. */
final class WorkerProcess implements AutoCloseable {

    private final ProcessBuilder command;
    private Process process;
    private long since = System.nanoTime();

    private WorkerProcess(ProcessBuilder command) throws IOException {
        this.command = command;
        this.process = command.start();
    }

    static WorkerProcess start(Map<String, String> papers, Path log) throws IOException {
        ProcessBuilder command = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                WorldWorker.class.getName()));
        command.environment().putAll(papers);
        command.redirectErrorStream(true);
        command.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        command.directory(new File("."));
        return new WorkerProcess(command);
    }

    /** {@code kill -9} after so many milliseconds, and a new process in its place. */
    void killAndStartAgain(int afterMillis) throws InterruptedException {
        if (!process.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try {
            process = command.start();
            since = System.nanoTime();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean hasLivedFor(Duration span) {
        return System.nanoTime() - since > span.toNanos();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
