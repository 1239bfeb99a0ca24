package io.agencyos.bootstrap.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** How far the demonstration has come, so that a killed one goes on where it stood. Written whole or not at all. */
final class DemoState {

    private static final String NOW = "now";
    private static final String SET_UP = "set-up";
    private static final String FINISHED = "finished";
    private static final String PASSWORD = "password";
    private static final String PORT = "port";
    private static final String VENDORS = "vendors.port";

    private final Path file;
    private final Properties entries;

    private DemoState(Path file, Properties entries) {
        this.file = file;
        this.entries = entries;
    }

    static DemoState read(Path file) {
        Properties entries = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                entries.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot read " + file, unreadable);
            }
        }
        return new DemoState(file, entries);
    }

    /** The simulated time that was reached. */
    Optional<Instant> now() {
        return Optional.ofNullable(entries.getProperty(NOW)).map(Instant::parse);
    }

    boolean isSetUp() {
        return entries.containsKey(SET_UP);
    }

    /** Whether so many business days have been lived through to the end. */
    boolean isFinished(int businessDays) {
        return Integer.parseInt(entries.getProperty(FINISHED, "0")) >= businessDays;
    }

    Optional<String> password() {
        return Optional.ofNullable(entries.getProperty(PASSWORD));
    }

    /** The port under which vendors and readers know this installation. */
    Optional<Integer> port() {
        return Optional.ofNullable(entries.getProperty(PORT)).map(Integer::valueOf);
    }

    void port(int port) {
        put(PORT, Integer.toString(port));
    }

    /** The port under which the installation knows the vendors: accounts and pages name it. */
    Optional<Integer> vendors() {
        return Optional.ofNullable(entries.getProperty(VENDORS)).map(Integer::valueOf);
    }

    void vendors(int port) {
        put(VENDORS, Integer.toString(port));
    }

    void reached(Instant now) {
        put(NOW, now.toString());
    }

    void setUp() {
        put(SET_UP, "yes");
    }

    void finished(int businessDays) {
        put(FINISHED, Integer.toString(businessDays));
    }

    void password(String password) {
        put(PASSWORD, password);
    }

    private void put(String key, String value) {
        entries.setProperty(key, value);
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
                entries.store(writer, "how far the demonstration has come");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }
}
