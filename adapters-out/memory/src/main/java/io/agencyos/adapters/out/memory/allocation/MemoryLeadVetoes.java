package io.agencyos.adapters.out.memory.allocation;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.allocation.store.LeadVetoes;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Rejections by lead. */
public final class MemoryLeadVetoes implements LeadVetoes {

    private final MemoryTable<LeadId, Rejected> rows;

    public MemoryLeadVetoes(MemoryUnitOfWork units) {
        rows = MemoryTable.<LeadId, Rejected>ofTenants("lead_veto", units, Rejected::clientId, Rejected::lead)
                .writtenBy(Role.WORKER);
    }

    @Override
    public void insert(Rejected rejected) {
        rows.insert(rejected);
    }

    @Override
    public int countSince(ClientId client, Instant since) {
        return (int) rows.rows()
                .filter(row -> row.clientId().equals(client) && !row.at().isBefore(since))
                .count();
    }

    @Override
    public List<Rejected> newest(ClientId client, int limit) {
        return rows.rows()
                .filter(row -> row.clientId().equals(client))
                .sorted(Comparator.comparing(Rejected::at)
                        .reversed()
                        .thenComparing(row -> row.lead().text()))
                .limit(limit)
                .toList();
    }
}
