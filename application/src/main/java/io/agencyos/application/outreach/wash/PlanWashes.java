package io.agencyos.application.outreach.wash;

import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Looks once a day which numbers have to be washed, gives up what did not come back, and says when washes run out. Source:
 * outreach 6.5, flows 2.21 ({@code dncr_rewash}).
 */
@PrimaryPort
@FunctionalInterface
public interface PlanWashes {

    /**
     * What was found.
     *
     * @param full every number that is held was asked for, as on the first day of a quarter
     * @param needed numbers that nobody had needed before
     * @param missed numbers that wait for another day
     * @param lost washes that were given up
     */
    record Round(boolean full, int needed, int missed, int lost, PhoneWashes.Waiting waiting) {}

    Round plan();
}
