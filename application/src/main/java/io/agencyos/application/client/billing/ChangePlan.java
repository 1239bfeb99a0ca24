package io.agencyos.application.client.billing;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.PlanChange;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * The owner chooses another plan: a larger one at once, a smaller one from the next period. Source: scoring PLAN-6, api
 * 9.2.
 */
@PrimaryPort
public interface ChangePlan {

    /** What came of it. */
    sealed interface Outcome {

        /** It is so, or would be. */
        record Done(PlanChange change) implements Outcome {}

        /** Only a paid subscription changes its plan; a trial chooses one at its checkout. */
        record NotPaid(SubscriptionStatus status) implements Outcome {}

        /** The twin has the plan of its client. */
        record Twin() implements Outcome {}

        record NotFound() implements Outcome {}

        record RoleRequired(Role role) implements Outcome {}
    }

    /** @param dryRun tells what would happen and changes nothing */
    Outcome change(TenantScope scope, Plan plan, boolean dryRun, Origin origin);
}
