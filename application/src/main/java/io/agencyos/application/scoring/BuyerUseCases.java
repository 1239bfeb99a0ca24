package io.agencyos.application.scoring;

import io.agencyos.application.client.Clients;
import io.agencyos.application.client.SharingConsents;
import io.agencyos.application.scoring.store.BuyerSignals;
import io.agencyos.application.scoring.store.ScoringPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Companies that buy agency services: told of, looked up, counted. Wired by hand. */
public final class BuyerUseCases {

    private final BuyerSignals signals;
    private final UnitOfWork units;
    private final RecordPurchase recordPurchase;

    public BuyerUseCases(
            ScoringPorts ports,
            Clients clients,
            SharingConsents consents,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.signals = ports.buyers();
        this.units = units;
        this.recordPurchase =
                new RecordPurchaseService(signals, ports.requests(), clients, consents, units, clock, ids);
    }

    public RecordPurchase recordPurchase() {
        return recordPurchase;
    }

    public CheckBuyer checkBuyer() {
        return (scope, company) -> units.inTenant(
                scope.asWorker(),
                () -> Optional.ofNullable(
                        signals.of(scope.clientId(), List.of(company)).get(company)));
    }

    /** Totals and industries, for the platform's staff. */
    public Supplier<BuyerSignals.Stats> stats() {
        return () -> units.onPlatform(signals::stats);
    }
}
