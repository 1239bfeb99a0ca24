package io.agencyos.application.scoring.store;

import io.agencyos.domain.scoring.tier.HotCostGuard;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Leads with the score that was frozen with their first touch, and what became of them. Needs an open unit of work of the
 * tenant. Source: scoring ALS-17, ALS-20, conversion intelligence 2.2, 2.4.
 */
@SecondaryPort
public interface FrozenScores {

    /**
     * One lead.
     *
     * @param firstTouch of its sequence
     * @param convertedAt its first meeting booked at or after the first touch, null for none
     */
    record Unit(
            LeadId lead,
            FrozenFacts frozen,
            Instant firstTouch,
            @Nullable Instant convertedAt) {}

    /** Every lead first touched at or after {@code since} whose facts were frozen, by lead. */
    List<Unit> firstTouchedSince(ClientId client, Instant since);

    /**
     * Where a lead stands among the leads that were first touched in this half-open span, by the score that was frozen with
     * that touch. The lead itself counts: with its own first touch there, else as the last one. Source: scoring B8.
     *
     * @param score of a lead that was not touched there
     */
    HotCostGuard.Standing standing(ClientId client, LeadId lead, int score, Instant from, Instant until);
}
