package io.agencyos.application.conversation;

import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.shared.ActivityId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.LeadId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** What happened with a lead, for reading. Needs an open unit of work of the tenant. */
@SecondaryPort
public interface Timeline {

    /** Where a page begins: behind this line. */
    record After(Instant occurredAt, ActivityId id) {}

    /** Newest first. */
    List<Activity> of(ClientId client, LeadId lead, @Nullable After after, int limit);
}
