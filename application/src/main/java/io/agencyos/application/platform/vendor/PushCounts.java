package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** How many of the events of a vendor came by its webhooks. Source: salesforge Beyond "webhook audit". */
@SecondaryPort
public interface PushCounts {

    /**
     * Events of one type.
     *
     * @param known all of them, however they came
     * @param pushed those of them that a webhook brought, first or after our own asking
     */
    record Count(String type, int known, int pushed) {}

    /**
     * What happened from one instant until before another, as far as it had its effect and belongs to something of ours, by type in order.
     * Needs a unit of work of the platform, or of the tenant as worker.
     */
    List<Count> counts(ClientId client, String vendor, Instant from, Instant until);
}
