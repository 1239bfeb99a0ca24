package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.client.identity.store.AccountMails;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Letters about accounts that wait. */
public final class MemoryAccountMails implements AccountMails {

    private record Waiting(
            AccountMail mail, int attempts, @Nullable Instant next) {}

    private final MemoryTable<UUID, Waiting> waiting;

    public MemoryAccountMails(MemoryUnitOfWork units) {
        waiting =
                MemoryTable.ofPlatform("account_mail", units, row -> row.mail().id());
    }

    @Override
    public void queue(AccountMail mail) {
        waiting.insert(new Waiting(mail, 0, mail.queuedAt()));
    }

    @Override
    public List<Due> take(Instant now, Instant until, int limit) {
        List<Waiting> due = waiting.rows()
                .filter(row -> row.next() != null && !row.next().isAfter(now))
                .sorted(Comparator.comparing((Waiting row) -> row.mail().queuedAt())
                        .thenComparing(row -> row.mail().id()))
                .limit(limit)
                .toList();
        due.forEach(row -> waiting.put(new Waiting(row.mail(), row.attempts() + 1, until)));
        return due.stream().map(row -> new Due(row.mail(), row.attempts())).toList();
    }

    @Override
    public void putOff(UUID id, Instant until) {
        waiting.find(id).ifPresent(row -> waiting.put(new Waiting(row.mail(), row.attempts(), until)));
    }

    @Override
    public void sent(UUID id, Instant at) {
        over(id);
    }

    @Override
    public void givenUp(UUID id, Instant at) {
        over(id);
    }

    private void over(UUID id) {
        waiting.find(id).ifPresent(row -> waiting.put(new Waiting(emptied(row.mail()), row.attempts(), null)));
    }

    private static AccountMail emptied(AccountMail mail) {
        return new AccountMail(mail.id(), mail.to(), mail.subject(), "", mail.queuedAt());
    }
}
