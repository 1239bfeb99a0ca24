package io.agencyos.application.allocation.pacing;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Subscription;
import io.agencyos.domain.outreach.Holidays;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxChoice;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A client's day in one unit: everything is counted by its store, nothing row by row. */
final class CheckPacingService implements CheckPacing {

    private final PacingPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    CheckPacingService(PacingPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** What could start, and on what it would have to leave. */
    private record Room(int ready, int awaitingApproval, int outboundLeft) {}

    @Override
    public Optional<PacingDay> check(ClientId client) {
        Holidays holidays = ports.holidays().read();
        return units.inTenant(
                TenantScope.worker(client),
                () -> ports.clients()
                        .find(client)
                        .flatMap(found -> ports.clients()
                                .subscription(client)
                                .filter(subscription -> subscription.status().isRunning())
                                .map(subscription -> check(found, subscription, holidays))));
    }

    private PacingDay check(Client client, Subscription subscription, Holidays holidays) {
        Instant now = clock.now();
        ZoneId zone = client.timezone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant periodStart = subscription.periodStart().atStartOfDay(zone).toInstant();
        Pacing pacing = Pacing.of(
                subscription.plan().terms().leadsPerMonth(),
                ports.book().startsBetween(client.id(), periodStart, now),
                subscription.periodStart(),
                subscription.periodEnd().minusDays(1),
                today,
                holidays.of(client.country(), zone));
        Room room = room(client.id(), today.plusDays(1).atStartOfDay(zone).toInstant(), now);
        PacingDay day = new PacingDay(
                client.id(),
                today,
                pacing,
                pacing.startBudget(room.ready(), room.outboundLeft()),
                pacing.alert().orElse(null));
        pacing.alert().ifPresent(alert -> {
            ports.alerts().raise(platform(day, alert, subscription, now));
            if (!toldBefore(day, alert, subscription)) {
                tell(day, alert, cause(client, room, now), now);
            }
        });
        ports.book().put(day);
        return day;
    }

    private Room room(ClientId client, Instant tomorrow, Instant now) {
        int followUps = ports.enrolments().followUpsDue(client, tomorrow).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        Map<ResourceId, Integer> domains = new HashMap<>();
        for (Mailbox mailbox : ports.mailboxes().ofClient(client)) {
            if (MailboxChoice.usable(mailbox)) {
                domains.put(mailbox.domainId(), DailyLimit.of(mailbox, now).outbound());
            }
        }
        int outbound = domains.values().stream().mapToInt(Integer::intValue).sum();
        return new Room(
                ports.enrolments().startsDue(client, tomorrow),
                ports.touches().waitingStarts(client),
                Math.max(0, outbound - followUps));
    }

    private boolean toldBefore(PacingDay day, Pacing.Alert alert, Subscription subscription) {
        return ports
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
    private Cause cause(Client client, Room room, Instant now) {
        if (room.awaitingApproval() > 0) {
            return Cause.APPROVALS_WAITING;
        }
        if (room.ready() == 0) {
            return Cause.NO_LEADS;
        }
        if (room.outboundLeft() == 0) {
            return Cause.QUOTA;
        }
        return client.paused() || ports.breakers().test(client.id(), now) ? Cause.BREAKER : Cause.WINDOW;
    }
}
