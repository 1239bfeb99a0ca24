package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatHealth;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.resource.seat.SeatStanding;
import io.agencyos.domain.resource.seat.SeatState;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All of a client's seats in one unit of work; the service is called after it. */
final class KeepSeatsService implements KeepSeats {

    /** Within which a seat that tries in vain is noticed. */
    private static final Duration TRIES = Duration.ofDays(3);

    private static final Duration IGNORED_AFTER = Duration.ofDays(14);

    private final SeatPorts ports;
    private final SeatNews news;
    private final UnitOfWork units;
    private final ClockPort clock;

    KeepSeatsService(SeatPorts ports, SeatNews news, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.news = news;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Round keep(ClientId client) {
        TenantScope worker = TenantScope.worker(client);
        units.inTenant(worker, () -> ports.seats().ofClient(client)).stream()
                .filter(seat -> seat.state() == SeatState.CREDENTIALS_REQUIRED)
                .forEach(this::askWhetherItIsBack);
        Round looked = units.inTenant(worker, () -> look(client));
        List<Seat> owing = units.inTenant(worker, () -> ports.seats().owingRemoval(client));
        int settled = 0;
        for (Seat seat : owing) {
            settled += gaveUp(seat) ? 1 : 0;
        }
        return new Round(looked.warm(), looked.limited(), looked.ignored(), looked.removed() + settled);
    }

    /** That the owner signed in again is told once; where that was lost, the seat would never act again. */
    private void askWhetherItIsBack(Seat seat) {
        SeatAccount account = seat.link().account();
        if (ports.linking().isEmpty() || account == null) {
            return;
        }
        switch (ports.linking().get().state(seat.clientId(), account.ref())) {
            case Result.Err<SeatSignal, VendorFailure> later -> {
                // asked again tomorrow
            }
            case Result.Ok<SeatSignal, VendorFailure>(SeatSignal signal) ->
                SeatNews.event(signal, account)
                        .ifPresent(event -> units.inTenant(
                                TenantScope.worker(seat.clientId()),
                                () -> ports.seats()
                                        .find(seat.clientId(), seat.id())
                                        .filter(now -> now.state() == SeatState.CREDENTIALS_REQUIRED)
                                        .ifPresent(now -> news.take(now, event))));
        }
    }

    private Round look(ClientId client) {
        Instant now = clock.now();
        Map<SeatId, SeatConnections.Figures> figures = ports.connections().figures(client, now);
        Map<SeatId, SeatTries.Tried> tries = ports.tries().invitations(client, now.minus(TRIES));
        List<Seat> suspicious = new ArrayList<>();
        int warm = 0;
        int limited = 0;
        int removed = 0;
        for (Seat seat : ports.seats().ofClient(client)) {
            if (seat.isForgotten(now)) {
                ports.seats().remove(seat);
                removed++;
            } else if (seat.state().mayAct()) {
                Seat aged = seat.aged(now);
                SeatConnections.Figures came = figures.getOrDefault(seat.id(), SeatConnections.Figures.NONE);
                SeatHealth health = health(came, tries.getOrDefault(seat.id(), SeatTries.Tried.NOTHING));
                Seat judged = aged.judged(SeatStanding.of(health, came.month(), came.monthAccepted(), now));
                if (health.possiblyRestricted()) {
                    suspicious.add(seat);
                }
                limited += judged.limit(now) == aged.limit(now) ? 0 : 1;
                if (aged.state() == seat.state()) {
                    ports.seats().update(judged);
                } else {
                    news.warm(seat, judged);
                    warm++;
                }
            }
        }
        int ignored = ports.connections().markIgnored(client, now.minus(IGNORED_AFTER), now);
        news.alerts(client);
        news.suspicions(client, suspicious);
        return new Round(warm, limited, ignored, removed);
    }

    private static SeatHealth health(SeatConnections.Figures came, SeatTries.Tried tried) {
        return new SeatHealth(came.aged(), came.agedAccepted(), came.pending(), tried.attempted(), tried.sent());
    }

    private boolean gaveUp(Seat seat) {
        SeatAccount account = seat.link().account();
        if (ports.linking().isEmpty() || account == null) {
            return false;
        }
        return switch (ports.linking().get().remove(seat.clientId(), account.ref())) {
            case Result.Err<Boolean, VendorFailure> later -> false;
            case Result.Ok<Boolean, VendorFailure> done -> {
                units.inTenant(
                        TenantScope.worker(seat.clientId()), () -> ports.seats().owesRemoval(seat, false));
                yield true;
            }
        };
    }
}
