package io.agencyos.adapters.out.memory.outreach;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.recording.CallBook;
import io.agencyos.application.outreach.recording.RecordingBook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recordings beside the calls that they are of. */
public final class MemoryCallArchive implements CallArchive, RecordingBook {

    private record Row(ClientId client, Recording recording) {
        UUID call() {
            return recording.callId();
        }
    }

    private final MemoryTable<UUID, Row> rows;
    private final CallBook calls;

    public MemoryCallArchive(MemoryUnitOfWork units, CallBook calls) {
        rows = MemoryTable.<UUID, Row>ofTenants("voice_recording", units, Row::client, Row::call)
                .writtenBy(Role.OWNER, Role.ADMIN, Role.WORKER);
        this.calls = calls;
    }

    @Override
    public void recorded(ClientId client, UUID call, Instant endedAt) {
        rows.insert(new Row(client, new Recording(call, endedAt, endedAt.plus(KEPT), null, null, 0, null)));
    }

    @Override
    public void declined(ClientId client, UUID call, Instant now) {
        change(
                client,
                call,
                had -> new Recording(
                        call, had.recordedAt(), now, null, had.requestedAt(), had.attempts(), had.deletedAt()));
    }

    private void change(ClientId client, UUID call, UnaryOperator<Recording> change) {
        find(client, call).ifPresent(had -> rows.put(new Row(client, change.apply(had))));
    }

    @Override
    public Optional<Recording> find(ClientId client, UUID call) {
        return rows.find(call).filter(row -> row.client().equals(client)).map(Row::recording);
    }

    @Override
    public boolean hold(ClientId client, UUID call, @Nullable String reason, UserId by, Instant at) {
        Optional<Recording> kept = find(client, call).filter(had -> had.deletedAt() == null);
        kept.ifPresent(had -> change(
                client,
                call,
                was -> new Recording(
                        call,
                        was.recordedAt(),
                        was.deleteAfter(),
                        reason,
                        was.requestedAt(),
                        was.attempts(),
                        was.deletedAt())));
        return kept.isPresent();
    }

    @Override
    public List<Due> due(ClientId client, Instant now, @Nullable UUID after, int limit) {
        return open(now)
                .filter(row -> row.client().equals(client))
                .filter(row -> after == null || row.call().compareTo(after) > 0)
                .sorted(comparing(Row::call))
                .limit(limit)
                .map(row -> calls.find(client, row.call())
                        .map(call -> new Due(
                                row.call(),
                                call.vendor(),
                                call.ref(),
                                row.recording().requestedAt()))
                        .orElseThrow())
                .toList();
    }

    private Stream<Row> open(Instant now) {
        return rows.rows()
                .filter(row -> row.recording().deletedAt() == null
                        && row.recording().holdReason() == null
                        && !row.recording().deleteAfter().isAfter(now));
    }

    @Override
    public void deleted(ClientId client, UUID call, Instant at, String reason) {
        change(
                client,
                call,
                had -> new Recording(
                        call,
                        had.recordedAt(),
                        had.deleteAfter(),
                        had.holdReason(),
                        had.requestedAt() == null ? at : had.requestedAt(),
                        had.attempts(),
                        at));
    }

    @Override
    public void refused(ClientId client, UUID call, Instant at, String error) {
        change(
                client,
                call,
                had -> new Recording(
                        call,
                        had.recordedAt(),
                        had.deleteAfter(),
                        had.holdReason(),
                        had.requestedAt() == null ? at : had.requestedAt(),
                        had.attempts() + 1,
                        had.deletedAt()));
    }

    @Override
    public List<ClientId> clientsWithDue(Instant now, @Nullable ClientId after, int limit) {
        return open(now)
                .map(Row::client)
                .distinct()
                .filter(client -> after == null || client.text().compareTo(after.text()) > 0)
                .sorted(comparing(ClientId::text))
                .limit(limit)
                .toList();
    }

    @Override
    public List<RecordingBook.Row> page(Filter filter, @Nullable After after, int limit) {
        Comparator<Row> newest = comparing((Row row) -> row.recording().recordedAt())
                .thenComparing(row -> row.call().toString())
                .reversed();
        return rows.rows()
                .filter(row -> filter.clients().isEmpty() || filter.clients().contains(row.client()))
                .filter(row -> filter.flagged() == null
                        || filter.flagged() == (row.recording().holdReason() != null))
                .filter(row -> filter.deleted() == null
                        || filter.deleted() == (row.recording().deletedAt() != null))
                .filter(row -> after == null || isBehind(row, after))
                .sorted(newest)
                .limit(limit)
                .map(this::told)
                .toList();
    }

    private static boolean isBehind(Row row, After after) {
        int time = row.recording().recordedAt().compareTo(after.recordedAt());
        return time < 0
                || time == 0 && row.call().toString().compareTo(after.call().toString()) < 0;
    }

    private RecordingBook.Row told(Row row) {
        return new RecordingBook.Row(
                row.client(), calls.find(row.client(), row.call()).orElseThrow().leadId(), row.recording());
    }

    @Override
    public Optional<RecordingBook.Row> find(UUID call) {
        return rows.find(call).map(this::told);
    }
}
