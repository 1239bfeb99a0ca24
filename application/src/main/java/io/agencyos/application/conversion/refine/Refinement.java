package io.agencyos.application.conversion.refine;

import io.agencyos.domain.conversion.evolve.IcpRefinement;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A search that took up what was learned.
 *
 * @param pattern the version of the pattern of leads that it stands on
 * @param day on the client's calendar; a result is told once a day
 */
public record Refinement(
        UUID id,
        ClientId clientId,
        int pattern,
        IcpRefinement.Criteria base,
        IcpRefinement.Criteria refined,
        List<IcpRefinement.Change> changes,
        BigDecimal confidence,
        LocalDate day,
        Instant appliedAt) {

    public Refinement {
        changes = List.copyOf(changes);
    }
}
