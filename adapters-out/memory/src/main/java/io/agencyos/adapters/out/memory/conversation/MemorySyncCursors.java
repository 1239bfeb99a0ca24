package io.agencyos.adapters.out.memory.conversation;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.conversation.inbox.SyncCursors;
import io.agencyos.domain.client.identity.Role;
import java.time.Instant;
import java.util.Optional;

/** How far each source was read. */
public final class MemorySyncCursors implements SyncCursors {

    private record Row(Source source, Cursor cursor) {}

    private final MemoryTable<Source, Row> table;

    public MemorySyncCursors(MemoryUnitOfWork units) {
        table = MemoryTable.<Source, Row>ofTenants(
                        "sync_cursor", units, row -> row.source().client(), Row::source)
                .writtenBy(Role.WORKER);
    }

    @Override
    public Optional<Cursor> find(Source source) {
        return table.find(source).map(Row::cursor);
    }

    @Override
    public void advance(Source source, String position, Instant at) {
        table.put(new Row(source, new Cursor(position, at, null)));
    }

    @Override
    public void fail(Source source, String error, Instant at) {
        Cursor before = find(source).orElse(new Cursor(null, null, null));
        table.put(new Row(source, new Cursor(before.position(), before.lastOkAt(), error)));
    }
}
