package io.agencyos.application.conversion.learning;

import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Learns across the clients that agreed to it, anew from nothing: who no longer agrees is no longer in it. Source:
 * conversion intelligence 12.2.
 */
@PrimaryPort
public interface LearnTogether {

    /**
     * @param consenting clients that agreed
     * @param published segments that no single client can be read from; 0 below the threshold at which it starts
     * @param weights whether the mean of the clients' own weights helps those who did not make it, and stands
     */
    record Outcome(int consenting, int published, boolean weights) {}

    Outcome learn();
}
