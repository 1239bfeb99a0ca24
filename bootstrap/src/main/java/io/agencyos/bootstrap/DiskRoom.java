package io.agencyos.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is left where the embedded database lies: a server that died of a full disk says only that it is gone. */
final class DiskRoom {

    /** Less than this, in bytes, and a failure of the database is more likely the disk's. */
    static final long LITTLE = 64L << 20;

    private DiskRoom() {}

    /** A sentence to put behind a failure of the database; empty where there is room, or nobody can say. */
    static String remark(Path directory, long little) {
        try {
            long free = Files.getFileStore(directory).getUsableSpace();
            return free < little
                    ? " Only %d MiB are left for %s: make room, then start again.".formatted(free >> 20, directory)
                    : "";
        } catch (IOException unknown) {
            return "";
        }
    }
}
