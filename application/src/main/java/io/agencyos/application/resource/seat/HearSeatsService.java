package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;

/** What is told of an account becomes an event of the seat that has it. */
final class HearSeatsService implements HearSeats {

    private final SeatPorts ports;
    private final SeatNews news;
    private final UnitOfWork units;
    private final LinkSeat link;

    HearSeatsService(SeatPorts ports, SeatNews news, UnitOfWork units, LinkSeat link) {
        this.ports = ports;
        this.news = news;
        this.units = units;
        this.link = link;
    }

    @Override
    public void changed(ClientId client, String accountRef, SeatSignal signal) {
        units.inTenant(
                TenantScope.worker(client),
                () -> ports.seats().ofClient(client).stream()
                        .filter(seat -> seat.link().account() != null
                                && seat.link().account().ref().equals(accountRef))
                        .forEach(seat -> take(seat, signal)));
    }

    @Override
    public void changed(ClientId client, SeatId id, SeatSignal signal) {
        units.inTenant(
                TenantScope.worker(client), () -> ports.seats().find(client, id).ifPresent(seat -> take(seat, signal)));
    }

    private void take(Seat seat, SeatSignal signal) {
        SeatAccount account = seat.link().account();
        if (account != null) {
            SeatNews.event(signal, account).ifPresent(event -> news.take(seat, event));
        }
    }

    @Override
    public LinkSeat.Linked linked(ClientId client, String token, String accountRef) {
        return link.finish(client, token, accountRef);
    }
}
