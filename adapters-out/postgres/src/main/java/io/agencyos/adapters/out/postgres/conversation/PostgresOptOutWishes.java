package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.conversation.store.OptOutWishes;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Who asked for an opt-out link, in {@code opt_out_wish}. */
public final class PostgresOptOutWishes implements OptOutWishes {

    @Override
    public void ask(EmailAddress address, Instant now) {
        Db.update("""
            insert into opt_out_wish (email_key, email, asked_at, due_at) values (:key, :email, :now, :now)
            on conflict (email_key) do nothing
            """)
                .bind("key", address.key().value())
                .bind("email", address.value())
                .bind("now", now)
                .execute();
    }

    @Override
    public List<EmailAddress> take(Instant now, Instant until, int limit) {
        return Db.query("""
            with due as (select email_key from opt_out_wish where due_at <= :now
                          order by due_at, email_key limit :limit for update skip locked),
                 taken as (update opt_out_wish w set due_at = :until, updated_at = :now, row_version = w.row_version + 1
                             from due where w.email_key = due.email_key
                           returning w.*)
            select email from taken order by asked_at, email_key
            """)
                .bind("now", now)
                .bind("until", until)
                .bind("limit", limit)
                .map((row, context) -> address(row))
                .list();
    }

    @Override
    public List<EmailAddress> settle(Collection<EmailAddress> addresses, Instant until) {
        return Db.query("""
            with settled as (update opt_out_wish set due_at = null, row_version = row_version + 1
                              where email_key = any(:keys) and due_at = :until
                             returning *)
            select email from settled order by asked_at, email_key
            """)
                .bind("keys", addresses.stream().map(one -> one.key().value()).toArray(String[]::new))
                .bind("until", until)
                .map((row, context) -> address(row))
                .list();
    }

    @Override
    public void forget(Instant askedBefore) {
        Db.update("delete from opt_out_wish where asked_at < :before")
                .bind("before", askedBefore)
                .execute();
    }

    private static EmailAddress address(ResultSet row) throws SQLException {
        return new EmailAddress(Rows.text(row, "email"));
    }
}
