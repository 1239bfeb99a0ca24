package io.agencyos.application.allocation.store;

import io.agencyos.domain.allocation.RefundRule;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Leads that were paid for and not given back, that no touch has reached, and that none is on its way to. Needs a
 * tenant's unit of work, as worker. Source: scoring PLAN-4.
 */
@SecondaryPort
public interface UnreachedLeads {

    /** A lead, and how its assignment has ended, if it has; why the hold on its person ended is not looked up. */
    record Unreached(LeadId lead, RefundRule.Ended ended) {}

    /**
     * A page by id. Left out are leads whose enrolment runs, whose touch was delivered or accepted and not returned, or
     * whose touch may still be on its way or may have arrived unseen.
     *
     * @param after the last id seen, null for the first page
     */
    List<Unreached> page(ClientId client, @Nullable LeadId after, int limit);
}
