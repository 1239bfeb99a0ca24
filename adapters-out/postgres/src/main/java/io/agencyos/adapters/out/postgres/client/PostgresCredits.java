package io.agencyos.adapters.out.postgres.client;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.application.client.Credits;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.client.CreditEntryKind;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in {@code credit_entry}, its cached sum in {@code credit_account}. The account's row is locked before the
 * ledger is looked at, so two debits for one client or one lead happen one after the other.
 */
public final class PostgresCredits implements Credits {

    private final IdSource ids;

    public PostgresCredits(IdSource ids) {
        this.ids = ids;
    }

    @Override
    public void open(ClientId client, int quota, LocalDate periodStart, Instant nextReset) {
        Db.update("""
            insert into credit_account (client_id, balance, quota, period_key, next_reset_at)
            values (:client, 0, :quota, :period, :reset)
            """)
                .bind("client", client)
                .bind("quota", quota)
                .bind("period", periodStart.toString())
                .bind("reset", nextReset)
                .execute();
        book(client, CreditEntryKind.GRANT, quota, null, "quota of the period");
    }

    @Override
    public int balance(ClientId client) {
        return Db.query("select balance from credit_account where client_id = :client")
                .bind("client", client)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    @Override
    public int lock(ClientId client) {
        return locked(client).orElse(0);
    }

    @Override
    public boolean consume(ClientId client, LeadId lead) {
        int balance = lock(client);
        boolean paid = Db.query("""
            select exists (select from credit_entry where client_id = :client and lead_id = :lead and kind = 'consume')
            """)
                .bind("client", client)
                .bind("lead", lead)
                .mapTo(Boolean.class)
                .one();
        if (paid) {
            return true;
        }
        if (balance < 1) {
            return false;
        }
        write(client, CreditEntryKind.CONSUME, -1, lead, "lead assigned");
        return true;
    }

    @Override
    public void book(ClientId client, CreditEntryKind kind, int amount, @Nullable LeadId lead, String reason) {
        int balance = locked(client)
                .orElseThrow(() -> new IllegalStateException("no credit ledger of client " + client.text()));
        if (amount == 0 || Math.addExact(balance, amount) < 0) {
            throw new IllegalArgumentException("an entry of " + amount + " on a balance of " + balance);
        }
        write(client, kind, amount, lead, reason);
    }

    private static Optional<Integer> locked(ClientId client) {
        return Db.query("select balance from credit_account where client_id = :client for update")
                .bind("client", client)
                .mapTo(Integer.class)
                .findOne();
    }

    private void write(ClientId client, CreditEntryKind kind, int amount, @Nullable LeadId lead, String reason) {
        Db.update("""
            with account as (
                update credit_account set balance = balance + :amount, row_version = row_version + 1
                 where client_id = :client returning client_id, balance, period_key)
            insert into credit_entry (client_id, id, kind, amount, balance_after, period_key, lead_id, reason)
            select client_id, :id, :kind, :amount, balance, period_key, :lead, :reason from account
            """)
                .bind("client", client)
                .bind("id", ids.next())
                .bind("kind", kind)
                .bind("amount", amount)
                .bindByType("lead", lead, LeadId.class)
                .bind("reason", reason)
                .execute();
    }
}
