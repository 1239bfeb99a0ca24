package io.agencyos.application.lead.intake;

import io.agencyos.application.lead.store.LeadQueries.AfterImport;
import io.agencyos.application.lead.store.LeadQueries.ListedImport;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.shared.id.ImportId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** A client's recorded imports, to be looked at. Every member may. Source: api 9.6. */
@PrimaryPort
public interface ListImports {

    /** Newest first. */
    List<ListedImport> list(TenantScope scope, Optional<AfterImport> after, int limit);

    Optional<ListedImport> show(TenantScope scope, ImportId id);

    /**
     * Its rows in the order of the file.
     *
     * @param results empty for any
     */
    List<LeadImportRow> rows(TenantScope scope, ImportId id, Set<ImportRowResult> results, int afterRowNo, int limit);
}
