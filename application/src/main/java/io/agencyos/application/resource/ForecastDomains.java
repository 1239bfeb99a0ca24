package io.agencyos.application.resource;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Tells staff every night which of a client's domains will bounce too much within a week, so that a replacement is
 * bought in time; what is no longer foreseen is closed. Works inside the caller's unit of work (worker scope). Source:
 * scoring B14.
 */
@PrimaryPort
@FunctionalInterface
public interface ForecastDomains {

    /** How many domains are foreseen to be critical. */
    int forecast(ClientId client);
}
