package io.agencyos.adapters.out.postgres.kernel;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data directory of an embedded server at rest, with every table and nobody's rows, which a first start copies: making
 * one and migrating it takes seconds. It says for which programs and which migrations it was made and serves no others,
 * and nobody can sign in to it: it holds no password.
 */
public final class PreparedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(PreparedDatabase.class);
    private static final PreparedDatabase NONE = new PreparedDatabase(null);
    private static final String DATABASE = "postgres";
    private static final String MARK = "agencyos-prepared";

    private final @Nullable Path folder;

    private PreparedDatabase(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Every first start makes its own. */
    public static PreparedDatabase none() {
        return NONE;
    }

    /** What {@link #make} left in the folder; as good as none where nothing did, or for another program. */
    public static PreparedDatabase in(Path folder) {
        return new PreparedDatabase(folder.toAbsolutePath().normalize());
    }

    /**
     * Makes one in {@code folder}, which must not exist yet and is complete once it does.
     *
     * @throws IOException when it cannot be written
     */
    public static void make(Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        Path workshop = target.resolveSibling(target.getFileName() + "-making");
        PostgresBinaries.deleteTree(workshop);
        Path made = workshop.resolve(DATABASE);
        String log;
        try (EmbeddedDatabase server = EmbeddedDatabase.start(made)) {
            DatabaseAddress address = server.address(DATABASE);
            new Schema(address).migrate();
            log = emptyLog(address);
        }
        Files.delete(made.resolve(EmbeddedDatabase.PASSWORD));
        dropUnwritten(made.resolve("pg_wal"), log);
        Files.writeString(made.resolve(MARK), key());
        Files.move(made, target, StandardCopyOption.ATOMIC_MOVE);
        PostgresBinaries.deleteTree(workshop);
    }

    /** Takes every password away, and answers the segment of the write-ahead log in which the server will end. */
    private static String emptyLog(DatabaseAddress address) {
        try (Connection admin =
                        DriverManager.getConnection(address.jdbcUrl(), address.adminUser(), address.adminPassword());
                Statement statement = admin.createStatement()) {
            statement.execute("""
                do $$
                declare
                    name text;
                begin
                    for name in select rolname from pg_authid where rolpassword is not null loop
                        execute format('alter role %I password null', name);
                    end loop;
                end $$
                """);
            statement.execute("checkpoint");
            statement.execute("select pg_switch_wal()");
            // the switch itself opens nothing: something has to be written
            statement.execute("comment on database " + DATABASE + " is 'prepared'");
            try (ResultSet segment = statement.executeQuery("select pg_walfile_name(pg_current_wal_insert_lsn())")) {
                segment.next();
                return segment.getString(1);
            }
        } catch (SQLException failure) {
            throw SqlErrors.translate("The database " + address + " could not be prepared", failure);
        }
    }

    /** Segments ahead of the last one hold nothing yet, each of them 16 MB of it. */
    private static void dropUnwritten(Path log, String last) throws IOException {
        try (Stream<Path> segments = Files.list(log)) {
            List<Path> ahead = segments.filter(Files::isRegularFile)
                    .filter(segment -> segment.getFileName().toString().compareTo(last) > 0)
                    .toList();
            for (Path segment : ahead) {
                Files.delete(segment);
            }
        }
    }

    /** Programs and migrations; a server of another build might not read it, or would have to migrate it. */
    private static String key() throws IOException {
        return PostgresBinaries.key() + " " + SchemaFingerprint.ofClassPath();
    }

    /**
     * Copies it to {@code fresh}, which does not exist yet.
     *
     * @return false when there is none for this program or it cannot be read; nothing is left behind then
     */
    boolean copyTo(Path fresh) throws IOException {
        if (folder == null || !Files.isReadable(folder.resolve(MARK))) {
            return false;
        }
        try {
            if (!Files.readString(folder.resolve(MARK)).equals(key())) {
                LOG.info("the prepared database in {} is of another build and is not used", folder);
                return false;
            }
            Files.walkFileTree(folder, new Copying(folder, fresh));
            Files.delete(fresh.resolve(MARK));
            return true;
        } catch (IOException failure) {
            LOG.info("the prepared database in {} cannot be used: {}", folder, EmbeddedDatabase.reason(failure));
            PostgresBinaries.deleteTree(fresh);
            return false;
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            Files.copy(directory, copy(directory), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.copy(file, copy(file), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }

        private Path copy(Path original) {
            return to.resolve(from.relativize(original));
        }
    }
}
