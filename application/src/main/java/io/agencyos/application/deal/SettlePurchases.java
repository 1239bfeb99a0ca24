package io.agencyos.application.deal;

import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Tells the buyer signals of sales that nobody told them of, as a process died between a customer and its telling. Source:
 * content 6.2, flows 2.16.
 */
@PrimaryPort
@FunctionalInterface
public interface SettlePurchases {

    /** Says how many were settled, at most so many. */
    int settle(int limit);
}
