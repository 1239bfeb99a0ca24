package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.sandbox.SandboxHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of the demonstration, held so that no second one runs in it. */
final class DemoHome implements AutoCloseable {

    private static final String LOCK = "demo.lock";

    private final Path folder;
    private final FileChannel lock;

    private DemoHome(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the folder, and empties it where an earlier demonstration was cut off before anything was sent.
     *
     * @throws DemoRefused when it cannot be written, another demonstration is in it, or it is not a demonstration's
     */
    static DemoHome enter(Path folder) {
        DemoHome home = new DemoHome(folder, lock(folder));
        if (!home.state().isSetUp()) {
            home.empty();
        }
        return home;
    }

    private static FileChannel lock(Path folder) {
        Path file = folder.resolve(LOCK);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file) && !isEmpty(folder)) {
                throw new DemoRefused(folder + " holds files that no demonstration made; move them away,"
                        + " or choose another folder with AGENCYOS_DATA_DIR");
            }
            FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lock) == null) {
                lock.close();
                throw new DemoRefused("another demonstration runs in " + folder
                        + "; stop it, or choose another folder with AGENCYOS_DATA_DIR");
            }
            return lock;
        } catch (IOException unusable) {
            throw new DemoRefused(folder + " cannot be written (" + unusable
                    + "); make room there, or choose another folder with AGENCYOS_DATA_DIR");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private void empty() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.filter(path -> !path.equals(folder) && !path.endsWith(LOCK))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot empty " + folder, failed);
        }
    }

    Path folder() {
        return folder;
    }

    DemoState state() {
        return DemoState.read(folder.resolve("state.properties"));
    }

    /** How the sandboxes of the clients' test twins are kept. */
    SandboxHouse.Keeping twins() {
        return SandboxHouse.Keeping.here(Optional.of(folder.resolve("twins")));
    }

    /** Where the sandbox remembers its world. */
    Path world() {
        return folder.resolve("world.jsonl");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
