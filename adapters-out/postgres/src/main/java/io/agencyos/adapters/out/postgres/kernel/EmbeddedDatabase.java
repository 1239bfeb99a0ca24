package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.application.shared.StorageUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server of our own on a data directory that survives restarts, reachable on loopback with a password
 * kept inside that directory. One process per data directory. A server that dies is started again on the same port; one
 * left over from a killed process is stopped first. Source: issue 2 section 2, DESIGN 5.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** What a crash of the machine may cost. */
    public enum Durability {
        /** Nothing that was committed. For every real use. */
        DURABLE,
        /** The whole directory; a killed process costs nothing that was committed. For demonstrations. */
        SURVIVES_KILLS,
        /** The same, and a killed process too. For tests. */
        THROW_AWAY
    }

    /** A statement is prepared when it is first asked, and stays prepared. */
    private static final String PREPARED_AT_ONCE =
            "?prepareThreshold=1&preparedStatementCacheQueries=1024&preparedStatementCacheSizeMiB=32";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String ADMIN = "postgres";

    /** The file of a data directory with its administrator's password. */
    static final String PASSWORD = "agencyos-password";

    private static final Duration START_WITHIN = Duration.ofSeconds(60);
    private static final int PORTS_TRIED = 5;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final Path data;
    private final Durability durability;
    private final DataDirectoryLock lock;
    private final ServerPrograms programs;
    private final String password;
    private int port;
    private volatile Process server;
    private volatile boolean closing;

    private EmbeddedDatabase(
            Path data, Durability durability, PreparedDatabase prepared, Path cache, DataDirectoryLock lock)
            throws IOException {
        this.data = data;
        this.durability = durability;
        this.lock = lock;
        this.programs = ServerPrograms.unpacked(cache, data.resolveSibling("postgres-programs"));
        stopLeftOver();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(prepared);
        }
        this.password = Files.readString(passwordFile()).strip();
        this.server = firstLaunch();
        Thread.ofVirtual().name("embedded-postgres-keeper").start(this::keepRunning);
    }

    /** Starts the server of {@code dataDirectory}, which is made if it is not there yet. */
    public static EmbeddedDatabase start(Path dataDirectory) {
        return start(dataDirectory, Durability.DURABLE);
    }

    /** As {@link #start(Path)}, with a choice of what a crash may cost. */
    public static EmbeddedDatabase start(Path dataDirectory, Durability durability) {
        return start(dataDirectory, durability, PreparedDatabase.none());
    }

    /**
     * The same, with what a first start may copy.
     *
     * @throws DatabaseInUse when another process holds the directory
     * @throws StorageUnavailable when the server does not start; the message says why
     */
    public static EmbeddedDatabase start(Path dataDirectory, Durability durability, PreparedDatabase prepared) {
        Path data = dataDirectory.toAbsolutePath().normalize();
        DataDirectoryLock lock = DataDirectoryLock.acquire(data);
        try {
            return new EmbeddedDatabase(data, durability, prepared, defaultCache(), lock);
        } catch (IOException failure) {
            lock.close();
            throw new StorageUnavailable(
                    "The embedded database in " + data + " does not start: " + reason(failure), failure);
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /** The exceptions of files often say no more than the file's name. */
    static String reason(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof FileSystemException ? failure.getClass().getSimpleName() + ": " + message : message;
    }

    /** The address of one database of this server, with the rights of its administrator. */
    public DatabaseAddress address(String database) {
        String plain = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        String url = durability == Durability.SURVIVES_KILLS ? plain + PREPARED_AT_ONCE : plain;
        return new DatabaseAddress(url, ADMIN, password, rolePasswords());
    }

    int port() {
        return port;
    }

    /** The server's, or the next one's while a dead one is being started again: that answers before we know its number. */
    synchronized long pid() {
        return server.pid();
    }

    private Map<DatabaseRole, String> rolePasswords() {
        return Map.of(DatabaseRole.APP, password, DatabaseRole.WORKER, password, DatabaseRole.PLATFORM, password);
    }

    private static Path defaultCache() {
        return Path.of(System.getProperty("user.home"), ".cache", "agency-os", "postgres");
    }

    private Path passwordFile() {
        return data.resolve(PASSWORD);
    }

    /** Under another name until it is whole, so that whatever ends the process leaves a first start that begins again. */
    private void initialise(PreparedDatabase prepared) throws IOException {
        Path fresh = data.resolveSibling(data.getFileName() + ".new");
        PostgresBinaries.deleteTree(fresh);
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Path handedOver = Files.createTempFile("agencyos", "secret");
        try {
            Files.writeString(handedOver, HexFormat.of().formatHex(secret));
            programs.own(handedOver);
            if (prepared.copyTo(fresh)) {
                takeOver(fresh, Files.readString(handedOver));
            } else {
                Files.createDirectories(fresh);
                initialise(fresh, handedOver);
            }
            Files.copy(handedOver, fresh.resolve(PASSWORD), StandardCopyOption.COPY_ATTRIBUTES);
        } finally {
            Files.deleteIfExists(handedOver);
        }
        if (Files.isDirectory(data)) {
            // an empty folder that somebody made beforehand; a full one is not ours to remove
            Files.delete(data);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialise(Path fresh, Path passwordFile) throws IOException {
        programs.own(fresh);
        List<String> arguments = new ArrayList<>(List.of(
                "-D",
                fresh.toString(),
                "-U",
                ADMIN,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions",
                "-c",
                "scram_iterations=1"));
        if (durability != Durability.DURABLE) {
            arguments.add("--no-sync");
        }
        programs.run("initdb", arguments);
    }

    /** Gives a copy a password of its own before anybody can reach it. */
    private void takeOver(Path fresh, String own) throws IOException {
        programs.own(fresh);
        programs.execute(fresh, ADMIN, "alter role " + ADMIN + " password '" + own + "'");
        if (durability == Durability.DURABLE) {
            programs.run("initdb", List.of("--sync-only", "-D", fresh.toString()));
        }
    }

    /** A port that was free a moment ago may be somebody else's by now. */
    private Process firstLaunch() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            try {
                return launch();
            } catch (IOException failure) {
                if (attempt == PORTS_TRIED
                        || !String.valueOf(failure.getMessage()).contains("could not bind")) {
                    throw failure;
                }
            }
        }
    }

    private Process launch() throws IOException {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        if (Files.exists(log) && Files.size(log) > 5_000_000) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        long logBefore = Files.exists(log) ? Files.size(log) : 0;
        Process process = programs.startServer(arguments(), log);
        long deadline = System.nanoTime() + START_WITHIN.toNanos();
        while (!ServerState.of(data)
                .filter(ServerState::ready)
                .filter(state -> state.pid() == process.pid())
                .isPresent()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException(Complaint.of(tail(log, logBefore)));
            }
            pause(5);
        }
        return process;
    }

    private List<String> arguments() {
        List<String> settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=100",
                "timezone=UTC",
                "log_timezone=UTC",
                "jit=off",
                "wal_level=minimal",
                "max_wal_senders=0",
                "max_wal_size=1GB",
                "random_page_cost=1.1",
                "log_min_messages=warning",
                // a refused row is a person's: neither it nor its statement stands in a file that nobody erases
                "log_error_verbosity=terse",
                "log_min_error_statement=panic",
                // stretching helps a password that a person made up; ours has 192 random bits, and every connection
                // pays
                "scram_iterations=1"));
        if (durability == Durability.THROW_AWAY) {
            settings.addAll(List.of(
                    "fsync=off",
                    "synchronous_commit=off",
                    "full_page_writes=off",
                    "autovacuum=off",
                    "io_method=sync",
                    // several databases with pools of their own stand side by side
                    "max_connections=300"));
        } else {
            settings.addAll(List.of("shared_buffers=256MB", "work_mem=16MB", "maintenance_work_mem=128MB"));
        }
        if (durability == Durability.SURVIVES_KILLS) {
            // thirty days ask a few hundred questions a hundred thousand times: planning each anew was a quarter of the
            // work
            settings.addAll(List.of(
                    "fsync=off",
                    "full_page_writes=off",
                    "plan_cache_mode=force_generic_plan",
                    // a segment of the log need not be filled with zeros first where nothing is flushed
                    "wal_init_zero=off",
                    // all of it lies in memory: nobody reads ahead for anybody
                    "io_method=sync",
                    "update_process_title=off"));
        }
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString()));
        settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments;
    }

    /** A server that outlived its killed process is stopped; the file of a dead one is removed. We hold the lock. */
    private void stopLeftOver() throws IOException {
        Optional<ServerState> left = ServerState.of(data);
        if (left.isEmpty()) {
            return;
        }
        Optional<ProcessHandle> running = left.get().process(data);
        if (running.isPresent()) {
            LOG.warn(
                    "stopping the PostgreSQL server {} that an earlier process left running on {}",
                    left.get().pid(),
                    data);
            programs.signal("INT", left.get().pid());
            if (!ended(running.get())) {
                programs.signal("QUIT", left.get().pid());
                if (!ended(running.get())) {
                    throw new IOException("the server " + left.get().pid() + " of an earlier process does not stop");
                }
            }
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    private static boolean ended(ProcessHandle process) {
        long deadline = System.nanoTime() + STOP_WITHIN.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            pause(5);
        }
        return !process.isAlive();
    }

    private void keepRunning() {
        while (!closing) {
            try {
                int code = server.waitFor();
                if (closing) {
                    return;
                }
                LOG.error("the embedded PostgreSQL server ended by itself (code {}); starting it again", code);
                restart();
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private synchronized void restart() throws InterruptedException {
        if (closing) {
            return;
        }
        try {
            stopLeftOver();
            server = launch();
            LOG.info("the embedded PostgreSQL server runs again");
        } catch (IOException failure) {
            LOG.error("the embedded PostgreSQL server does not start again: {}", failure.getMessage());
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    /** Stops the server the fast way: open transactions are rolled back, committed ones are on disk. */
    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            try (lock) {
                if (server.isAlive()) {
                    programs.signal("INT", server.pid());
                    if (!ended(server.toHandle())) {
                        programs.signal("QUIT", server.pid());
                        ended(server.toHandle());
                    }
                }
            } catch (IOException failure) {
                server.destroyForcibly();
                LOG.warn("the embedded PostgreSQL server was stopped by force: {}", failure.getMessage());
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String tail(Path log, long from) throws IOException {
        try (var channel = Files.newByteChannel(log, StandardOpenOption.READ)) {
            channel.position(from);
            byte[] text = Channels.newInputStream(channel).readNBytes(4000);
            return new String(text, StandardCharsets.UTF_8).strip();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("interrupted while waiting for the embedded database", interrupted);
        }
    }
}
