package io.agencyos.application.client.billing;

import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Compares every balance with the sum of its entries and alerts staff of each that differs; an alert is closed when its
 * account adds up again. Source: data model 5.2 (nightly check).
 */
@PrimaryPort
public interface CheckLedgers {

    /** @return how many accounts do not add up */
    int check();
}
