package io.agencyos.application.outreach.recording;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Recordings of all clients, and what a call of any client belongs to. Needs an open platform unit of work. Source: api 9.17. */
@SecondaryPort
public interface RecordingBook {

    /** A recording with its call. */
    record Row(ClientId client, LeadId lead, CallArchive.Recording recording) {}

    /**
     * Which are looked for; null and empty leave all.
     *
     * @param flagged whether somebody holds them
     * @param deleted whether the vendor confirmed that they are gone
     */
    record Filter(
            List<ClientId> clients,
            @Nullable Boolean flagged,
            @Nullable Boolean deleted) {

        public Filter {
            clients = List.copyOf(clients);
        }
    }

    /** Where a reader stands. */
    record After(Instant recordedAt, UUID call) {}

    /** The newest first. */
    List<Row> page(Filter filter, @Nullable After after, int limit);

    Optional<Row> find(UUID call);
}
