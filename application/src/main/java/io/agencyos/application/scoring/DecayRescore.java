package io.agencyos.application.scoring;

import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.OnPlatform;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The flow {@code decay_rescore}: every night the leads whose facts have aged past a limit are scored again, a run for each
 * client that has any. Source: flows 3, scoring ALS-16, ALS-17, 6.
 */
public final class DecayRescore {

    public static final String FLOW = "decay_rescore";

    private static final int BATCH = 100;

    private DecayRescore() {}

    public static Flow<?> flow(RescoreDue rescore) {
        return new Flow<Optional<Void>>(
                FLOW,
                1,
                WorkClass.BATCH,
                null,
                Set.of(BreakerScope.SUBSCRIPTION),
                OnPlatform.Children.of(rescore::clientsAged),
                Flow::nothing,
                List.of(new FlowStep.Calling<>("score", 1, context -> batch(rescore, context))));
    }

    private static StepResult batch(RescoreDue rescore, StepContext<Optional<Void>> context) {
        int scored = rescore.aged(context.client(), BATCH);
        Counts counts = context.counts().plus(Counts.done(scored, scored));
        Outcome outcome = Outcome.count("scored", scored);
        return scored < BATCH
                ? new StepResult.Done(counts, outcome)
                : new StepResult.More(Integer.toString(counts.done()), counts, outcome);
    }
}
