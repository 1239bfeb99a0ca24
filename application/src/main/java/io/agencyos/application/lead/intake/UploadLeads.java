package io.agencyos.application.lead.intake;

import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.intake.LeadImportRow;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes an uploaded file of leads: read through at once, so that what cannot be taken is told in the answer, then kept
 * and imported by a job. Source: api 1.7, 9.6.
 */
@PrimaryPort
public interface UploadLeads {

    /** Most rows of a file. Source: api 9.6. */
    int MAX_ROWS = 50_000;

    /** What came of it. */
    sealed interface Outcome {

        /** The file can be taken; how its job stands. */
        record Ordered(StartRun.Outcome job) implements Outcome {}

        record Refused(ImportLeads.Refusal refusal) implements Outcome {}

        record Unreadable(UnreadableLeadFile cause) implements Outcome {}

        record TooManyRows(int rows) implements Outcome {}
    }

    /** What would come of it. */
    sealed interface Trial {

        record Shown(Preview preview) implements Trial {}

        record NotTaken(Outcome why) implements Trial {}
    }

    /**
     * What a file would do, had it been imported now.
     *
     * @param columnMap header to member, in the order of the columns
     * @param firstRows at most five, member to cell
     * @param rejected the first hundred rows that would make or change no lead
     */
    record Preview(
            List<String> headers,
            Map<String, String> columnMap,
            List<String> warnings,
            List<Map<String, String>> firstRows,
            Map<ImportRowResult, Integer> counts,
            List<LeadImportRow> rejected) {}

    /** @param orderKey the caller's own name for this order; the same one again is the same job */
    Outcome upload(TenantScope scope, ImportLeads.Request request, byte[] content, String orderKey);

    /** Writes nothing. */
    Trial tryOut(TenantScope scope, ImportLeads.Request request, byte[] content);
}
