package io.agencyos.application.outreach.recording;

import io.agencyos.domain.shared.id.ClientId;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Our own copies of recordings, piece by piece, for one may be larger than anything that is held in memory. Methods that name a
 * client need an open unit of work of that tenant, as worker where they write. Source: vapi 8.
 */
@SecondaryPort
public interface RecordingFiles {

    /** A copy that is whole. */
    record Copy(long bytes, String sha256, Instant fetchedAt) {}

    /**
     * A recording that has no copy yet.
     *
     * @param ref what the vendor calls its call
     * @param tries in vain so far
     */
    record Wanted(UUID callId, String vendor, String ref, Instant recordedAt, int tries) {}

    /**
     * Recordings that may be fetched now: not told to go, made since then, and not due later or given up. Oldest first.
     */
    List<Wanted> wanted(ClientId client, Instant since, Instant now, int limit);

    /** Clients with such recordings, on the platform, after this one where one is named. */
    List<ClientId> clientsWithWanted(Instant since, Instant now, @Nullable ClientId after, int limit);

    /** The next piece, counted from 0. */
    void append(ClientId client, UUID call, int piece, byte[] bytes);

    /** All pieces are there. */
    void complete(ClientId client, UUID call, Copy copy);

    /** Nothing came, and pieces of it are forgotten; {@code next} null: it is given up. */
    void missed(ClientId client, UUID call, @Nullable Instant next);

    Optional<Copy> find(ClientId client, UUID call);

    /** Writes the pieces one after the other. */
    void read(ClientId client, UUID call, OutputStream sink);

    /** One piece, counted from 0; empty behind the last one. */
    Optional<byte[]> piece(ClientId client, UUID call, int number);

    /** Forgets the copy and that there was one. */
    void remove(ClientId client, UUID call);
}
