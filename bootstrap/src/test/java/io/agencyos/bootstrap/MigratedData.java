package io.agencyos.bootstrap;

import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
import io.agencyos.adapters.out.postgres.kernel.PreparedDatabase;
import io.agencyos.adapters.out.postgres.kernel.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * An embedded database at rest with every table and no row, made once for the tests of a run and copied for each: a story
 * needs a database, and other tests see to it that one can be made.
 *
 * <p>Who starts the product by its own door, where it makes its database itself, calls {@link #forFirstStarts}.
 */
public final class MigratedData {

    private static final String DATABASE = "postgres";

    private MigratedData() {}

    private static final class Made {

        static final Path FOLDER = folder();
        static final Path PREPARED = prepared();
        static final Path TEMPLATE = make();
    }

    /**
     * From now on a first start in this process copies what is prepared, as it does behind the launcher, instead of making and
     * migrating a database for seconds.
     *
     * @return where it lies, for processes that are started as {@code -Dagencyos.prepared}
     */
    public static Path forFirstStarts() {
        System.setProperty(Database.PREPARED, Made.PREPARED.toString());
        return Made.PREPARED;
    }

    /** Lays the database into a data directory of the product that has none yet. */
    public static void into(Path folder) {
        Path template = Made.TEMPLATE;
        try (Stream<Path> files = Files.walk(template)) {
            Files.createDirectories(folder);
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        folder.resolve(DATABASE).resolve(template.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("agency-os-migrated");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "remove-migrated-data"));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path prepared() {
        try {
            Path folder = Made.FOLDER.resolve("prepared");
            PreparedDatabase.make(folder);
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path make() {
        Path data = Made.FOLDER.resolve(DATABASE);
        try (EmbeddedDatabase server = EmbeddedDatabase.start(
                data, EmbeddedDatabase.Durability.SURVIVES_KILLS, PreparedDatabase.in(Made.PREPARED))) {
            // nothing is left to migrate, but the roles have no password yet
            new Schema(server.address(DATABASE)).migrate();
        }
        return data;
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.toList().reversed();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException left) {
            System.err.println("left behind: " + folder + " (" + left + ")");
        }
    }
}
