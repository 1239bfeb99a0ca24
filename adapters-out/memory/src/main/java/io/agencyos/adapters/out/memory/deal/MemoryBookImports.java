package io.agencyos.adapters.out.memory.deal;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.deal.store.BookImports;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.deal.BookImport;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files that came in, and their rows. */
public final class MemoryBookImports implements BookImports {

    private record Line(ClientId client, ImportId run, BookImport.Row row) {}

    private record Key(ImportId run, int line) {}

    private final MemoryTable<ImportId, BookImport> runs;
    private final MemoryTable<Key, Line> lines;

    public MemoryBookImports(MemoryUnitOfWork units) {
        runs = MemoryTable.ofTenants("customer_import", units, BookImport::clientId, BookImport::id);
        lines = MemoryTable.ofTenants(
                "customer_import_row",
                units,
                Line::client,
                line -> new Key(line.run(), line.row().line()));
    }

    @Override
    public void insert(BookImport run) {
        runs.insert(run);
    }

    @Override
    public BookImport update(BookImport run) {
        find(run.clientId(), run.id())
                .filter(stored -> stored.version() == run.version())
                .orElseThrow(() -> new ConcurrentUpdate("import " + run.id()));
        BookImport next = run.atVersion(run.version() + 1);
        runs.put(next);
        return next;
    }

    @Override
    public Optional<BookImport> find(ClientId client, ImportId id) {
        return runs.find(id).filter(run -> run.clientId().equals(client));
    }

    @Override
    public Optional<BookImport> findForUpdate(ClientId client, ImportId id) {
        return find(client, id);
    }

    @Override
    public List<BookImport> list(ClientId client, BookImport.Kind kind, @Nullable After after, int limit) {
        Comparator<BookImport> ascending =
                comparing(BookImport::createdAt).thenComparing(ById.ascending(BookImport::id));
        return runs.rows()
                .filter(run -> run.clientId().equals(client) && run.kind() == kind)
                .filter(run -> after == null || isBehind(run, after))
                .sorted(ascending.reversed())
                .limit(limit)
                .toList();
    }

    private static boolean isBehind(BookImport run, After after) {
        int order = run.createdAt().compareTo(after.createdAt());
        return order < 0 || order == 0 && run.id().text().compareTo(after.id().text()) < 0;
    }

    @Override
    public void addRows(ClientId client, ImportId id, Collection<BookImport.Row> rows) {
        rows.forEach(row -> lines.insert(new Line(client, id, row)));
    }

    @Override
    public List<BookImport.Row> rows(ClientId client, ImportId id) {
        return lines.rows()
                .filter(line -> line.client().equals(client) && line.run().equals(id))
                .map(Line::row)
                .sorted(comparing(BookImport.Row::line))
                .toList();
    }

    @Override
    public List<BookImport.Row> failed(ClientId client, ImportId id, int limit) {
        return rows(client, id).stream()
                .filter(row -> row.result() == BookImport.RowResult.FAILED)
                .limit(limit)
                .toList();
    }
}
