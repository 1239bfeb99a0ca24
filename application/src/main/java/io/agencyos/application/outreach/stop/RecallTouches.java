package io.agencyos.application.outreach.stop;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * After a stop, asks vendors for what they accepted before it: an e-mail that has not left is kept from leaving, an address
 * that opted out goes on the vendor's own list, a call that runs is hung up, a letter is not printed. Running it twice, also
 * at the same time, is harmless. Source: outreach 4.3 T7, salesforge 5, vapi 7, direct-mail 4.
 */
@PrimaryPort
public interface RecallTouches {

    /**
     * What one round did.
     *
     * @param asked recalls that a vendor took
     * @param failed recalls that are asked again
     */
    record Round(int asked, int failed) {

        Round and(Round other) {
            return new Round(asked + other.asked, failed + other.failed);
        }
    }

    /** @param limit how many touches of each kind are looked at in one round */
    Round recall(ClientId client, int limit);

    /** The same, and what this one asks back. */
    default RecallTouches and(RecallTouches others) {
        return (client, limit) -> recall(client, limit).and(others.recall(client, limit));
    }
}
