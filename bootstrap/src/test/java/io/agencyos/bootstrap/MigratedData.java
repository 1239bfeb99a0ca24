package io.agencyos.bootstrap;

import io.agencyos.adapters.out.postgres.kernel.EmbeddedDatabase;
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
 */
public final class MigratedData {

    private static final String DATABASE = "postgres";

    private MigratedData() {}

    private static final class Made {

        static final Path TEMPLATE = make();
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

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("agency-os-migrated");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "remove-migrated-data"));
            Path data = folder.resolve(DATABASE);
            try (EmbeddedDatabase server = EmbeddedDatabase.start(data, EmbeddedDatabase.Durability.SURVIVES_KILLS)) {
                new Schema(server.address(DATABASE)).migrate();
            }
            return data;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
