package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.inbox.SyncCursors;
import java.time.Instant;
import java.util.Optional;

/** How far sources were read, in {@code sync_cursor}. */
public final class PostgresSyncCursors implements SyncCursors {

    @Override
    public Optional<Cursor> find(Source source) {
        return Db.query("""
            select position, last_ok_at, last_error from sync_cursor
             where client_id = :client and source = :source and account_ref = :account
            """)
                .bind("client", source.client())
                .bind("source", source.name())
                .bind("account", source.account())
                .map((row, context) -> new Cursor(
                        row.getString("position"), Rows.instantOrNull(row, "last_ok_at"), row.getString("last_error")))
                .findFirst();
    }

    @Override
    public void advance(Source source, String position, Instant at) {
        Db.update("""
            insert into sync_cursor as c (client_id, source, account_ref, position, synced_to, last_ok_at)
            values (:client, :source, :account, :position, :at, :at)
            on conflict (client_id, source, account_ref) do update
               set position = excluded.position, synced_to = excluded.synced_to, last_ok_at = excluded.last_ok_at,
                   last_error = null, updated_at = now(), row_version = c.row_version + 1
            """)
                .bind("client", source.client())
                .bind("source", source.name())
                .bind("account", source.account())
                .bind("position", position)
                .bind("at", at)
                .execute();
    }

    @Override
    public void fail(Source source, String error, Instant at) {
        Db.update("""
            insert into sync_cursor as c (client_id, source, account_ref, last_error, updated_at)
            values (:client, :source, :account, :error, :at)
            on conflict (client_id, source, account_ref) do update
               set last_error = excluded.last_error, updated_at = excluded.updated_at, row_version = c.row_version + 1
            """)
                .bind("client", source.client())
                .bind("source", source.name())
                .bind("account", source.account())
                .bind("error", error)
                .bind("at", at)
                .execute();
    }
}
