package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Looks, every night, whether what we gave vendors to push to still stands there, switched on, at the address where we listen now and with the secret that we know. What
 * is missing is made anew, and where a vendor does not let us, the account says so. Source: salesforge Beyond "webhook audit", vendors/index
 * 5.
 */
@PrimaryPort
public interface CheckHooks {

    /**
     * What one look did.
     *
     * @param looked accounts whose vendor told what stands there
     * @param repaired vendors at which all hooks were made anew
     * @param failures what vendors refused
     */
    record Round(int looked, List<String> repaired, List<String> failures) {

        public Round {
            repaired = List.copyOf(repaired);
            failures = List.copyOf(failures);
        }
    }

    Round check(ClientId client);
}
