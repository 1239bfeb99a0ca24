package io.agencyos.application.platform.export;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Files on their way out, kept in parts. Needs an open unit of work of the tenant, as worker for writes; the platform's for
 * files of staff. Source: api 9.6, 9.9.
 */
@SecondaryPort
public interface ExportFiles {

    /** Begins a file; one that is begun already stays as it is. */
    void begin(ExportFile file);

    /**
     * Keeps a part under its number, counted from 0; a part that is there already is replaced.
     *
     * @return false, and nothing is kept, where there is no such file: it was withdrawn while it was being made
     */
    boolean put(ClientId client, RunId file, int number, byte[] content);

    /** The file is whole; false when it was before. */
    boolean finish(ClientId client, RunId file, Instant expiresAt);

    Optional<ExportFile> find(ClientId client, RunId file);

    /** Empty behind the last part. */
    Optional<byte[]> part(ClientId client, RunId file, int number);

    /**
     * Takes every file of the client away, whole or not, with its parts: somebody who stands in one was erased.
     *
     * @return how many
     */
    int withdraw(ClientId client);

    /** Forgets files of everybody that were begun before this moment, at most so many, with their parts; platform unit. */
    int discardBefore(Instant moment, int most);
}
