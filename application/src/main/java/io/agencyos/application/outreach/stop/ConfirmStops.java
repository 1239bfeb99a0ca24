package io.agencyos.application.outreach.stop;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** Tells people who texted STOP that it was understood: once, and within the hours of the law. Source: outreach 9.4. */
@PrimaryPort
public interface ConfirmStops {

    /** Clients who have somebody to tell. */
    List<ClientId> due();

    /** Tells those of this client; answers how many were looked at. */
    int confirm(ClientId client, int limit);
}
