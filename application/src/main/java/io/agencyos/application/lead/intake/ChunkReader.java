package io.agencyos.application.lead.intake;

import io.agencyos.domain.lead.intake.LeadRowReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and normalises a file chunk by chunk, always one chunk ahead of who takes them, on a thread of its own: the next
 * rows are read while the last ones are stored. Rows are numbered from 1 and keep their order.
 */
final class ChunkReader implements AutoCloseable {

    /** A chunk ends early with rows so wide that its lines would fill the memory: exports paste whole texts into cells. */
    private static final int MOST_CHARACTERS = 4_000_000;

    /**
     * Some rows in the order of the file.
     *
     * @param last no more rows follow
     * @param broken why the file ended before its end
     */
    record Chunk(
            List<ImportChunk.Row> rows,
            boolean last,
            @Nullable UnreadableLeadFile broken) {}

    private final Iterator<LeadFile.Row> file;
    private final LeadRowReader reader;
    private final int size;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("lead-file-reader").factory());
    private int rowNo;
    private Future<Chunk> next;

    ChunkReader(Iterator<LeadFile.Row> file, LeadRowReader reader, int size) {
        this(file, reader, size, 0);
    }

    /** @param after rows that were taken before and are passed over */
    ChunkReader(Iterator<LeadFile.Row> file, LeadRowReader reader, int size, int after) {
        this.file = file;
        this.reader = reader;
        this.size = size;
        while (rowNo < after && file.hasNext()) {
            file.next();
            rowNo++;
        }
        this.next = thread.submit(this::read);
    }

    /** The next chunk; not to be called after the last one. */
    Chunk take() {
        try {
            Chunk taken = next.get();
            if (!taken.last()) {
                next = thread.submit(this::read);
            }
            return taken;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the file was being read", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private Chunk read() {
        List<LeadFile.Row> lines = new ArrayList<>(size);
        long characters = 0;
        try {
            while (lines.size() < size && characters < MOST_CHARACTERS && file.hasNext()) {
                LeadFile.Row line = file.next();
                lines.add(line);
                characters += line.cells().stream().mapToInt(String::length).sum();
            }
            return new Chunk(normalised(lines), lines.size() < size && characters < MOST_CHARACTERS, null);
        } catch (UnreadableLeadFile unreadable) {
            return new Chunk(normalised(lines), true, unreadable);
        }
    }

    /** Reading a file is one thread's work; what its cells mean is as many threads' as there are. */
    private List<ImportChunk.Row> normalised(List<LeadFile.Row> lines) {
        int before = rowNo;
        rowNo += lines.size();
        return IntStream.range(0, lines.size())
                .parallel()
                .mapToObj(at -> {
                    LeadFile.Row line = lines.get(at);
                    return ImportChunk.Row.of(before + at + 1, line.line(), reader.read(line.cells()));
                })
                .toList();
    }

    /** Waits for a read that is under way, so that nobody closes the file beneath it. */
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
