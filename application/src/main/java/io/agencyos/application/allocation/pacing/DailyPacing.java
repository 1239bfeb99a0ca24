package io.agencyos.application.allocation.pacing;

import io.agencyos.application.platform.flow.DueClients;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.CapacityCheck;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.resource.Pacing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The flow {@code daily_pacing}: every morning, and when an admin asks, each client's starts are compared with its quota,
 * and its senders with its plan. Source: flows 2.17, scoring PACE, PLAN-2.
 */
public final class DailyPacing {

    public static final String FLOW = "daily_pacing";

    private DailyPacing() {}

    /** @param clients those with a subscription that runs */
    public static Flow<?> flow(CheckPacing pacing, CheckCapacity capacity, DueClients clients, UnitOfWork units) {
        return SystemFlows.rounds(
                FLOW,
                Role.ADMIN,
                Set.of(BreakerScope.SUBSCRIPTION),
                "check",
                clients,
                units,
                (context, client) -> came(pacing.check(client), capacity.check(client)));
    }

    private static StepResult.Done came(Optional<PacingDay> day, List<CapacityCheck.Shortfall> missing) {
        return day.map(found -> new StepResult.Done(Counts.done(1, 1), checked(found.flag(), missing)))
                .orElseGet(() -> new StepResult.Done(new Counts(1, 0, 0, 1, 0), Outcome.NONE));
    }

    private static Outcome checked(Pacing.@Nullable Alert flag, List<CapacityCheck.Shortfall> missing) {
        Outcome checked = Outcome.count("checked", 1);
        Outcome flagged = flag == null ? checked : checked.with(flag.wire(), 1);
        return missing.isEmpty() ? flagged : flagged.with("capacity_shortfalls", missing.size());
    }
}
