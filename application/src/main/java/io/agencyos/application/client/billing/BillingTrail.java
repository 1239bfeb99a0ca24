package io.agencyos.application.client.billing;

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
import org.jspecify.annotations.Nullable;

/** The audit entries of this package, inside the caller's unit of work. */
final class BillingTrail {

    private final Audit audit;
    private final ClockPort clock;
    private final IdSource ids;

    BillingTrail(Audit audit, ClockPort clock, IdSource ids) {
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param actor null for the product itself */
    void changed(
            ClientId client,
            @Nullable UserId actor,
            String type,
            Map<String, Change> changes,
            Map<String, String> metadata,
            Origin origin) {
        audit.append(new AuditEntry(
                ids.next(),
                clock.now(),
                client,
                actor == null ? Actor.system() : Actor.user(actor.value()),
                AuditAction.UPDATE,
                AuditEntry.Outcome.OK,
                type,
                client.value(),
                changes,
                metadata,
                origin));
    }
}
