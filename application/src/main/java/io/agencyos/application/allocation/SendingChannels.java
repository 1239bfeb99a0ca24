package io.agencyos.application.allocation;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import java.util.Set;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** With what a client could send at all, whatever its health just now. Source: scoring POOL-6 check 13. */
@SecondaryPort
public interface SendingChannels {

    /** The channels for which the client has a resource of its own. */
    Set<Channel> of(ClientId client);
}
