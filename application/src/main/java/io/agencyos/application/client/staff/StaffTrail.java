package io.agencyos.application.client.staff;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff did, written inside the caller's unit of work. Source: api 6. */
public final class StaffTrail {

    private final Audit audit;
    private final ClockPort clock;
    private final IdSource ids;

    public StaffTrail(Audit audit, ClockPort clock, IdSource ids) {
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param client null for what concerns no client */
    public void write(
            UserId staff,
            AuditAction action,
            @Nullable ClientId client,
            String type,
            UUID resource,
            Map<String, Change> changes,
            Origin origin) {
        audit.append(new AuditEntry(
                ids.next(),
                clock.now(),
                client,
                Actor.user(staff.value()),
                action,
                AuditEntry.Outcome.OK,
                type,
                resource,
                changes,
                Map.of(),
                origin));
    }
}
