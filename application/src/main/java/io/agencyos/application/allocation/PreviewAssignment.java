package io.agencyos.application.allocation;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.CampaignId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Who would be assigned to a campaign now, and why not the others, person by person; writes nothing. A person of the pool
 * is nobody's yet and is told without a name, an address or an employer. Members may. Source: scoring POOL-6 to POOL-8.
 */
@PrimaryPort
public interface PreviewAssignment {

    /** People of each list at most. */
    int MOST = 100;

    /** What may be told of somebody whom nobody holds. */
    record Person(
            @Nullable String title,
            Seniority seniority,
            @Nullable String industry,
            @Nullable Integer employees,
            @Nullable Country country) {}

    /** Somebody who would be assigned. */
    record Chosen(Person person, int score, Tier tier, boolean explored) {}

    /**
     * Somebody who would not.
     *
     * @param refusal the first check that fails
     * @param dimension of the profile, where that is the reason
     */
    record Left(Person person, AssignmentRefusal refusal, IcpFilter.@Nullable Dimension dimension) {}

    /** What came of it. */
    sealed interface Outcome {

        /** @param report as that of a dry run */
        record Shown(AssignPoolLeads.Report report, List<Chosen> chosen, List<Left> left) implements Outcome {}

        /** Checks 1 to 7. */
        record Refused(AssignmentRefusal refusal) implements Outcome {}

        record RoleRequired() implements Outcome {}
    }

    Outcome preview(TenantScope scope, CampaignId campaign, int count);
}
