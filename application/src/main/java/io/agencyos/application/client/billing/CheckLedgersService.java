package io.agencyos.application.client.billing;

import io.agencyos.application.client.Credits;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One question over all accounts; what it finds is a defect and is never corrected by itself. */
final class CheckLedgersService implements CheckLedgers {

    private static final String SOURCE = "credit_ledger";

    private final BillingPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;

    CheckLedgersService(BillingPorts ports, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public int check() {
        return units.onPlatform(() -> {
            Instant now = clock.now();
            List<Credits.Drift> drifts = ports.credits().drifts();
            drifts.forEach(drift -> ports.alerts()
                    .raise(Alert.of(
                            fingerprint(drift),
                            Alert.Severity.CRITICAL,
                            SOURCE,
                            drift.client(),
                            "The credit balance is not the sum of its entries.",
                            Map.of(
                                    "balance", Integer.toString(drift.balance()),
                                    "sum", Long.toString(drift.sum())),
                            now)));
            ports.alerts()
                    .resolveOthers(
                            SOURCE,
                            drifts.stream()
                                    .map(CheckLedgersService::fingerprint)
                                    .toList(),
                            now);
            return drifts.size();
        });
    }

    private static String fingerprint(Credits.Drift drift) {
        return SOURCE + ":" + drift.client().text();
    }
}
