package io.agencyos.application.client.billing;

import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.flow.Counts;
import java.util.Set;

/**
 * The flow {@code credit_reset}: each hour the accounts whose period is over begin the next one, each in a transaction of
 * its own. Source: flows 2.14, scoring PLAN-5.
 */
public final class CreditReset {

    public static final String FLOW = "credit_reset";

    private CreditReset() {}

    public static Flow<?> flow(ResetCredits credits, UnitOfWork units) {
        return SystemFlows.rounds(
                FLOW, null, Set.of(), "reset", credits::due, units, (context, client) -> came(credits.reset(client)));
    }

    private static StepResult.Done came(ResetCredits.Outcome outcome) {
        return switch (outcome) {
            case ResetCredits.Outcome.Reset reset ->
                new StepResult.Done(
                        Counts.done(1, 1),
                        Outcome.count("reset", 1)
                                .with("granted", reset.quota())
                                .with("expired", reset.expired())
                                .with("paused", reset.paused()));
            case ResetCredits.Outcome.Scheduled scheduled ->
                new StepResult.Done(Counts.done(1, 1), Outcome.count("scheduled", 1));
            case ResetCredits.Outcome.GraceOver over ->
                new StepResult.Done(Counts.done(1, 1), Outcome.count("expired", over.expired()));
            // somebody else was quicker
            case ResetCredits.Outcome.NotDue notDue -> new StepResult.Done(new Counts(1, 0, 0, 1, 0), Outcome.NONE);
        };
    }
}
