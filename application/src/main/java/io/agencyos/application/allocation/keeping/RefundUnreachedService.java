package io.agencyos.application.allocation.keeping;

import io.agencyos.application.allocation.store.UnreachedLeads;
import io.agencyos.application.client.Credits;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.RefundRule;
import io.agencyos.domain.allocation.RefundRule.Cause;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One page in one transaction; the ledger refuses a second refund of a lead by itself. */
public final class RefundUnreachedService implements RefundUnreached {

    private static final int PAGE = 500;

    private final UnreachedLeads leads;
    private final Credits credits;
    private final UnitOfWork units;

    public RefundUnreachedService(UnreachedLeads leads, Credits credits, UnitOfWork units) {
        this.leads = leads;
        this.credits = credits;
        this.units = units;
    }

    private record Page(@Nullable LeadId last, int refunded) {}

    @Override
    public int run(ClientId client) {
        int refunded = 0;
        for (Page page = page(client, null); page.last() != null; page = page(client, page.last())) {
            refunded += page.refunded();
        }
        return refunded;
    }

    private Page page(ClientId client, @Nullable LeadId after) {
        return units.inTenant(TenantScope.worker(client), () -> {
            List<UnreachedLeads.Unreached> found = leads.page(client, after, PAGE);
            Map<Cause, List<LeadId>> owed = new EnumMap<>(Cause.class);
            found.forEach(one -> RefundRule.cause(one.ended())
                    .ifPresent(cause -> owed.computeIfAbsent(cause, key -> new ArrayList<>())
                            .add(one.lead())));
            int refunded = 0;
            for (Map.Entry<Cause, List<LeadId>> entry : owed.entrySet()) {
                refunded += credits.refund(
                                client, entry.getValue(), entry.getKey().wire())
                        .size();
            }
            return new Page(found.isEmpty() ? null : found.getLast().lead(), refunded);
        });
    }
}
