package io.agencyos.application.platform.flow.store;

import io.agencyos.domain.platform.flow.RateBucket;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * What accounts of vendors may still be asked just now, over all clients and processes. A unit of the platform or of the
 * product itself. Source: flows 1.3, data model 5.13 {@code rate_bucket}.
 */
@SecondaryPort
public interface RateBuckets {

    /** The bucket of an account, kept from others until the unit of work ends; empty for one that is not limited. */
    Optional<RateBucket> lock(String vendor);

    /** Puts one in its place, or a new one. */
    void save(RateBucket bucket);

    /** All, by vendor. */
    List<RateBucket> all();
}
