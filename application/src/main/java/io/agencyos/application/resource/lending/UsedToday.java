package io.agencyos.application.resource.lending;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What resources have sent and reserved today, as the counters say. Needs a unit of work of the tenant, as worker. */
@SecondaryPort
public interface UsedToday {

    /**
     * E-mails of a domain or a mailbox, calls and texts of a number, touches of what a campaign has chosen by the id of the
     * choice; absent where there were none.
     *
     * @param midnight when the day began on the client's clock
     */
    Map<ResourceId, Integer> of(ClientId client, Collection<ResourceId> resources, Instant midnight);
}
