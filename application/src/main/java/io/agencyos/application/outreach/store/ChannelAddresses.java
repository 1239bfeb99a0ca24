package io.agencyos.application.outreach.store;

import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * How leads can be reached on channels other than e-mail, as vendors told. Needs an open unit of work of the tenant, as
 * worker. Source: outreach 6.3, data model 5.6 {@code lead_channel}.
 */
@SecondaryPort
public interface ChannelAddresses {

    /**
     * What is known of one address of a lead.
     *
     * @param address the number or profile that it holds for; of a later one nothing is known
     * @param reason one word of ours
     */
    record Standing(LeadId lead, Channel channel, String address, AddressState state, String reason, Instant at) {}

    /** Remembers it; a later word about the same lead and channel takes its place. */
    void put(ClientId client, Standing standing);

    /** Of these leads, those of whom something is known on the channel. */
    Map<LeadId, Standing> of(ClientId client, Channel channel, Collection<LeadId> leads);
}
