package io.agencyos.application.allocation.pacing;

import io.agencyos.domain.allocation.CapacityCheck.Shortfall;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Compares what a client's plan needs on a working day with what its senders can do, and alerts staff of every channel
 * that falls short ({@code capacity_shortfall}) until it does not any more. Source: scoring PLAN-2.
 */
@PrimaryPort
public interface CheckCapacity {

    /** What is missing; empty too where the client is gone or books nothing. */
    List<Shortfall> check(ClientId client);
}
