package io.agencyos.application.platform.secret;

import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What is stored sealed, all of it but the answers of idempotent requests, which are gone within a day. In a worker's unit of
 * the client, or of the platform for its own.
 */
@SecondaryPort
public interface SealedRows {

    /** The clients that own rows which a retired key sealed; in a unit of the platform. */
    List<ClientId> owners();

    record SealedRow(SealedPlace place, String sealed) {}

    /** Some rows of the owner that a retired key sealed; null asks for the platform's own. */
    List<SealedRow> outdated(@Nullable ClientId client, int limit);

    record Resealed(SealedRow before, String sealed) {}

    /** Replaces them; one that was changed meanwhile stays as it is. Answers how many were replaced. */
    int replace(List<Resealed> rows);
}
