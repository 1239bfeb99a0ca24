package io.agencyos.application.client.billing;

import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.HeldUpDay;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A handful of questions, whatever the number of clients. */
public final class NoteHeldUpDaysService implements NoteHeldUpDays {

    private static final String SHORTFALL = "resource_shortfall:";
    private static final int MOST_ALERTS = 10_000;

    private final BillingPorts ports;
    private final Breakers breakers;
    private final UnitOfWork units;
    private final ClockPort clock;

    public NoteHeldUpDaysService(BillingPorts ports, Breakers breakers, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.breakers = breakers;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public void note() {
        units.onPlatform(() -> {
            Instant now = clock.now();
            List<Client> atWork = ports.clients().allLive().stream()
                    .filter(client -> HeldUpDay.isAtWork(now.atZone(client.timezone())))
                    .toList();
            note(HeldUpDay.Cause.VENDOR_OUTAGE, atWork, outages(), now);
            note(HeldUpDay.Cause.RESOURCE_SHORTFALL, atWork, shortfalls(), now);
        });
    }

    private void note(HeldUpDay.Cause cause, List<Client> atWork, Predicate<ClientId> heldUp, Instant now) {
        Map<ClientId, LocalDate> days = atWork.stream()
                .filter(client -> heldUp.test(client.id()))
                .collect(Collectors.toMap(Client::id, client -> LocalDate.ofInstant(now, client.timezone())));
        if (!days.isEmpty()) {
            ports.heldUp().note(cause, days);
        }
    }

    private Predicate<ClientId> outages() {
        List<Breaker> open = breakers.notClosed();
        if (open.stream().anyMatch(one -> isPlatforms(one) && HeldUpDay.isOurs(one, true))) {
            return client -> true;
        }
        Set<ClientId> clients = open.stream()
                .filter(one -> !isPlatforms(one) && HeldUpDay.isOurs(one, false))
                .map(Breaker::client)
                .collect(Collectors.toSet());
        return clients::contains;
    }

    private static boolean isPlatforms(Breaker breaker) {
        return breaker.client().equals(Run.PLATFORM);
    }

    private Predicate<ClientId> shortfalls() {
        Set<ClientId> clients = ports.alerts().open(MOST_ALERTS).stream()
                .filter(alert -> alert.source().startsWith(SHORTFALL))
                .map(Alert::clientId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return clients::contains;
    }
}
