package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.outreach.store.StopConfirmations;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;

/** Who is told that no more texts will come, in {@code stop_confirmation}. */
public final class PostgresStopConfirmations implements StopConfirmations {

    @Override
    public void want(Wanted wanted) {
        Db.update("""
            insert into stop_confirmation (client_id, phone, our_number, status, asked_at, due_at)
            values (:client, :phone, :ours, :status, :asked, :asked)
            on conflict (client_id, phone) do nothing
            """)
                .bind("client", wanted.client())
                .bind("phone", wanted.theirs().e164())
                .bind("ours", wanted.ours().e164())
                .bind("status", State.WANTED)
                .bind("asked", wanted.askedAt())
                .execute();
    }

    @Override
    public List<Wanted> lockDue(ClientId client, Instant now, int limit) {
        return Db.query("""
            select phone, our_number, asked_at from stop_confirmation
             where client_id = :client and status = 'wanted' and due_at <= :now
             order by due_at, phone limit :limit
               for update skip locked
            """)
                .bind("client", client)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> new Wanted(
                        client,
                        new PhoneNumber(Rows.text(row, "our_number")),
                        new PhoneNumber(Rows.text(row, "phone")),
                        Rows.instant(row, "asked_at")))
                .list();
    }

    @Override
    public void put(Wanted wanted, State state, Instant dueAt) {
        Db.update("""
            update stop_confirmation
               set status = :status, due_at = :due, updated_at = now(), row_version = row_version + 1
             where client_id = :client and phone = :phone
            """)
                .bind("status", state)
                .bind("due", dueAt)
                .bind("client", wanted.client())
                .bind("phone", wanted.theirs().e164())
                .execute();
    }

    @Override
    public List<ClientId> waiting(Instant now) {
        return Db.query("select distinct client_id from stop_confirmation where status = 'wanted' and due_at <= :now")
                .bind("now", now)
                .mapTo(ClientId.class)
                .list();
    }
}
