package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.Credits;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditEntry;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.CreditGrace;
import io.agencyos.domain.client.billing.CreditReset;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The credit ledger and its cached sum. */
public final class MemoryCredits implements Credits {

    private static final String CONSUMED = "uq_credit_entry_consume";
    private static final String REFUNDED = "uq_credit_entry_refund";

    /** The period for which a client was last given its leads. */
    private record Replenished(ClientId client, LocalDate period) {}

    private record OncePerLead(ClientId client, LeadId lead) {}

    private record OncePerPeriod(ClientId client, LocalDate period, CreditEntryKind kind, boolean ofGrace) {}

    private record Kept(ClientId client, CreditGrace grace) {}

    private final MemoryTable<ClientId, CreditAccount> accounts;
    private final MemoryTable<UUID, CreditEntry> entries;
    private final MemoryTable<ClientId, Replenished> replenished;
    private final MemoryTable<ClientId, Kept> kept;
    private final IdSource ids;
    private final ClockPort clock;
    private final Predicate<ClientId> running;

    /** A ledger on the machine's clock, for which every subscription runs. */
    public MemoryCredits(MemoryUnitOfWork units, IdSource ids) {
        this(units, ids, Instant::now, client -> true);
    }

    /** A ledger that knows from the clients whose subscription runs. */
    public MemoryCredits(MemoryUnitOfWork units, IdSource ids, ClockPort clock, MemoryClients clients) {
        this(units, ids, clock, clients::isRunning);
    }

    private MemoryCredits(MemoryUnitOfWork units, IdSource ids, ClockPort clock, Predicate<ClientId> running) {
        this.ids = ids;
        this.clock = clock;
        this.running = running;
        accounts = MemoryTable.<ClientId, CreditAccount>ofTenants(
                        "credit_account", units, CreditAccount::clientId, CreditAccount::clientId)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
        replenished = MemoryTable.<ClientId, Replenished>ofTenants(
                        "replenished", units, Replenished::client, Replenished::client)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
        kept = MemoryTable.<ClientId, Kept>ofTenants("grace", units, Kept::client, Kept::client)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform();
        entries = MemoryTable.<UUID, CreditEntry>ofTenants(
                        "credit_entry", units, CreditEntry::clientId, CreditEntry::id)
                .writtenBy(Role.WORKER)
                .alsoWrittenByThePlatform()
                .unique(CONSUMED, entry -> oncePerLead(entry, CreditEntryKind.CONSUME))
                .unique(REFUNDED, entry -> oncePerLead(entry, CreditEntryKind.REFUND))
                .unique("uq_credit_entry_period", MemoryCredits::oncePerPeriod);
    }

    private static @Nullable Object oncePerLead(CreditEntry entry, CreditEntryKind kind) {
        return entry.kind() == kind && entry.lead() != null ? new OncePerLead(entry.clientId(), entry.lead()) : null;
    }

    private static @Nullable Object oncePerPeriod(CreditEntry entry) {
        return entry.kind() == CreditEntryKind.GRANT || entry.kind() == CreditEntryKind.EXPIRE
                ? new OncePerPeriod(
                        entry.clientId(),
                        entry.period(),
                        entry.kind(),
                        entry.reason().equals(CreditGrace.OVER))
                : null;
    }

    @Override
    public void open(ClientId client, int quota, LocalDate periodStart, Instant nextReset) {
        accounts.insert(new CreditAccount(client, 0, quota, periodStart, nextReset));
        replenished.insert(new Replenished(client, periodStart));
        book(client, CreditEntryKind.GRANT, quota, null, "quota of the period");
    }

    @Override
    public int balance(ClientId client) {
        return account(client).map(CreditAccount::balance).orElse(0);
    }

    @Override
    public Optional<CreditAccount> account(ClientId client) {
        return accounts.find(client);
    }

    @Override
    public int lock(ClientId client) {
        return balance(client);
    }

    @Override
    public boolean consume(ClientId client, LeadId lead) {
        return consume(client, List.of(lead)).contains(lead);
    }

    @Override
    public Set<LeadId> consume(ClientId client, Collection<LeadId> leads) {
        Set<LeadId> paid = new LinkedHashSet<>();
        for (LeadId lead : leads) {
            boolean before = has(CONSUMED, client, lead);
            if (!before && balance(client) > 0) {
                book(client, CreditEntryKind.CONSUME, -1, lead, "lead assigned");
            }
            if (before || has(CONSUMED, client, lead)) {
                paid.add(lead);
            }
        }
        return paid;
    }

    @Override
    public Set<LeadId> refund(ClientId client, Collection<LeadId> leads, String reason) {
        Set<LeadId> given = new LinkedHashSet<>();
        for (LeadId lead : leads) {
            if (has(CONSUMED, client, lead) && !has(REFUNDED, client, lead)) {
                book(client, CreditEntryKind.REFUND, 1, lead, reason);
                given.add(lead);
            }
        }
        return given;
    }

    private boolean has(String index, ClientId client, LeadId lead) {
        return entries.findBy(index, new OncePerLead(client, lead)).isPresent();
    }

    @Override
    public void book(
            ClientId client,
            CreditEntryKind kind,
            int amount,
            @Nullable LeadId lead,
            String reason,
            @Nullable UserId actor) {
        CreditAccount account = known(client);
        int after = Math.addExact(account.balance(), amount);
        if (amount == 0 || after < 0) {
            throw new IllegalArgumentException("an entry of " + amount + " on a balance of " + account.balance());
        }
        entries.insert(new CreditEntry(
                ids.next(), client, kind, amount, after, account.period(), lead, reason, actor, clock.now()));
        accounts.put(new CreditAccount(client, after, account.quota(), account.period(), account.nextReset()));
    }

    @Override
    public void beginPeriod(ClientId client, BillingPeriod period, CreditReset reset) {
        reset.closing().forEach(move -> book(client, move.kind(), move.amount(), null, "end of the period"));
        accounts.put(
                new CreditAccount(client, known(client).balance(), reset.grant(), period.start(), period.endsAt()));
        kept.remove(client);
        if (reset.grace() != null) {
            kept.put(new Kept(client, reset.grace()));
        }
        book(client, CreditEntryKind.GRANT, reset.grant(), null, "quota of the period");
    }

    @Override
    public Optional<CreditGrace> grace(ClientId client) {
        return kept.find(client).map(Kept::grace);
    }

    @Override
    public int consumed(ClientId client) {
        LocalDate period = known(client).period();
        return Math.toIntExact(entries.rows()
                .filter(entry -> entry.clientId().equals(client) && entry.kind() == CreditEntryKind.CONSUME)
                .filter(entry -> entry.period().equals(period))
                .count());
    }

    @Override
    public void endGrace(ClientId client, int left) {
        if (left > 0) {
            book(client, CreditEntryKind.EXPIRE, -left, null, CreditGrace.OVER);
        }
        kept.remove(client);
    }

    @Override
    public void quota(ClientId client, int quota) {
        CreditAccount account = known(client);
        accounts.put(new CreditAccount(client, account.balance(), quota, account.period(), account.nextReset()));
    }

    @Override
    public void schedule(ClientId client, @Nullable Instant nextReset) {
        CreditAccount account = known(client);
        accounts.put(new CreditAccount(client, account.balance(), account.quota(), account.period(), nextReset));
    }

    private CreditAccount known(ClientId client) {
        return accounts.find(client)
                .orElseThrow(() -> new IllegalStateException("no credit ledger of client " + client.text()));
    }

    @Override
    public List<CreditEntry> entries(ClientId client, @Nullable After after, int limit) {
        Comparator<CreditEntry> oldestFirst = Comparator.comparing(CreditEntry::at)
                .thenComparing(entry -> entry.id().toString());
        return entries.rows()
                .filter(entry -> entry.clientId().equals(client))
                .filter(entry -> after == null || isBefore(entry, after))
                .sorted(oldestFirst.reversed())
                .limit(limit)
                .toList();
    }

    private static boolean isBefore(CreditEntry entry, After after) {
        int byTime = entry.at().compareTo(after.at());
        return byTime < 0
                || byTime == 0 && entry.id().toString().compareTo(after.id().toString()) < 0;
    }

    @Override
    public List<ClientId> due(Instant now, @Nullable ClientId after, int limit) {
        return accounts.rows()
                .filter(account -> account.nextReset() == null
                        || !account.nextReset().isAfter(now)
                        || grace(account.clientId())
                                .filter(grace -> !grace.until().isAfter(now))
                                .isPresent())
                .map(CreditAccount::clientId)
                .filter(running)
                .sorted(Comparator.comparing(ClientId::text))
                .filter(client -> after == null || client.text().compareTo(after.text()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<ClientId> toReplenish(@Nullable ClientId after, int limit) {
        return accounts.rows()
                .filter(account -> account.balance() > 0 && running.test(account.clientId()))
                .filter(account -> replenished
                        .find(account.clientId())
                        .filter(done -> done.period().isBefore(account.period()))
                        .isPresent())
                .map(CreditAccount::clientId)
                .filter(client -> after == null || client.text().compareTo(after.text()) > 0)
                .sorted(Comparator.comparing(ClientId::text))
                .limit(limit)
                .toList();
    }

    @Override
    public void replenished(ClientId client) {
        replenished.put(new Replenished(client, known(client).period()));
    }

    @Override
    public List<Drift> drifts() {
        Map<ClientId, Long> sums = entries.rows()
                .collect(Collectors.groupingBy(CreditEntry::clientId, Collectors.summingLong(CreditEntry::amount)));
        return accounts.rows()
                .map(account ->
                        new Drift(account.clientId(), account.balance(), sums.getOrDefault(account.clientId(), 0L)))
                .filter(found -> found.balance() != found.sum())
                .toList();
    }

    /** The leads that were paid for and not given back. */
    public List<LeadId> notRefunded(ClientId client) {
        return entries.rows()
                .filter(entry -> entry.clientId().equals(client) && entry.kind() == CreditEntryKind.CONSUME)
                .map(CreditEntry::lead)
                .flatMap(lead -> lead == null || has(REFUNDED, client, lead) ? Stream.empty() : Stream.of(lead))
                .toList();
    }

    /** Moves a cached sum away from its entries, as only a defect could; for tests of the check. */
    public void tamper(ClientId client, int balance) {
        CreditAccount account = known(client);
        accounts.put(new CreditAccount(client, balance, account.quota(), account.period(), account.nextReset()));
    }
}
