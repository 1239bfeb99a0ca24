package io.agencyos.bootstrap.demo;

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

    /** Takes the folder, and empties it where an earlier demonstration was cut off before anything was sent. */
    static DemoHome enter(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(lock) == null) {
            lock.close();
            throw new DemoInUse("another demonstration runs in " + folder
                    + "; stop it, or choose another folder with AGENCYOS_DATA_DIR");
        }
        DemoHome home = new DemoHome(folder, lock);
        if (!home.state().isSetUp()) {
            home.empty();
        }
        return home;
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

    /** Where the sandbox remembers its world. */
    Path world() {
        return folder.resolve("world.jsonl");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
