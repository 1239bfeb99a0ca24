package io.agencyos.domain.lead.intake;

import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of an import and what became of it.
 *
 * @param line line of the file at which the row begins, 1 for the first
 * @param problems why it is invalid, or which cells were left out
 * @param before the lead as it was before this row changed it, so that an undo can restore it; null otherwise
 * @param factsAfter {@link Lead#factsDigest} as this row left it, so that an undo sees later changes; null otherwise
 */
public record LeadImportRow(
        ClientId clientId,
        ImportId importId,
        int rowNo,
        int line,
        ImportRowResult result,
        List<ParsedRow.CellProblem> problems,
        @Nullable LeadId leadId,
        @Nullable Lead before,
        @Nullable String factsAfter) {

    public LeadImportRow {
        problems = List.copyOf(problems);
    }
}
