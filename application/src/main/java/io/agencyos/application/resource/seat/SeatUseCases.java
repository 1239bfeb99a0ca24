package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.resource.SeatAccount;
import io.agencyos.domain.resource.SeatSignal;
import io.agencyos.domain.shared.ClientId;

/** The use cases of seats, wired by hand; bootstrap and tests hand in the ports. */
public final class SeatUseCases {

    private final SeatPorts ports;
    private final SeatNews news;
    private final UnitOfWork units;
    private final LinkSeat link;
    private final ManageSeats manage;
    private final KeepSeats keep;
    private final SeatDesk desk;

    public SeatUseCases(SeatPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.units = units;
        news = new SeatNews(ports, clock, ids);
        link = new LinkSeatService(ports, news, units, clock, ids);
        manage = new ManageSeatsService(ports, news, units, clock);
        keep = new KeepSeatsService(ports, news, units, clock);
        desk = new SeatDeskService(ports, news, units);
    }

    public LinkSeat linkSeat() {
        return link;
    }

    public ManageSeats manageSeats() {
        return manage;
    }

    public KeepSeats keepSeats() {
        return keep;
    }

    public SeatDesk desk() {
        return desk;
    }

    /** What the service tells of an account without being asked; one that no seat has is no error. */
    public void heard(ClientId client, String accountRef, SeatSignal signal) {
        units.inTenant(
                TenantScope.worker(client),
                () -> ports.seats().ofClient(client).forEach(seat -> {
                    SeatAccount account = seat.link().account();
                    if (account != null && account.ref().equals(accountRef)) {
                        SeatNews.event(signal, account).ifPresent(event -> news.take(seat, event));
                    }
                }));
    }
}
