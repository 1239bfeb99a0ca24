package io.agencyos.application.lead.intake;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.lead.LeadImport;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.intake.ColumnMapping;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file of leads into a client: normalised, identified against itself, the client and the pool, claimed, scored
 * and, where the campaign runs, enrolled. Rows are committed in chunks, so that a broken import has done what it
 * counted; the same file again changes nothing. An import never lifts an opt-out. Source: api 9.6, scoring POOL-2.
 */
@PrimaryPort
public interface ImportLeads {

    /**
     * @param columnMap header to member of a lead; empty to guess
     * @param campaignId where the leads go, null to leave them without a campaign
     */
    record Request(
            LeadSource source,
            @Nullable String fileName,
            Map<String, String> columnMap,
            @Nullable CampaignId campaignId) {

        public Request {
            columnMap = Map.copyOf(columnMap);
        }
    }

    /** What came of it. */
    sealed interface Outcome {

        /** The whole file was read. */
        record Done(LeadImport run, List<String> warnings) implements Outcome {}

        /** The file broke off at a line; everything before it stands, and the import can be undone. */
        record BrokenOff(LeadImport run, UnreadableLeadFile cause) implements Outcome {}

        /** The client was barred while the file was read; everything before it stands, and the import can be undone. */
        record Stopped(LeadImport run, ClientBar bar) implements Outcome {}

        /** Nothing was begun. */
        record Refused(Refusal refusal) implements Outcome {}
    }

    /** Why an import is not begun. */
    sealed interface Refusal {

        /** The role does not allow it. */
        record RoleRequired() implements Refusal {}

        /** The client may have nobody new just now: checks 1 to 3 of POOL-6. */
        record Barred(ClientBar bar) implements Refusal {}

        /** {@code campaign_not_found}: no such campaign of this client. */
        record CampaignNotFound() implements Refusal {}

        /** The mapping that was given does not fit the file. */
        record MappingInvalid(List<ColumnMapping.Problem> problems) implements Refusal {}

        /** No column is an e-mail, a LinkedIn profile or a telephone: {@code identity_required}. */
        record NothingIdentifies(List<String> headers) implements Refusal {}
    }

    /**
     * @param progress told after every chunk how the counts stand; must be quick
     * @param rejects told of every row that was not taken or not taken whole, in order
     */
    Outcome importLeads(
            TenantScope scope,
            Request request,
            LeadFile file,
            Consumer<LeadImport.Counts> progress,
            Consumer<LeadImportRow> rejects);
}
