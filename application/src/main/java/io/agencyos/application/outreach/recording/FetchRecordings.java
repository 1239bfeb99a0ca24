package io.agencyos.application.outreach.recording;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Brings recordings from the vendor into a store of ours soon after their calls, whole or not at all. A vendor may need a while
 * until it has one: it is asked six times within two hours. Source: vapi 8.
 */
@PrimaryPort
public interface FetchRecordings {

    /**
     * What was done.
     *
     * @param missed that the vendor did not hand out this time
     */
    record Round(int fetched, int missed) {}

    Round fetch(ClientId client);

    /** Clients with recordings to fetch, after this one where one is named. */
    List<ClientId> due(@Nullable ClientId after, int limit);
}
