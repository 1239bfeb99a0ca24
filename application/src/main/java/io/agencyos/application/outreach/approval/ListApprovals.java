package io.agencyos.application.outreach.approval;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** The queue of touches that wait for a person, or waited. Every member may see it. Source: outreach 1.4, api 9.11. */
@PrimaryPort
public interface ListApprovals {

    /** What is looked for; an empty set looks for any. */
    record Filter(
            Set<ApprovalItem.Status> statuses, Set<Channel> channels, Set<CampaignId> campaigns, Set<LeadId> leads) {

        public static final Filter ANY = new Filter(Set.of(), Set.of(), Set.of(), Set.of());

        public Filter {
            statuses = Set.copyOf(statuses);
            channels = Set.copyOf(channels);
            campaigns = Set.copyOf(campaigns);
            leads = Set.copyOf(leads);
        }
    }

    /** The oldest first, which runs out first, from beyond {@code after}. */
    List<ApprovalView> of(TenantScope scope, Filter filter, @Nullable ApprovalId after, int limit);

    Optional<ApprovalView> one(TenantScope scope, ApprovalId id);
}
