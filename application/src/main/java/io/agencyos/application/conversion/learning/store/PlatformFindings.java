package io.agencyos.application.conversion.learning.store;

import io.agencyos.domain.conversion.platform.PlatformLearning.Published;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** What was learned across clients. Read in any unit of work; written in one of the platform. Source: CIS 12.3. */
@SecondaryPort
public interface PlatformFindings {

    /** A segment with when it was computed. */
    record Finding(Published published, Instant computedAt) {}

    /** What stands, by dimension and segment. */
    List<Finding> current();

    /** Puts these in the place of what stood. */
    void replace(List<Published> published, Instant at);
}
