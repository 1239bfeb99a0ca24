package io.agencyos.application.outreach.recording;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Recordings at the vendor and when they go. Methods that name a client need an open unit of work of that tenant. Source:
 * outreach 10.9, data model 5.7.
 */
@SecondaryPort
public interface CallArchive {

    /** How long a recording is kept where nobody holds it. */
    Duration KEPT = Duration.ofDays(90);

    /**
     * A recording.
     *
     * @param deleteAfter from when on it is deleted, unless it is held
     * @param holdReason why it is kept beyond that, null where it is not
     * @param requestedAt when the vendor was first asked to delete it
     * @param deletedAt when the vendor confirmed it
     */
    record Recording(
            UUID callId,
            Instant recordedAt,
            Instant deleteAfter,
            @Nullable String holdReason,
            @Nullable Instant requestedAt,
            int attempts,
            @Nullable Instant deletedAt) {

        /** Not where it has to go: whoever did not want to be recorded is not listened to. */
        public boolean mayBeHeard(Instant now) {
            return deletedAt == null && requestedAt == null && (holdReason != null || now.isBefore(deleteAfter));
        }
    }

    /** One that has to go, with what the vendor calls its call. */
    record Due(
            UUID callId,
            String vendor,
            String ref,
            @Nullable Instant requestedAt) {}

    /** A call was recorded; it is kept for 90 days. */
    void recorded(ClientId client, UUID call, Instant endedAt);

    /** The person did not want it: it goes now. */
    void declined(ClientId client, UUID call, Instant now);

    Optional<Recording> find(ClientId client, UUID call);

    /** Holds it, or lets it go again where the reason is null; false where there is none or it is deleted. */
    boolean hold(ClientId client, UUID call, @Nullable String reason, UserId by, Instant at);

    /** Those that have to go, in the order of their calls' ids, held ones left out, after this call where one is named. */
    List<Due> due(ClientId client, Instant now, @Nullable UUID after, int limit);

    /** The vendor confirmed it. */
    void deleted(ClientId client, UUID call, Instant at, String reason);

    /** The vendor did not confirm it; asked again another day. */
    void refused(ClientId client, UUID call, Instant at, String error);

    /** Clients with recordings that have to go, on the platform, after this one where one is named. */
    List<ClientId> clientsWithDue(Instant now, @Nullable ClientId after, int limit);
}
