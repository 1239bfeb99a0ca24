package io.agencyos.application.resource;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What a client's campaigns may choose to send from. Needs an open unit of work of the tenant, as worker. */
@SecondaryPort
@FunctionalInterface
public interface SenderOffers {

    /**
     * A mailbox, number or seat.
     *
     * @param channels what it is good for
     * @param name its address, number or account
     * @param limit touches of a day that it allows at this moment, by its own warm-up and health
     * @param warm its warm-up is over
     * @param usable something could leave from it now
     */
    record Offer(ResourceId id, Set<Channel> channels, String name, int limit, boolean warm, boolean usable) {
        public Offer {
            channels = Set.copyOf(channels);
        }
    }

    List<Offer> of(ClientId client, Instant now);
}
