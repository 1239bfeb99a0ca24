package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Criteria;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.identity.store.Waitlist;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who waits, in {@code waitlist}. */
public final class PostgresWaitlist implements Waitlist {

    @Override
    public boolean add(Entry entry) {
        return Db.update("""
            insert into waitlist (id, email, email_key, agency_name, source, created_at)
            values (:id, :email, :key, :agency, :source, :at)
            on conflict (email_key) do nothing
            """)
                        .bind("id", entry.id())
                        .bind("email", entry.email().value())
                        .bind("key", entry.email().key().value())
                        .bind("agency", entry.agencyName())
                        .bind("source", entry.source())
                        .bind("at", entry.createdAt())
                        .execute()
                > 0;
    }

    @Override
    public Optional<Entry> findForUpdate(UUID id) {
        return Db.query("select * from waitlist where id = :id for update")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public void invited(UUID id, Instant at) {
        Db.update("update waitlist set invited_at = :at, row_version = row_version + 1 where id = :id")
                .bind("id", id)
                .bind("at", at)
                .execute();
    }

    @Override
    public List<Entry> list(@Nullable After after, int limit) {
        Criteria rows = new Criteria("select * from waitlist where true");
        if (after != null) {
            rows.and("(created_at, id) < (:afterAt, :afterId)")
                    .with("afterAt", after.createdAt())
                    .with("afterId", after.id());
        }
        return rows.first(limit, "created_at desc, id desc")
                .map((row, context) -> read(row))
                .list();
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                new EmailAddress(Rows.text(row, "email")),
                row.getString("agency_name"),
                row.getString("source"),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "invited_at"));
    }
}
