package io.agencyos.application.allocation.keeping;

import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.OnPlatform;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The flow {@code assignment_expire}: a run for each client that has holds which are over or run out soon. It goes on for
 * clients whose subscription has ended: they give everybody back. Source: flows 3, scoring POOL-3, POOL-9, POOL-14.
 */
public final class AssignmentExpiry {

    public static final String FLOW = "assignment_expire";

    private AssignmentExpiry() {}

    public static Flow<?> flow(PoolKeeping keeping) {
        SettleAssignments settle = keeping.settleAssignments();
        return new Flow<Optional<Void>>(
                FLOW,
                1,
                WorkClass.BATCH,
                null,
                Set.of(),
                OnPlatform.Children.of(keeping.ports().held()::clientsToSettle),
                Flow::nothing,
                List.of(new FlowStep.Calling<>("settle", 1, context -> settled(settle, context.client()))));
    }

    private static StepResult settled(SettleAssignments settle, ClientId client) {
        SettleAssignments.Settled came = settle.settle(client);
        int done = came.released() + came.expired();
        return new StepResult.Done(
                Counts.done(done, done),
                Outcome.count("released", came.released())
                        .with("expired", came.expired())
                        .with("warned", came.warned()));
    }
}
