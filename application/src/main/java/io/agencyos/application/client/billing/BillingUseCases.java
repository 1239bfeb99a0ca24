package io.agencyos.application.client.billing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The use cases of this package, wired by hand; bootstrap and tests hand in the ports. */
public final class BillingUseCases {

    /** How long a founding checkout keeps its spot. Source: scoring B15. */
    private static final Duration HOLD = Duration.ofMinutes(30);

    private final BillingPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final ResetCredits resetCredits;
    private final RecordInvoice recordInvoice;
    private final ChangePlan changePlan;
    private final CompleteCheckout completeCheckout;
    private final ChangeSubscription changeSubscription;
    private final AdjustCredits adjustCredits;
    private final CheckLedgers checkLedgers;
    private final EndSubscription endSubscription;
    private final BillingReads reads;

    public BillingUseCases(BillingPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        BillingTrail trail = new BillingTrail(ports.audit(), clock, ids);
        Bookings bookings = new Bookings(ports, clock, ids);
        Periods periods = new Periods(ports, bookings, clock, ids);
        LowCredits low = new LowCredits(ports.events(), clock, ids);
        resetCredits = new ResetCreditsService(ports, periods, units, clock);
        recordInvoice = new RecordInvoiceService(ports, periods, bookings, units, clock);
        changePlan = new ChangePlanService(ports, trail, bookings, units);
        completeCheckout = new CompleteCheckoutService(ports, trail, bookings, units, clock);
        changeSubscription = new ChangeSubscriptionService(ports, trail, bookings, units);
        adjustCredits = new AdjustCreditsService(ports, trail, low, units);
        checkLedgers = new CheckLedgersService(ports, units, clock);
        endSubscription = client -> units.onPlatform(() -> {
            ports.clients().findForUpdate(client);
            ports.clients()
                    .subscription(client)
                    .ifPresent(booked -> bookings.write(booked, booked.as(SubscriptionStatus.CANCELLED)));
        });
        reads = new BillingReads(ports, units);
    }

    public ResetCredits resetCredits() {
        return resetCredits;
    }

    public RecordInvoice recordInvoice() {
        return recordInvoice;
    }

    public ChangePlan changePlan() {
        return changePlan;
    }

    public CompleteCheckout completeCheckout() {
        return completeCheckout;
    }

    public HoldFoundingSpot holdFoundingSpot() {
        return checkout -> units.onPlatform((Supplier<Optional<Instant>>) () -> {
            Instant until = clock.now().plus(HOLD);
            ports.spots().lock();
            return ports.spots().hold(checkout, clock.now(), until) ? Optional.of(until) : Optional.empty();
        });
    }

    /** How many founding spots there are, taken, held and left. */
    public Supplier<FoundingSpots.Stand> foundingSpots() {
        return () -> units.onPlatform(() -> ports.spots().stand(clock.now()));
    }

    public ChangeSubscription changeSubscription() {
        return changeSubscription;
    }

    public AdjustCredits adjustCredits() {
        return adjustCredits;
    }

    public CheckLedgers checkLedgers() {
        return checkLedgers;
    }

    /** What the platform earns. */
    public ReadRevenue readRevenue() {
        return new ReadRevenue(ports.revenue(), units, clock);
    }

    public EndSubscription endSubscription() {
        return endSubscription;
    }

    public ShowSubscription showSubscription() {
        return reads;
    }

    public ListCredits listCredits() {
        return reads;
    }
}
