package io.agencyos.application.campaign;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** How a client's leads are shared between its active campaigns; members change it. Source: api 9.4, scoring POOL-10. */
@PrimaryPort
public interface SharePriorities {

    /**
     * The shares that are in force.
     *
     * @param active the oldest first, with their shares
     * @param version another number whenever campaigns or shares are others
     */
    record Shares(List<Campaign> active, int version) {

        public Shares {
            active = List.copyOf(active);
        }
    }

    /** What came of setting them. */
    sealed interface Outcome {

        record Set(Shares shares) implements Outcome {}

        /** Not exactly the active campaigns were named. */
        record SetMismatch(java.util.Set<CampaignId> missing, java.util.Set<CampaignId> extra) implements Outcome {}

        /** {@code allocation_sum}. */
        record SumIsNot100(int sum) implements Outcome {}

        /** {@code allocation_range}: {@code low} to {@code high} each. */
        record OutOfRange(java.util.Set<CampaignId> campaigns, int low, int high) implements Outcome {}

        record VersionConflict(int version) implements Outcome {}

        record RoleRequired() implements Outcome {}
    }

    Shares show(TenantScope scope);

    /** Sets all of them in one step. */
    Outcome set(TenantScope scope, Map<CampaignId, Integer> shares, int version, Origin origin);

    /**
     * What the shares would be if one of them were {@code wanted}; empty where there is no such active campaign. Changes
     * nothing.
     */
    Map<CampaignId, Integer> preview(TenantScope scope, CampaignId campaign, int wanted);
}
