package io.agencyos.application.client.billing;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.PlanChange;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import java.util.Optional;

/** Two changes at once happen one after the other: the second sees the plan that the first has chosen. */
final class ChangePlanService implements ChangePlan {

    private final BillingPorts ports;
    private final BillingTrail trail;
    private final Bookings bookings;
    private final UnitOfWork units;

    ChangePlanService(BillingPorts ports, BillingTrail trail, Bookings bookings, UnitOfWork units) {
        this.ports = ports;
        this.trail = trail;
        this.bookings = bookings;
        this.units = units;
    }

    @Override
    public Outcome change(TenantScope scope, Plan plan, boolean dryRun, Origin origin) {
        if (scope.role() != Role.WORKER && !scope.role().permits(Role.OWNER)) {
            return new Outcome.RoleRequired(Role.OWNER);
        }
        return units.inTenant(scope.asWorker(), () -> inside(scope, plan, dryRun, origin));
    }

    private Outcome inside(TenantScope scope, Plan plan, boolean dryRun, Origin origin) {
        Optional<Client> client = ports.clients().findForUpdate(scope.clientId());
        ports.credits().lock(scope.clientId());
        Optional<Subscription> booked = ports.clients().subscription(scope.clientId());
        if (client.isEmpty() || booked.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (client.get().twinOf() != null) {
            return new Outcome.Twin();
        }
        if (booked.get().status() != SubscriptionStatus.ACTIVE) {
            return new Outcome.NotPaid(booked.get().status());
        }
        PlanChange change = PlanChange.of(booked.get(), plan);
        if (!dryRun) {
            write(booked.get(), change);
            audit(scope, booked.get(), change, origin);
        }
        return new Outcome.Done(change);
    }

    private void write(Subscription before, PlanChange change) {
        switch (change) {
            case PlanChange.None same -> {}
            case PlanChange.Stay(Plan plan) -> bookings.write(before, before.on(plan));
            case PlanChange.Downgrade(var from, Plan to, int credits, var at) ->
                bookings.write(before, before.then(to));
            case PlanChange.Upgrade(var from, Plan to, int credits, var due) -> {
                bookings.write(before, before.on(to));
                upgrade(ports, before.clientId(), to, credits);
            }
        }
    }

    /** The larger quota and the credits of the difference; the caller has locked the ledger. */
    static void upgrade(BillingPorts ports, ClientId client, Plan to, int credits) {
        ports.credits().quota(client, to.terms().leadsPerMonth());
        ports.credits().book(client, CreditEntryKind.UPGRADE, credits, null, "changed to " + to.wire());
    }

    private void audit(TenantScope scope, Subscription before, PlanChange change, Origin origin) {
        String was = before.nextPlan().wire();
        Optional<Change> changed = switch (change) {
            case PlanChange.None same -> Optional.empty();
            case PlanChange.Stay(Plan plan) -> Optional.of(new Change(was, plan.wire()));
            case PlanChange.Downgrade smaller ->
                Optional.of(new Change(was, smaller.to().wire()));
            case PlanChange.Upgrade larger ->
                Optional.of(new Change(was, larger.to().wire()));
        };
        changed.ifPresent(plan -> trail.changed(
                scope.clientId(), scope.userId(), "subscription", Map.of("plan", plan), Map.of(), origin));
    }
}
