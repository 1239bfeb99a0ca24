package io.agencyos.application.allocation;

import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.shared.id.ActivityId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody decided of a lead: a line of its timeline and one of the audit log, in the unit in which it was decided. */
public final class DecidedOfLeads {

    private final AllocationWorld world;
    private final IdSource ids;

    public DecidedOfLeads(AllocationWorld world, IdSource ids) {
        this.world = world;
        this.ids = ids;
    }

    /**
     * Writes both lines.
     *
     * @param lead as it is after the decision
     * @param detail the words of the timeline
     * @param because what the audit log tells beside the new status
     */
    public void tell(TenantScope scope, Lead lead, String detail, Map<String, String> because, Instant now) {
        world.activities()
                .append(List.of(new Activity(
                        new ActivityId(ids.next()),
                        lead.clientId(),
                        lead.id(),
                        lead.campaignId(),
                        ActivityAction.STATUS_CHANGED,
                        null,
                        null,
                        null,
                        null,
                        now,
                        null,
                        detail,
                        scope.userId() == null ? ActivityActor.SYSTEM : ActivityActor.USER)));
        Map<String, String> after = new HashMap<>(because);
        after.put("status", lead.status().wire());
        world.audit()
                .append(new AuditEntry(
                        ids.next(),
                        now,
                        lead.clientId(),
                        scope.userId() == null
                                ? AuditEntry.Actor.system()
                                : AuditEntry.Actor.user(scope.userId().value()),
                        AuditAction.UPDATE,
                        AuditEntry.Outcome.OK,
                        "lead",
                        lead.id().value(),
                        Map.of(),
                        Map.copyOf(after),
                        AuditEntry.Origin.NONE));
    }
}
