package io.agencyos.application.conversion.experiment;

import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import java.util.Set;

/** The flow {@code content_experiments}: every night at two in Sydney, a run for each client. Source: CIS 7.1. */
public final class ContentExperimentsFlow {

    public static final String FLOW = "content_experiments";

    private ContentExperimentsFlow() {}

    public static Flow<?> flow(LookAtExperiments experiments) {
        return SystemFlows.perClient(FLOW, WorkClass.BATCH, null, Set.of(), "look", client -> {
            LookAtExperiments.Looked looked = experiments.look(client);
            return new StepResult.Done(
                    Counts.done(looked.all(), looked.all()),
                    Outcome.count("declared", looked.declared()).with("ended", looked.ended()));
        });
    }
}
