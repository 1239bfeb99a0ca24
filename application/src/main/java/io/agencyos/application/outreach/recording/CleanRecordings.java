package io.agencyos.application.outreach.recording;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Deletes recordings whose time is over, our copy and then the vendor's: nothing counts as deleted on our word alone. Source: outreach
 * 10.9, vapi 8, flows 3 ({@code recording_cleanup}).
 */
@PrimaryPort
public interface CleanRecordings {

    /**
     * What was done.
     *
     * @param pending that the vendor did not confirm; they are tried again tomorrow
     */
    record Round(int deleted, int pending) {}

    Round clean(ClientId client);

    /** How many would go, without any effect. */
    int dryRun(ClientId client);

    /** Clients with recordings that have to go, after this one where one is named. */
    List<ClientId> due(@Nullable ClientId after, int limit);
}
