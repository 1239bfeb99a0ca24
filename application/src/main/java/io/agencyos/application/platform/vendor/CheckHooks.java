package io.agencyos.application.platform.vendor;

import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Looks, every night, whether what we gave vendors to push to still stands there, switched on, at the address where we listen now and with the secret that we know. What
 * is missing is made anew, and where a vendor does not let us, the account says so and staff hears of it. What its webhooks
 * brought in a day is compared with what happened by the vendor's own books: staff hears of a type of which more is missing than chance
 * explains. Source: salesforge Beyond "webhook audit", vendors/index
 * 5.
 */
@PrimaryPort
public interface CheckHooks {

    /**
     * What one look did.
     *
     * @param looked accounts whose vendor told what stands there
     * @param repaired vendors at which all hooks were made anew
     * @param losing vendors whose webhooks get lost
     * @param failures what vendors refused
     */
    record Round(int looked, List<String> repaired, List<String> losing, List<String> failures) {

        public Round {
            repaired = List.copyOf(repaired);
            losing = List.copyOf(losing);
            failures = List.copyOf(failures);
        }
    }

    /** What happened so long ago is counted: a network that is watched pushes up to eight hours late. Source: unipile 9. */
    Duration PUSHED_BY_THEN = Duration.ofHours(10);

    /** What happened in so long a time is counted. */
    Duration STRETCH = Duration.ofDays(1);

    Round check(ClientId client);
}
