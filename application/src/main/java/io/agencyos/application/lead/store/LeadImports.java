package io.agencyos.application.lead.store;

import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Recorded imports and what became of their rows. Needs an open unit of work of the tenant. */
@SecondaryPort
public interface LeadImports {

    void insert(LeadImport run);

    /** Writes status and counts where the version is unchanged, else ConcurrentUpdate; answers the new version. */
    LeadImport update(LeadImport run);

    Optional<LeadImport> find(ClientId client, ImportId id);

    /** Newest first. */
    List<LeadImport> list(ClientId client, int limit);

    void addRows(Collection<LeadImportRow> rows);

    /** Which of these leads some row of this import has named already. */
    Set<LeadId> seen(ClientId client, ImportId id, Collection<LeadId> leads);

    /** Rows after {@code afterRowNo} with one of these results, in order, at most {@code limit}. */
    List<LeadImportRow> rows(ClientId client, ImportId id, Set<ImportRowResult> results, int afterRowNo, int limit);
}
