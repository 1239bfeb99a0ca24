package io.agencyos.application.allocation.keeping;

import io.agencyos.domain.shared.id.ClientId;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Goes through a client's holds and ends those that are over: suppressed, declined, exhausted, invalid, without a
 * campaign, or never used in 90 days; at 75 days the lead's timeline warns. A client that has cancelled gives everybody
 * back. Open touches are cancelled before the person is free. Works in batches of 500, each a unit of work, so that one
 * that broke off goes on. Source: scoring POOL-3, POOL-9, POOL-14.
 */
@PrimaryPort
public interface SettleAssignments {

    /**
     * What was done.
     *
     * @param warned holds that run out in 15 days or less, told now for the first time
     */
    record Settled(int released, int expired, int warned) {

        Settled plus(Settled other) {
            return new Settled(released + other.released, expired + other.expired, warned + other.warned);
        }
    }

    Settled settle(ClientId client);
}
