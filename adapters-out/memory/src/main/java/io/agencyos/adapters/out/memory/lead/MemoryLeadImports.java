package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.store.LeadImports;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Imports and their rows. */
public final class MemoryLeadImports implements LeadImports {

    private record RowKey(ImportId run, int rowNo) {}

    private final MemoryTable<ImportId, LeadImport> runs;
    private final MemoryTable<RowKey, LeadImportRow> rows;

    public MemoryLeadImports(MemoryUnitOfWork units) {
        runs = MemoryTable.ofTenants("lead_import", units, LeadImport::clientId, LeadImport::id);
        rows = MemoryTable.ofTenants(
                "lead_import_row", units, LeadImportRow::clientId, row -> new RowKey(row.importId(), row.rowNo()));
    }

    @Override
    public void insert(LeadImport run) {
        runs.insert(run);
    }

    @Override
    public LeadImport update(LeadImport run) {
        runs.find(run.id())
                .filter(now -> now.version() == run.version())
                .orElseThrow(() -> new ConcurrentUpdate("lead import " + run.id()));
        LeadImport next = run.atVersion(run.version() + 1);
        runs.put(next);
        return next;
    }

    @Override
    public Optional<LeadImport> find(ClientId client, ImportId id) {
        return runs.find(id).filter(run -> run.clientId().equals(client));
    }

    @Override
    public List<LeadImport> list(ClientId client, int limit) {
        return runs.rows()
                .filter(run -> run.clientId().equals(client))
                .sorted(Comparator.comparing(LeadImport::createdAt)
                        .thenComparing(run -> run.id().value())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public void addRows(Collection<LeadImportRow> added) {
        added.forEach(rows::insert);
    }

    @Override
    public Set<LeadId> seen(ClientId client, ImportId id, Collection<LeadId> leads) {
        return rows.rows()
                .filter(row -> row.clientId().equals(client) && row.importId().equals(id))
                .map(LeadImportRow::leadId)
                .filter(Objects::nonNull)
                .filter(leads::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public List<LeadImportRow> rows(
            ClientId client, ImportId id, Set<ImportRowResult> results, int afterRowNo, int limit) {
        return rows.rows()
                .filter(row -> row.clientId().equals(client) && row.importId().equals(id))
                .filter(row -> results.contains(row.result()) && row.rowNo() > afterRowNo)
                .sorted(Comparator.comparingInt(LeadImportRow::rowNo))
                .limit(limit)
                .toList();
    }
}
