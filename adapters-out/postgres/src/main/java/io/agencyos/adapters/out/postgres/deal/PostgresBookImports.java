package io.agencyos.adapters.out.postgres.deal;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.deal.store.BookImports;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.deal.BookImport;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.CustomerId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.SuppressionId;
import io.agencyos.domain.shared.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Imports in {@code customer_import}, their rows in {@code customer_import_row}. */
public final class PostgresBookImports implements BookImports {

    @Override
    public void insert(BookImport run) {
        bind(Db.update("""
            insert into customer_import (client_id, id, kind, file_name, status, rows_total, imported, updated, skipped, failed,
                   undone_at, undone_by, created_at, row_version)
            values (:client, :id, :kind, :file, :status, :rows, :imported, :updated, :skipped, :failed, :undoneAt, :undoneBy,
                   :createdAt, :version)
            """), run)
                .bind("kind", run.kind())
                .bind("file", run.fileName())
                .bind("createdAt", run.createdAt())
                .execute();
    }

    @Override
    public BookImport update(BookImport run) {
        int written = bind(Db.update("""
            update customer_import
               set status = :status, rows_total = :rows, imported = :imported, updated = :updated, skipped = :skipped,
                   failed = :failed, undone_at = :undoneAt, undone_by = :undoneBy, updated_at = now(),
                   row_version = row_version + 1
             where client_id = :client and id = :id and row_version = :version
            """), run).execute();
        if (written == 0) {
            throw new ConcurrentUpdate("import " + run.id());
        }
        return run.atVersion(run.version() + 1);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, BookImport run) {
        return statement
                .bind("client", run.clientId())
                .bind("id", run.id())
                .bind("status", run.status())
                .bind("rows", run.counts().rows())
                .bind("imported", run.counts().imported())
                .bind("updated", run.counts().updated())
                .bind("skipped", run.counts().skipped())
                .bind("failed", run.counts().failed())
                .bindByType("undoneAt", run.undoneAt(), Instant.class)
                .bindByType("undoneBy", run.undoneBy(), UserId.class)
                .bind("version", run.version());
    }

    @Override
    public Optional<BookImport> find(ClientId client, ImportId id) {
        return first(Db.query("select * from customer_import where client_id = :client and id = :id"), client, id);
    }

    @Override
    public Optional<BookImport> findForUpdate(ClientId client, ImportId id) {
        return first(
                Db.query("select * from customer_import where client_id = :client and id = :id for update"),
                client,
                id);
    }

    private static Optional<BookImport> first(Query query, ClientId client, ImportId id) {
        return query.bind("client", client)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findFirst();
    }

    @Override
    public List<BookImport> list(ClientId client, BookImport.Kind kind, @Nullable After after, int limit) {
        Criteria runs = new Criteria("select * from customer_import where client_id = :client and kind = :kind")
                .with("client", client)
                .with("kind", kind);
        if (after != null) {
            runs.and("(created_at, id) < (:afterAt, :afterId)")
                    .with("afterAt", after.createdAt())
                    .with("afterId", after.id());
        }
        return runs.first(limit, "created_at desc, id desc")
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public void addRows(ClientId client, ImportId id, Collection<BookImport.Row> rows) {
        RowSet set = new RowSet();
        rows.forEach(row -> set.row()
                .set("line", row.line())
                .set("status", row.result())
                .set("error", row.error())
                .set("customer", row.customer())
                .set("entry", row.entry()));
        Db.update("""
            insert into customer_import_row (client_id, import_id, row_no, status, error, customer_id, suppression_id)
            select :client, :import, line, status, error, customer, entry
              from jsonb_to_recordset(:rows) as r(line int, status text, error text, customer uuid, entry uuid)
            """)
                .bind("client", client)
                .bind("import", id)
                .bind("rows", set.json())
                .execute();
    }

    @Override
    public List<BookImport.Row> rows(ClientId client, ImportId id) {
        return rows(
                Db.query("select * from customer_import_row where client_id = :client and import_id = :import order by"
                        + " row_no"),
                client,
                id);
    }

    @Override
    public List<BookImport.Row> failed(ClientId client, ImportId id, int limit) {
        return rows(Db.query("""
            select * from customer_import_row where client_id = :client and import_id = :import and status = 'failed'
             order by row_no limit :limit
            """).bind("limit", limit), client, id);
    }

    private static List<BookImport.Row> rows(Query query, ClientId client, ImportId id) {
        return query.bind("client", client)
                .bind("import", id)
                .map((row, context) -> new BookImport.Row(
                        row.getInt("row_no"),
                        Rows.word(row, "status", BookImport.RowResult.class),
                        row.getString("error"),
                        Rows.idOrNull(row, "customer_id", CustomerId::new),
                        Rows.idOrNull(row, "suppression_id", SuppressionId::new)))
                .list();
    }

    private static BookImport read(ResultSet row) throws SQLException {
        return new BookImport(
                Rows.id(row, "id", ImportId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.word(row, "kind", BookImport.Kind.class),
                row.getString("file_name"),
                Rows.word(row, "status", BookImport.Status.class),
                new BookImport.Counts(
                        row.getInt("rows_total"),
                        row.getInt("imported"),
                        row.getInt("updated"),
                        row.getInt("skipped"),
                        row.getInt("failed")),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "undone_at"),
                Rows.idOrNull(row, "undone_by", UserId::new),
                row.getInt("row_version"));
    }
}
