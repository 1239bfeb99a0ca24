package io.agencyos.adapters.out.sandbox.ledger;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sandbox's memory across processes: one JSON line per accepted command and step of time, appended before the answer
 * leaves. A killed process loses nothing that it had answered; a torn last line is cut off when the file is read again.
 */
public final class Journal implements AutoCloseable {

    private final FileChannel file;

    private Journal(FileChannel file) {
        this.file = file;
    }

    /** Opens or creates the file for appending. */
    public static Journal open(Path path) {
        try {
            return new Journal(FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads the whole lines of a file that may not exist, and cuts off what a crash left of a last one. */
    public static List<Body> read(Path path) {
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            byte[] bytes = Files.readAllBytes(path);
            List<Body> entries = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    entries.add(Body.of(new String(bytes, start, i - start, StandardCharsets.UTF_8)));
                    start = i + 1;
                }
            }
            cutTo(path, start, bytes.length);
            return entries;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void cutTo(Path path, int whole, int length) throws IOException {
        if (whole < length) {
            try (FileChannel torn = FileChannel.open(path, StandardOpenOption.WRITE)) {
                torn.truncate(whole);
            }
        }
    }

    /** Appends one entry; when this returns, the operating system has it. */
    public synchronized void append(Map<String, @Nullable Object> entry) {
        try {
            ByteBuffer line = ByteBuffer.wrap((Json.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
