package io.agencyos.application.platform.flow.store;

import java.time.Instant;
import java.util.Collection;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Orders to execute a run, kept in the unit of work that hands the runs over; some node takes each. Source: flows 1.1. */
@SecondaryPort
public interface Executions {

    /** The name by which the executing side knows these orders. */
    String TASK = "flow-run";

    void submit(Collection<FlowRuns.Handed> runs, Instant now);
}
