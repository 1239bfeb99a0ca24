package io.agencyos.adapters.out.memory.outreach;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.recording.RecordingBook;
import io.agencyos.application.outreach.recording.RecordingFiles;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Copies of recordings beside the archive that says which recordings there are. */
public final class MemoryRecordingFiles implements RecordingFiles {

    private static final RecordingBook.Filter ALL = new RecordingBook.Filter(List.of(), null, null);

    private record File(
            ClientId client,
            UUID call,
            int tries,
            @Nullable Instant next,
            @Nullable Copy copy) {}

    private record Piece(ClientId client, UUID call, int number, byte[] bytes) {
        String key() {
            return call + "/" + number;
        }
    }

    private final MemoryTable<UUID, File> files;
    private final MemoryTable<String, Piece> pieces;
    private final CallBook calls;
    private final MemoryCallArchive archive;

    public MemoryRecordingFiles(MemoryUnitOfWork units, CallBook calls, MemoryCallArchive archive) {
        files = MemoryTable.<UUID, File>ofTenants("voice_recording_file", units, File::client, File::call)
                .writtenBy(Role.WORKER);
        pieces = MemoryTable.<String, Piece>ofTenants("voice_recording_piece", units, Piece::client, Piece::key)
                .writtenBy(Role.WORKER);
        this.calls = calls;
        this.archive = archive;
    }

    @Override
    public List<Wanted> wanted(ClientId client, Instant since, Instant now, int limit) {
        return wanted(since, now)
                .filter(row -> row.client().equals(client))
                .sorted(comparing((RecordingBook.Row row) -> row.recording().recordedAt())
                        .thenComparing(row -> row.recording().callId()))
                .limit(limit)
                .map(row -> {
                    CallBook.Call call =
                            calls.find(client, row.recording().callId()).orElseThrow();
                    return new Wanted(
                            call.id(),
                            call.vendor(),
                            call.ref(),
                            row.recording().recordedAt(),
                            files.find(call.id()).map(File::tries).orElse(0));
                })
                .toList();
    }

    private Stream<RecordingBook.Row> wanted(Instant since, Instant now) {
        return archive.page(ALL, null, Integer.MAX_VALUE).stream()
                .filter(row -> !row.recording().recordedAt().isBefore(since))
                .filter(row -> isToStay(row.recording(), now))
                .filter(row -> files.find(row.recording().callId())
                        .map(file -> file.copy() == null
                                && file.next() != null
                                && !file.next().isAfter(now))
                        .orElse(true));
    }

    private static boolean isToStay(CallArchive.Recording recording, Instant now) {
        return recording.deletedAt() == null
                && (recording.holdReason() != null || recording.deleteAfter().isAfter(now));
    }

    @Override
    public List<ClientId> clientsWithWanted(Instant since, Instant now, @Nullable ClientId after, int limit) {
        return wanted(since, now)
                .map(RecordingBook.Row::client)
                .distinct()
                .filter(client -> after == null || client.text().compareTo(after.text()) > 0)
                .sorted(comparing(ClientId::text))
                .limit(limit)
                .toList();
    }

    @Override
    public void append(ClientId client, UUID call, int piece, byte[] bytes) {
        pieces.put(new Piece(client, call, piece, bytes.clone()));
    }

    @Override
    public void complete(ClientId client, UUID call, Copy copy) {
        int tries = files.find(call).map(File::tries).orElse(0);
        files.put(new File(client, call, tries, null, copy));
    }

    @Override
    public void missed(ClientId client, UUID call, @Nullable Instant next) {
        forgetPieces(client, call);
        int tries = files.find(call).map(File::tries).orElse(0);
        files.put(new File(client, call, tries + 1, next, null));
    }

    private void forgetPieces(ClientId client, UUID call) {
        of(client, call).toList().forEach(piece -> pieces.remove(piece.key()));
    }

    private Stream<Piece> of(ClientId client, UUID call) {
        return pieces.rows()
                .filter(piece -> piece.client().equals(client) && piece.call().equals(call));
    }

    @Override
    public Optional<Copy> find(ClientId client, UUID call) {
        return files.find(call).filter(file -> file.client().equals(client)).map(File::copy);
    }

    @Override
    public void read(ClientId client, UUID call, OutputStream sink) {
        of(client, call).sorted(comparing(Piece::number)).forEach(piece -> {
            try {
                sink.write(piece.bytes());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    @Override
    public Optional<byte[]> piece(ClientId client, UUID call, int number) {
        return of(client, call)
                .filter(piece -> piece.number() == number)
                .map(piece -> piece.bytes().clone())
                .findFirst();
    }

    @Override
    public void remove(ClientId client, UUID call) {
        forgetPieces(client, call);
        files.remove(call);
    }
}
