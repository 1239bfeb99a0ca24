package io.agencyos.application.platform.vendor;

import io.agencyos.domain.platform.ContractDrift;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What vendors' answers said, by vendor and hour, over all processes. Needs a unit of work of the platform. */
@SecondaryPort
public interface ContractDrifts {

    /** Adds to what is known of those hours. */
    void add(Collection<ContractDrift> said);

    /** Of hours that began at this instant or later, by vendor and hour. */
    List<ContractDrift> since(Instant hour);

    /** Forgets hours that began before. */
    void forget(Instant before);
}
