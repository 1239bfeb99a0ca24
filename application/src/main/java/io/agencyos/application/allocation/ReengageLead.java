package io.agencyos.application.allocation;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.Reengagement;
import io.agencyos.domain.client.ClientBar;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * The explicit way back of a lead that had ended: the person is claimed again, the same record opened, scored and, where
 * the campaign runs, enrolled. Never around a suppression or another client's hold. Members may. Source: api 9.6, POOL-5.
 */
@PrimaryPort
public interface ReengageLead {

    /** What came of it. */
    sealed interface Outcome {

        record Reengaged() implements Outcome {}

        record NotFound() implements Outcome {}

        /** Too early, or never. */
        record NotEligible(Reengagement.NotEligible why) implements Outcome {}

        /** The campaign is not the client's, or over. */
        record CampaignNotFound() implements Outcome {}

        /** The person must not be contacted. */
        record Suppressed(SuppressionReason reason) implements Outcome {}

        /** Held by somebody else, closed, or claimed twice in 12 months; which is not told. */
        record Unavailable() implements Outcome {}

        record NoCredits() implements Outcome {}

        record Barred(ClientBar bar) implements Outcome {}

        record RoleRequired() implements Outcome {}
    }

    /**
     * @param reason in the person's own words, for the timeline
     * @param campaign where the lead goes, null to leave it where it was
     */
    Outcome reengage(TenantScope scope, LeadId lead, String reason, @Nullable CampaignId campaign);
}
