package io.agencyos.application.allocation.pacing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A client's day in one unit: everything is counted by its store, nothing row by row. */
final class CheckPacingService implements CheckPacing {

    private final PacingPorts ports;
    private final StartPorts starts;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    CheckPacingService(PacingPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.starts = ports.starts();
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Optional<PacingDay> check(ClientId client) {
        Holidays holidays = starts.holidays().read();
        return units.inTenant(
                TenantScope.worker(client),
                () -> starts.clients()
                        .find(client)
                        .flatMap(found -> starts.clients()
                                .subscription(client)
                                .filter(subscription -> subscription.status().isRunning())
                                .map(subscription -> check(found, subscription, holidays))));
    }

    private PacingDay check(Client client, Subscription subscription, Holidays holidays) {
        Instant now = clock.now();
        StartsOfToday today = StartsOfToday.of(starts, client, subscription, holidays, now);
        PacingDay day = new PacingDay(
                client.id(),
                today.day(),
                today.pacing(),
                today.budget().starts(),
                today.pacing().alert().orElse(null));
        today.pacing().alert().ifPresent(alert -> {
            ports.alerts().raise(platform(day, alert, subscription, now));
            if (!toldBefore(day, alert, subscription)) {
                tell(day, alert, cause(client, today, now), now);
            }
        });
        starts.book().put(day);
        return day;
    }

    private boolean toldBefore(PacingDay day, Pacing.Alert alert, Subscription subscription) {
        return starts
                .book()
                .days(day.clientId(), subscription.periodStart(), day.day().plusDays(1))
                .stream()
                .anyMatch(before -> before.flag() == alert);
    }

    /** One for each kind and period: the fingerprint names both. */
    private static Alert platform(PacingDay day, Pacing.Alert alert, Subscription subscription, Instant now) {
        String pace = day.pacing().perMille() / 10 + "." + day.pacing().perMille() % 10 + " %";
        return Alert.of(
                "pacing:" + day.clientId().text() + ":" + subscription.periodStart() + ":" + alert.wire(),
                Alert.Severity.WARNING,
                "daily_pacing",
                day.clientId(),
                "A client starts leads at " + pace + " of what its period asks for.",
                Map.of("type", alert.wire(), "day", day.day().toString()),
                now);
    }

    private void tell(PacingDay day, Pacing.Alert alert, Cause cause, Instant now) {
        Map<String, String> payload = new HashMap<>(Map.of(
                "type", alert.wire(),
                "day", day.day().toString(),
                "pace_per_mille", String.valueOf(day.pacing().perMille()),
                "started", String.valueOf(day.pacing().started()),
                "quota", String.valueOf(day.pacing().quota())));
        if (alert == Pacing.Alert.BURNING_SLOW) {
            payload.put("cause", cause.wire());
        }
        ports.events()
                .append(new DomainEvent(
                        ids.next(),
                        day.clientId(),
                        EventName.PACING_ALERT,
                        day.clientId().value(),
                        now,
                        Map.copyOf(payload)));
    }

    /** The tightest one. */
    private Cause cause(Client client, StartsOfToday today, Instant now) {
        if (ports.touches().waitingStarts(client.id()) > 0) {
            return Cause.APPROVALS_WAITING;
        }
        if (today.ready() == 0) {
            return Cause.NO_LEADS;
        }
        if (today.room() == 0) {
            return Cause.QUOTA;
        }
        return client.paused() || ports.breakers().test(client.id(), now) ? Cause.BREAKER : Cause.WINDOW;
    }
}
