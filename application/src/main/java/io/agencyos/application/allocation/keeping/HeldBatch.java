package io.agencyos.application.allocation.keeping;

import io.agencyos.application.allocation.ReleaseLeads;
import io.agencyos.application.allocation.ReleaseLeadsService;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks through a client's active holds, a batch per unit of work, and lets go of leads after their outreach ended. */
final class HeldBatch {

    /** Holds of one unit of work (POOL-9). */
    static final int SIZE = 500;

    private final PoolKeeping on;
    private final ReleaseLeads release;

    HeldBatch(PoolKeeping on) {
        this.on = on;
        this.release = new ReleaseLeadsService(on.world(), on.clock(), on.ids());
    }

    /** Hands every batch to {@code work} inside a unit of its own; what it answers is summed up by the caller. */
    <T> void each(ClientId client, Function<List<PoolClaim>, T> work, Consumer<T> done) {
        @Nullable PoolPersonId after = null;
        boolean more = true;
        while (more) {
            @Nullable PoolPersonId from = after;
            List<PoolClaim> batch = on.units()
                    .inTenant(
                            TenantScope.worker(client), () -> on.ports().held().active(client, from, SIZE));
            if (!batch.isEmpty()) {
                done.accept(on.units().inTenant(TenantScope.worker(client), () -> work.apply(batch)));
                after = batch.getLast().personId();
            }
            more = batch.size() == SIZE;
        }
    }

    /** Open touches are cancelled first, then the people are free. */
    int release(ClientId client, Collection<LeadId> leads, ReleaseReason reason) {
        stop(client, leads);
        return release.release(client, leads, reason);
    }

    /**
     * Whoever was written to and is let go of without an end of its own is history: the stage says so, and after its rest the
     * client may take it up again. Source: scoring POOL-3.
     */
    void complete(ClientId client, Collection<LeadId> leads) {
        on.world()
                .leads()
                .leads()
                .updateAll(on.world().leads().leads().findAll(client, leads).stream()
                        .filter(lead -> lead.status() == LeadStatus.IN_SEQUENCE)
                        .map(lead ->
                                lead.becoming(LeadStatus.COMPLETED, on.clock().now()))
                        .toList());
    }

    void stop(ClientId client, Collection<LeadId> leads) {
        on.enrolments().enrolled(client, leads).stream()
                .sorted(Comparator.comparing(LeadId::text))
                .forEach(lead -> on.outreach().stop(client, lead, StopReason.Plain.NOT_ASSIGNED));
    }
}
