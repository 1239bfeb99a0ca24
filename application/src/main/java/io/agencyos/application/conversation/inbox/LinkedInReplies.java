package io.agencyos.application.conversation.inbox;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Messages to and from the client's seats, and invitations that were taken. Source: outreach 11.4, 15. */
@SecondaryPort
public interface LinkedInReplies extends ChannelReplies {

    /**
     * The public name of the person's page, by which leads are known; empty where the network shows no page. Looking
     * leaves no trace there. Never call it inside a unit of work.
     *
     * @param seat the vendor's reference of the seat that was written to
     * @param person the network's lasting id, as messages name their writer
     */
    Result<Optional<String>, VendorFailure> slug(ClientId client, String seat, String person);
}
