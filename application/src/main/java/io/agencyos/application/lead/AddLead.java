package io.agencyos.application.lead;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.intake.LeadDraft;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Adds one lead that a person names: identified against the client and the pool, claimed, scored and, where the campaign
 * runs, enrolled. It costs no credit and never lifts an opt-out. Members may. Source: api 9.6, scoring POOL-2, POOL-8.5.
 */
@PrimaryPort
public interface AddLead {

    /** What came of it. */
    sealed interface Outcome {

        record Added(Lead lead) implements Outcome {}

        record Invalid(List<FieldProblem> problems) implements Outcome {}

        /** One of its keys is a lead of this client. */
        record Duplicate(LeadId existing) implements Outcome {}

        /** Whoever it names must not be contacted; nothing was made. */
        record Suppressed(SuppressionReason reason) implements Outcome {}

        /** Held by another client, resting or closed; which one is not told. */
        record Unavailable() implements Outcome {}

        /** The client may have nobody new just now: checks 1 to 3 of POOL-6. */
        record Barred(ClientBar bar) implements Outcome {}

        record RoleRequired() implements Outcome {}
    }

    /** @param campaign where the lead goes, null to leave it without a campaign */
    Outcome add(TenantScope scope, LeadDraft draft, @Nullable CampaignId campaign, Origin origin);
}
