package io.agencyos.application.allocation;

import io.agencyos.application.allocation.store.ReceivedLeads;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.Fairness;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.flow.Counts;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The flow {@code fairness_report}: on the first of each month, what the month before gave to each client beside all who
 * want the same; whoever is too far from them is told to staff, and the month before that is closed. Source: scoring B13.
 */
public final class CompareClients {

    public static final String FLOW = "fairness_report";

    private static final String KIND = "fairness";
    private static final ZoneId ZONE = ZoneId.of("Australia/Sydney");

    private final ReceivedLeads received;
    private final Alerts alerts;
    private final UnitOfWork units;
    private final ClockPort clock;

    public CompareClients(ReceivedLeads received, Alerts alerts, UnitOfWork units, ClockPort clock) {
        this.received = received;
        this.alerts = alerts;
        this.units = units;
        this.clock = clock;
    }

    public Flow<?> flow() {
        return SystemFlows.once(FLOW, "compare", () -> {
            YearMonth before = YearMonth.from(clock.now().atZone(ZONE)).minusMonths(1);
            List<Fairness.Line> lines = report(before);
            int far = (int) lines.stream().filter(Fairness.Line::deviates).count();
            return new StepResult.Done(
                    Counts.done(lines.size(), lines.size()),
                    Outcome.count("clients", lines.size()).with("deviating", far));
        });
    }

    /** The month's lines, of which those that deviate are open alerts from now on. */
    public List<Fairness.Line> report(YearMonth month) {
        return units.onPlatform(() -> {
            List<Fairness.Line> lines = Fairness.compare(received.between(begin(month), begin(month.plusMonths(1))));
            List<Alert> far = lines.stream()
                    .filter(Fairness.Line::deviates)
                    .map(line -> alert(line, month))
                    .toList();
            far.forEach(alerts::raise);
            alerts.resolveOthers(KIND, far.stream().map(Alert::fingerprint).toList(), clock.now());
            return lines;
        });
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZONE).toInstant();
    }

    private Alert alert(Fairness.Line line, YearMonth month) {
        return Alert.of(
                KIND + ":" + line.received().client().text() + ":" + month,
                Alert.Severity.WARNING,
                KIND,
                line.received().client(),
                "The leads of a client are far from those of the clients who want the same.",
                Map.of(
                        "month", month.toString(),
                        "leads", Integer.toString(line.received().leads()),
                        "average_tenths", Long.toString(line.averageTenths()),
                        "peer_average_tenths", Long.toString(line.peerAverageTenths())),
                clock.now());
    }
}
