package io.agencyos.application.conversation;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Notes what silence has delivered; harmless to repeat. Source: outreach 8.7. */
@PrimaryPort
@FunctionalInterface
public interface ImplyDeliveries {

    /** Looks at what the client sent a day ago or more, and answers how many touches became delivered. */
    int imply(ClientId client);
}
