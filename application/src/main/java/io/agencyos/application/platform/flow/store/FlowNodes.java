package io.agencyos.application.platform.flow.store;

import java.time.Instant;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Which processes are there to execute runs. Platform unit. */
@SecondaryPort
public interface FlowNodes {

    /** This process is alive. */
    void beat(String node, Instant now);

    /** How many were alive after this. */
    int aliveSince(Instant since);
}
