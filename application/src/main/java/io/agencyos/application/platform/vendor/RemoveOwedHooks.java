package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Asks vendors again to take away the hooks of clients who left while the vendor could not be asked, ever less often over four
 * days; then a task tells the client's people to do it at the vendor. Source: api 9.13, outreach 4.7.
 */
@PrimaryPort
public interface RemoveOwedHooks {

    /** The kind of the task that is opened when it is given up. */
    String GIVEN_UP = "hook_removal_failed";

    /** Clients for whom something is due. */
    List<ClientId> due();

    /** Asks for what is due for this client; answers how much of that is settled now, by the vendor or by giving up. */
    int remove(ClientId client);
}
