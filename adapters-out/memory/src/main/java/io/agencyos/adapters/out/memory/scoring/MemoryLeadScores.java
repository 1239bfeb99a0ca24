package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.scoring.store.ListScores;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The history of scores. */
public final class MemoryLeadScores implements LeadScores {

    private static final Comparator<Entry> NEWEST_FIRST = Comparator.comparing(Entry::scoredAt)
            .thenComparing(entry -> entry.id().text())
            .reversed();

    private final MemoryTable<LeadScoreId, Entry> table;

    public MemoryLeadScores(MemoryUnitOfWork units) {
        table = MemoryTable.ofTenants("lead_score", units, Entry::clientId, Entry::id);
    }

    @Override
    public void insertAll(Collection<Entry> entries) {
        entries.forEach(table::insert);
    }

    /** One score of the client. */
    public Optional<Entry> find(ClientId client, LeadScoreId id) {
        return table.find(id).filter(entry -> entry.clientId().equals(client));
    }

    @Override
    public List<Entry> history(ClientId client, LeadId lead, ListScores.@Nullable After after, int limit) {
        return table.rows()
                .filter(entry ->
                        entry.clientId().equals(client) && entry.leadId().equals(lead))
                .filter(entry -> after == null || later(after, entry))
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static boolean later(ListScores.After after, Entry entry) {
        int byTime = entry.scoredAt().compareTo(after.scoredAt());
        return byTime < 0
                || byTime == 0 && entry.id().text().compareTo(after.id().text()) < 0;
    }

    @Override
    public Map<LeadId, Newest> newest(ClientId client, Collection<LeadId> leads) {
        Set<LeadId> wanted = Set.copyOf(leads);
        Map<LeadId, Newest> newest = new HashMap<>();
        table.rows()
                .filter(entry -> entry.clientId().equals(client) && wanted.contains(entry.leadId()))
                .sorted(NEWEST_FIRST)
                .forEach(entry -> newest.putIfAbsent(entry.leadId(), new Newest(entry.id(), entry.digest())));
        return newest;
    }
}
