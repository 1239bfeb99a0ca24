package io.agencyos.adapters.out.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to keep worlds in a folder. The operating system frees it however the process ends. */
final class FolderLock implements AutoCloseable {

    private static final String NAME = "house.lock";

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /** Makes the folder where it is missing. */
    static FolderLock of(Path folder) {
        Path name = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            FileChannel file = FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!held(file)) {
                file.close();
                throw new SandboxFolderInUse(folder, Files.readString(name).strip());
            }
            file.truncate(0);
            file.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new FolderLock(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("the sandbox cannot remember anything in " + folder, failed);
        }
    }

    private static boolean held(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
