package io.agencyos.application.platform.flow.store;

import io.agencyos.domain.platform.flow.RateBucket;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * How many calls this process may make just now under each account of a vendor. Needs no unit of work. Source: flows 1.9
 * (platform page), vendors/index 3.
 */
@SecondaryPort
@FunctionalInterface
public interface VendorPaces {

    /** Of a process that calls nobody. */
    VendorPaces NONE = List::of;

    /** By account; those that were not used yet are absent. An account is named by its vendor and a mark of its key. */
    List<RateBucket> now();
}
