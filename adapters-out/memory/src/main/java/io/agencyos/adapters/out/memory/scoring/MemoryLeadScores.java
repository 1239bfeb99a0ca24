package io.agencyos.adapters.out.memory.scoring;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.scoring.LeadScores;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.LeadScoreId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The history of scores. */
public final class MemoryLeadScores implements LeadScores {

    private final MemoryTable<LeadScoreId, Entry> table;

    public MemoryLeadScores(MemoryUnitOfWork units) {
        table = MemoryTable.ofTenants("lead_score", units, Entry::clientId, Entry::id);
    }

    @Override
    public void insertAll(Collection<Entry> entries) {
        entries.forEach(table::insert);
    }

    @Override
    public List<Entry> history(ClientId client, LeadId lead, int limit) {
        return table.rows()
                .filter(entry -> entry.clientId().equals(client) && entry.leadId().equals(lead))
                .toList()
                .reversed()
                .stream()
                .limit(limit)
                .toList();
    }

    @Override
    public Map<LeadId, Newest> newest(ClientId client, Collection<LeadId> leads) {
        Set<LeadId> wanted = Set.copyOf(leads);
        Map<LeadId, Newest> newest = new HashMap<>();
        // rows come in the order of their insertion, so the last one of a lead stays
        table.rows()
                .filter(entry -> entry.clientId().equals(client) && wanted.contains(entry.leadId()))
                .forEach(entry -> newest.put(entry.leadId(), new Newest(entry.id(), entry.digest())));
        return newest;
    }
}
