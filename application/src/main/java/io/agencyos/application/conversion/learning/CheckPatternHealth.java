package io.agencyos.application.conversion.learning;

import io.agencyos.application.client.Clients;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.conversion.report.PatternHealth;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The flow {@code pattern_health}: every morning at six in Sydney, what is amiss with anybody's learning. What is urgent is an
 * alert to staff that stays one and the same until its cause is gone; the client reads all of it in its report. Source:
 * conversion intelligence 19.2.
 */
public final class CheckPatternHealth {

    public static final String FLOW = "pattern_health";

    private final Clients clients;
    private final Checkup checkup;
    private final Alerts alerts;
    private final UnitOfWork units;
    private final ClockPort clock;

    public CheckPatternHealth(LearningPorts ports, Alerts alerts, UnitOfWork units, ClockPort clock) {
        this.clients = ports.clients();
        this.checkup = new Checkup(ports);
        this.alerts = alerts;
        this.units = units;
        this.clock = clock;
    }

    public Flow<?> flow() {
        return SystemFlows.once(FLOW, "check", () -> {
            Found found = check();
            return new StepResult.Done(
                    Counts.done(found.clients(), found.clients()),
                    Outcome.count("warnings", found.warnings()).with("alerts", found.alerts()));
        });
    }

    /** How many clients were looked at, and what was found. */
    public record Found(int clients, int warnings, int alerts) {}

    /** Safe to repeat. */
    public Found check() {
        Instant now = clock.now();
        List<ClientId> live = units.onPlatform(
                () -> clients.allLive().stream().map(Client::id).toList());
        int warnings = 0;
        List<Alert> urgent = new ArrayList<>();
        for (ClientId client : live) {
            List<PatternHealth.Warning> all =
                    units.inTenant(TenantScope.worker(client), () -> checkup.warnings(client, now));
            warnings += all.size();
            all.stream()
                    .filter(each -> each.severity() == PatternHealth.Severity.HIGH)
                    .map(each -> alert(client, each, now))
                    .forEach(urgent::add);
        }
        units.onPlatform(() -> {
            urgent.forEach(alerts::raise);
            alerts.resolveOthers(FLOW, urgent.stream().map(Alert::fingerprint).toList(), now);
            return urgent.size();
        });
        return new Found(live.size(), warnings, urgent.size());
    }

    private static Alert alert(ClientId client, PatternHealth.Warning warning, Instant now) {
        String type = warning.type() == null ? "all" : warning.type().wire();
        return Alert.of(
                FLOW + ":" + client.text() + ":" + type + ":" + warning.code().wire(),
                Alert.Severity.WARNING,
                FLOW,
                client,
                "What a client learned is not to be relied on.",
                Map.of("code", warning.code().wire(), "pattern_type", type),
                now);
    }
}
