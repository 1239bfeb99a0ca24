package io.agencyos.application.client.billing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.BillingPeriod;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.client.billing.CreditReset;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.PlanChange;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One platform unit, because spots are the platform's: the client's row first, then the spots, so that replays and other
 * customers wait for each other and nobody is given the twenty-first spot.
 */
final class CompleteCheckoutService implements CompleteCheckout {

    private final BillingPorts ports;
    private final BillingTrail trail;
    private final Bookings bookings;
    private final UnitOfWork units;
    private final ClockPort clock;

    CompleteCheckoutService(
            BillingPorts ports, BillingTrail trail, Bookings bookings, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.trail = trail;
        this.bookings = bookings;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome complete(Order order) {
        return units.onPlatform(() -> inside(order));
    }

    private Outcome inside(Order order) {
        Optional<Client> client = ports.clients().findForUpdate(order.client()).filter(found -> found.twinOf() == null);
        ports.spots().lock();
        ports.credits().lock(order.client());
        Optional<Subscription> booked = ports.clients().subscription(order.client());
        Optional<CreditAccount> account = ports.credits().account(order.client());
        if (client.isEmpty() || booked.isEmpty() || account.isEmpty()) {
            return new Outcome.NotFound();
        }
        Optional<FoundingSpots.Completed> before = ports.spots().completed(order.checkout());
        if (before.isPresent()) {
            return new Outcome.Active(
                    booked.get(), order.founding() && before.get().spot() == null);
        }
        Integer spot = order.founding() ? spot(order, booked.get()) : null;
        boolean overflow = order.founding() && spot == null;
        if (overflow) {
            alert(order);
        }
        Subscription active = activate(order, booked.get(), account.get(), spot != null);
        ports.spots()
                .complete(
                        new FoundingSpots.Completed(order.checkout(), order.client(), order.plan(), spot, clock.now()));
        audit(booked.get(), active);
        return new Outcome.Active(active, overflow);
    }

    /** Who lost the founding price by cancelling does not get it again; the spot stays his all the same. */
    private @Nullable Integer spot(Order order, Subscription booked) {
        Optional<Integer> own = ports.spots().spotOf(order.client());
        if (own.isPresent()) {
            return booked.founding() ? own.get() : null;
        }
        return ports.spots().take(order.checkout(), order.client(), clock.now()).orElse(null);
    }

    private Subscription activate(Order order, Subscription booked, CreditAccount account, boolean founding) {
        return booked.status() == SubscriptionStatus.CANCELLED
                ? anew(order, booked, account, founding)
                : on(
                        booked,
                        order.plan(),
                        booked.as(SubscriptionStatus.ACTIVE).founding(founding || booked.founding()));
    }

    /** A new subscription with an anchor of its own; a period that was granted already is not granted again. */
    private Subscription anew(Order order, Subscription over, CreditAccount account, boolean founding) {
        LocalDate today = BillingPeriod.dayOf(clock.now());
        Subscription begun =
                Subscription.begin(order.client(), order.plan(), SubscriptionStatus.ACTIVE, today, founding);
        bookings.write(over, begun);
        int quota = order.plan().terms().leadsPerMonth();
        if (begun.periodStart().isAfter(account.period())) {
            ports.credits()
                    .beginPeriod(
                            order.client(), begun.period(), CreditReset.of(account.balance(), account.quota(), quota));
        } else {
            ports.credits().schedule(order.client(), begun.period().endsAt());
            ports.credits().quota(order.client(), quota);
            if (quota > account.quota()) {
                ChangePlanService.upgrade(ports, order.client(), order.plan(), quota - account.quota());
            }
        }
        return begun;
    }

    private Subscription on(Subscription booked, Plan plan, Subscription active) {
        Subscription chosen = switch (PlanChange.of(active, plan)) {
            case PlanChange.None same -> active;
            case PlanChange.Stay stay -> active.on(plan);
            case PlanChange.Downgrade later -> active.then(plan);
            case PlanChange.Upgrade(var from, Plan to, int credits, var due) -> {
                ChangePlanService.upgrade(ports, active.clientId(), to, credits);
                yield active.on(to);
            }
        };
        bookings.write(booked, chosen);
        return chosen;
    }

    private void alert(Order order) {
        ports.alerts()
                .raise(Alert.of(
                        "founding_overflow:" + order.checkout(),
                        Alert.Severity.WARNING,
                        "founding_overflow",
                        order.client(),
                        "A founding checkout was completed when no spot was left: normal price.",
                        Map.of("plan", order.plan().wire()),
                        clock.now()));
    }

    private void audit(Subscription before, Subscription after) {
        trail.changed(
                after.clientId(),
                null,
                "subscription",
                Map.of(
                        "plan", new Change(before.plan().wire(), after.plan().wire()),
                        "status",
                                new Change(
                                        before.status().wire(), after.status().wire()),
                        "founding",
                                new Change(Boolean.toString(before.founding()), Boolean.toString(after.founding()))),
                Map.of(),
                Origin.NONE);
    }
}
