package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.client.identity.store.AccountMails;
import io.agencyos.application.platform.secret.SealedPlace;
import io.agencyos.application.platform.secret.Sealer;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Letters about accounts in {@code account_mail}; their texts carry links and are sealed until they are sent. */
public final class PostgresAccountMails implements AccountMails {

    private final Sealer sealer;

    public PostgresAccountMails(Sealer sealer) {
        this.sealer = sealer;
    }

    private static SealedPlace place(UUID id) {
        return SealedPlace.ofPlatform("account_mail", "body_ciphertext", id.toString());
    }

    @Override
    public void queue(AccountMail mail) {
        Db.update("""
            insert into account_mail (id, to_address, subject, body_ciphertext, next_attempt_at, created_at)
            values (:id, :to, :subject, :body, :at, :at)
            """)
                .bind("id", mail.id())
                .bind("to", mail.to().value())
                .bind("subject", mail.subject())
                .bind("body", sealer.sealText(mail.text(), place(mail.id())))
                .bind("at", mail.queuedAt())
                .execute();
    }

    @Override
    public List<Due> take(Instant now, Instant until, int limit) {
        return Db.query("""
            with due as (select id from account_mail
                          where next_attempt_at <= :now and body_ciphertext is not null
                          order by created_at, id limit :limit for update skip locked),
                 taken as (update account_mail m set next_attempt_at = :until, attempts = m.attempts + 1, updated_at = :now,
                                  row_version = m.row_version + 1
                             from due where m.id = due.id
                           returning m.*)
            select * from taken order by created_at, id
            """)
                .bind("now", now)
                .bind("until", until)
                .bind("limit", limit)
                .map((row, context) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Due(
                            new AccountMail(
                                    id,
                                    new EmailAddress(Rows.text(row, "to_address")),
                                    Rows.text(row, "subject"),
                                    sealer.openText(Rows.text(row, "body_ciphertext"), place(id)),
                                    Rows.instant(row, "created_at")),
                            row.getInt("attempts") - 1);
                })
                .list();
    }

    @Override
    public void putOff(UUID id, Instant until) {
        Db.update("update account_mail set next_attempt_at = :until, row_version = row_version + 1 where id = :id")
                .bind("id", id)
                .bind("until", until)
                .execute();
    }

    @Override
    public void sent(UUID id, Instant at) {
        over(id, "sent_at", at);
    }

    @Override
    public void givenUp(UUID id, Instant at) {
        over(id, "given_up_at", at);
    }

    private static void over(UUID id, String column, Instant at) {
        Db.update("""
            update account_mail set %s = :at, body_ciphertext = null, next_attempt_at = null, updated_at = :at,
                   row_version = row_version + 1
             where id = :id
            """.formatted(column)).bind("id", id).bind("at", at).execute();
    }
}
