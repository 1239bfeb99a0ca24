package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.billing.RevenueLedger;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.Revenue;
import io.agencyos.domain.client.billing.RevenueEntry;
import io.agencyos.domain.shared.id.ClientId;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ledger as a list; a client is an account by its own id, for nobody is ever removed from memory. */
public final class MemoryRevenueLedger implements RevenueLedger {

    private static final Comparator<RevenueEntry> OLDEST = Comparator.comparing(RevenueEntry::at)
            .thenComparing(entry -> entry.id().toString());

    private final MemoryTable<UUID, RevenueEntry> entries;
    private final MemoryClients clients;

    public MemoryRevenueLedger(MemoryUnitOfWork units, MemoryClients clients) {
        entries = MemoryTable.<UUID, RevenueEntry>ofPlatform("revenue_entry", units, RevenueEntry::id)
                .unique(
                        "uq_revenue_entry_reference",
                        entry -> entry.reference() == null ? null : List.of(entry.reference(), entry.kind()));
        this.clients = clients;
    }

    @Override
    public boolean append(RevenueEntry entry) {
        if (entry.reference() != null
                && entries.findBy("uq_revenue_entry_reference", List.of(entry.reference(), entry.kind()))
                        .isPresent()) {
            return false;
        }
        entries.insert(entry);
        return true;
    }

    @Override
    public List<Revenue.Standing> standings() {
        return entries
                .rows()
                .filter(entry -> entry.amount() == null)
                .collect(Collectors.groupingBy(
                        entry -> List.of(account(entry), YearMonth.from(BillingPeriod.dayOf(entry.at()))),
                        Collectors.maxBy(OLDEST)))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .map(entry -> new Revenue.Standing(
                        account(entry),
                        entry.at(),
                        entry.plan(),
                        entry.monthly(),
                        entry.kind() == RevenueEntry.Kind.OPENING))
                .toList();
    }

    private static UUID account(RevenueEntry entry) {
        ClientId client = entry.client();
        return client == null ? entry.id() : client.value();
    }

    @Override
    public List<Line> page(Filter filter, @Nullable After after, int limit) {
        return entries.rows()
                .filter(entry -> filter.clients().isEmpty() || filter.clients().contains(entry.client()))
                .filter(entry -> filter.kinds().isEmpty() || filter.kinds().contains(entry.kind()))
                .filter(entry -> filter.from() == null || !entry.at().isBefore(filter.from()))
                .filter(entry -> filter.to() == null || entry.at().isBefore(filter.to()))
                .filter(entry -> after == null || isBehind(entry, after))
                .sorted(OLDEST.reversed())
                .limit(limit)
                .map(entry -> new Line(entry, name(entry.client())))
                .toList();
    }

    private @Nullable String name(@Nullable ClientId client) {
        return client == null ? null : clients.find(client).map(Client::name).orElse(null);
    }

    private static boolean isBehind(RevenueEntry entry, After after) {
        int time = entry.at().compareTo(after.at());
        return time < 0
                || time == 0 && entry.id().toString().compareTo(after.id().toString()) < 0;
    }
}
