package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.resource.Seat;
import io.agencyos.domain.resource.SeatAccount;
import io.agencyos.domain.resource.SeatHealth;
import io.agencyos.domain.resource.SeatStanding;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SeatId;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** All of a client's seats in one unit of work; the service is called after it. */
final class KeepSeatsService implements KeepSeats {

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
        Round looked = units.inTenant(worker, () -> look(client));
        List<Seat> owing = units.inTenant(worker, () -> ports.seats().owingRemoval(client));
        int settled = 0;
        for (Seat seat : owing) {
            settled += gaveUp(seat) ? 1 : 0;
        }
        return new Round(looked.warm(), looked.limited(), looked.ignored(), looked.removed() + settled);
    }

    private Round look(ClientId client) {
        Instant now = clock.now();
        Map<SeatId, SeatConnections.Figures> figures = ports.connections().figures(client, now);
        int warm = 0;
        int limited = 0;
        int removed = 0;
        for (Seat seat : ports.seats().ofClient(client)) {
            if (seat.isForgotten(now)) {
                ports.seats().remove(seat);
                removed++;
            } else if (seat.state().mayAct()) {
                Seat aged = seat.aged(now);
                Seat judged = aged.judged(standing(figures.getOrDefault(seat.id(), SeatConnections.Figures.NONE), now));
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
        return new Round(warm, limited, ignored, removed);
    }

    private static SeatStanding standing(SeatConnections.Figures figures, Instant now) {
        SeatHealth health = new SeatHealth(figures.aged(), figures.agedAccepted(), figures.pending(), 0, 0);
        return SeatStanding.of(health, figures.month(), figures.monthAccepted(), now);
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
