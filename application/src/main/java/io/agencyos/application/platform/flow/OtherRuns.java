package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.domain.platform.flow.RunKey;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;

/** The runs that a step starts, each in a unit of work of its own. Source: flows 1.2, 1.6. */
public interface OtherRuns {

    /** Starts a flow for a client as this run's child, unless the key is known or another run of the flow is unfinished. */
    FlowRuns.Inserted start(ClientId client, String flow, RunKey key, Map<String, String> params);

    /** What this run has started for its own client, ended or not, the oldest first. */
    List<Run> children();
}
