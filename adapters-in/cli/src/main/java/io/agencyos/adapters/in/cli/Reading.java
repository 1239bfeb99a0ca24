package io.agencyos.adapters.in.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is read, more than once if need be, and how far the last reading has come. */
final class Reading {

    private final Path path;
    private final long size;
    private long taken;

    Reading(Path path) throws IOException {
        this.path = path;
        this.size = Files.size(path);
    }

    Path path() {
        return path;
    }

    /** In bytes. */
    long size() {
        return size;
    }

    /** Bytes of the reading that was begun last. */
    long taken() {
        return taken;
    }

    InputStream again() throws IOException {
        taken = 0;
        return new FilterInputStream(Files.newInputStream(path)) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                taken += one < 0 ? 0 : 1;
                return one;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                int some = super.read(into, from, most);
                taken += Math.max(0, some);
                return some;
            }
        };
    }
}
