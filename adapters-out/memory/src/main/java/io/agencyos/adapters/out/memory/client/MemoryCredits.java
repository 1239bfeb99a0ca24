package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.Credits;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.client.CreditEntryKind;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The credit ledger and its cached sum. */
public final class MemoryCredits implements Credits {

    private record Account(ClientId client, int balance, int quota, LocalDate period, Instant nextReset) {}

    private record Entry(
            ClientId client,
            UUID id,
            CreditEntryKind kind,
            int amount,
            int balanceAfter,
            LocalDate period,
            @Nullable LeadId lead,
            String reason) {}

    private record OncePerLead(ClientId client, LeadId lead) {}

    private record OncePerPeriod(ClientId client, LocalDate period, CreditEntryKind kind) {}

    private final MemoryTable<ClientId, Account> accounts;
    private final MemoryTable<UUID, Entry> entries;
    private final IdSource ids;

    public MemoryCredits(MemoryUnitOfWork units, IdSource ids) {
        this.ids = ids;
        accounts = MemoryTable.<ClientId, Account>ofTenants("credit_account", units, Account::client, Account::client)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
        entries = MemoryTable.<UUID, Entry>ofTenants("credit_entry", units, Entry::client, Entry::id)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform()
                .unique("uq_credit_entry_consume", entry -> oncePerLead(entry, CreditEntryKind.CONSUME))
                .unique("uq_credit_entry_refund", entry -> oncePerLead(entry, CreditEntryKind.REFUND))
                .unique("uq_credit_entry_period", MemoryCredits::oncePerPeriod);
    }

    private static @Nullable Object oncePerLead(Entry entry, CreditEntryKind kind) {
        return entry.kind() == kind && entry.lead() != null ? new OncePerLead(entry.client(), entry.lead()) : null;
    }

    private static @Nullable Object oncePerPeriod(Entry entry) {
        return entry.kind() == CreditEntryKind.GRANT || entry.kind() == CreditEntryKind.EXPIRE
                ? new OncePerPeriod(entry.client(), entry.period(), entry.kind())
                : null;
    }

    @Override
    public void open(ClientId client, int quota, LocalDate periodStart, Instant nextReset) {
        accounts.insert(new Account(client, 0, quota, periodStart, nextReset));
        book(client, CreditEntryKind.GRANT, quota, null, "quota of the period");
    }

    @Override
    public int balance(ClientId client) {
        return accounts.find(client).map(Account::balance).orElse(0);
    }

    @Override
    public int lock(ClientId client) {
        return balance(client);
    }

    @Override
    public boolean consume(ClientId client, LeadId lead) {
        if (entries.findBy("uq_credit_entry_consume", new OncePerLead(client, lead))
                .isPresent()) {
            return true;
        }
        if (balance(client) < 1) {
            return false;
        }
        book(client, CreditEntryKind.CONSUME, -1, lead, "lead assigned");
        return true;
    }

    @Override
    public void book(ClientId client, CreditEntryKind kind, int amount, @Nullable LeadId lead, String reason) {
        Account account = accounts.find(client)
                .orElseThrow(() -> new IllegalStateException("no credit ledger of client " + client.text()));
        int after = Math.addExact(account.balance(), amount);
        if (amount == 0 || after < 0) {
            throw new IllegalArgumentException("an entry of " + amount + " on a balance of " + account.balance());
        }
        entries.insert(new Entry(client, ids.next(), kind, amount, after, account.period(), lead, reason));
        accounts.put(new Account(client, after, account.quota(), account.period(), account.nextReset()));
    }
}
