package io.agencyos.application.resource;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Looks at what the last 30 days of a client's domains came to, every night and after each bounce and complaint, and
 * sets what they may send. It recovers by itself. Works inside the caller's unit of work (worker scope). Source: scoring
 * RES-10.
 */
@PrimaryPort
@FunctionalInterface
public interface JudgeDomains {

    /** How many domains stand otherwise than before. */
    int judge(ClientId client);
}
