package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.resource.SeatAccount;
import io.agencyos.domain.resource.SeatSignal;
import io.agencyos.domain.shared.ClientId;

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
                () -> ports.seats().ofClient(client).forEach(seat -> {
                    SeatAccount account = seat.link().account();
                    if (account != null && account.ref().equals(accountRef)) {
                        SeatNews.event(signal, account).ifPresent(event -> news.take(seat, event));
                    }
                }));
    }

    @Override
    public LinkSeat.Linked linked(ClientId client, String token, String accountRef) {
        return link.finish(client, token, accountRef);
    }
}
