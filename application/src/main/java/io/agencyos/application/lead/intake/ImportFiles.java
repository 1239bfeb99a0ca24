package io.agencyos.application.lead.intake;

import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import java.time.Instant;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Uploaded files of leads, kept from the answer to the upload until their job has read them. Needs an open unit of work of the tenant. */
@SecondaryPort
public interface ImportFiles {

    void keep(ClientId client, ImportId id, byte[] content, Instant now);

    Optional<byte[]> find(ClientId client, ImportId id);

    /** Forgets the file; one that is not there is forgotten already. */
    void discard(ClientId client, ImportId id);

    /** Forgets what was kept before this moment: of orders that were never begun, and of jobs that nobody took up again. */
    int discardBefore(ClientId client, Instant moment);
}
