package io.agencyos.application.client;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Which clients consent to learning that is shared with others. Source: api 9.2, data model 5.1. */
@SecondaryPort
public interface SharingConsents {

    /** False until an owner said yes. The client's unit of work, or a platform unit. */
    boolean given(ClientId client);

    /** Writes down what was said, and when. Worker's unit of the client. */
    void say(ClientId client, boolean consent, Instant at);
}
