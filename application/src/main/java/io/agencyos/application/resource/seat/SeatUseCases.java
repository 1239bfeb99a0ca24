package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.resource.SeatEvent;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.SeatId;

/** The use cases of seats, wired by hand; bootstrap and tests hand in the ports. */
public final class SeatUseCases {

    private final SeatPorts ports;
    private final SeatNews news;
    private final UnitOfWork units;
    private final LinkSeat link;
    private final ManageSeats manage;
    private final KeepSeats keep;
    private final SeatDesk desk;

    public SeatUseCases(SeatPorts ports, UnitOfWork units, ClockPort clock, IdSource ids, RandomSource random) {
        this.ports = ports;
        this.units = units;
        news = new SeatNews(ports, clock, ids);
        link = new LinkSeatService(ports, news, units, clock, ids, random);
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

    /** What the service tells of a seat without being asked; a seat that is gone is no error. */
    public void heard(ClientId client, SeatId id, SeatEvent event) {
        units.inTenant(
                TenantScope.worker(client),
                () -> ports.seats().find(client, id).ifPresent(seat -> news.take(seat, event)));
    }
}
