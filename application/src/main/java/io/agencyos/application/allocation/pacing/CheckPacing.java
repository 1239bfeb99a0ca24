package io.agencyos.application.allocation.pacing;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Compares the leads that a client started with its quota, by working days, and tells once in a period who burns too
 * fast or too slowly. Safe to repeat. Source: scoring PACE-1 to PACE-3, flows 2.17.
 */
@PrimaryPort
@FunctionalInterface
public interface CheckPacing {

    /** What keeps a slow client from starting more; the first that holds, in this order. */
    enum Cause implements Vocabulary {
        /** First touches wait for somebody's word. */
        APPROVALS_WAITING,
        /** Nobody is enrolled who could start. */
        NO_LEADS,
        /** The senders are full with follow-ups. */
        QUOTA,
        /** A pause or a breaker keeps outreach from going on. */
        BREAKER,
        /** Everything is there; the windows of the day were not used. */
        WINDOW
    }

    /** Looks at one client; empty where no subscription runs. */
    Optional<PacingDay> check(ClientId client);
}
