package io.agencyos.application.platform;

import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What staff of the platform has to know. Needs a unit of work of the platform or of the product itself. Source: data
 * model 5.13.
 */
@SecondaryPort
public interface Alerts {

    /** Opens the alert, or counts once more the open one of its fingerprint. */
    void raise(Alert alert);

    /** Closes every open alert of this source whose fingerprint is not among these: its cause is gone. */
    void resolveOthers(String source, Collection<String> stillOpen, Instant at);

    /** The same, of the alerts that are about one client. */
    void resolveOthersOf(ClientId client, String source, Collection<String> stillOpen, Instant at);

    /** The open ones, the newest first; platform unit only. */
    List<Alert> open(int limit);
}
