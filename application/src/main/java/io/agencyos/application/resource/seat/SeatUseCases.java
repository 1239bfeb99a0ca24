package io.agencyos.application.resource.seat;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;

/** The use cases of seats, wired by hand; bootstrap and tests hand in the ports. */
public final class SeatUseCases {

    private final LinkSeat link;
    private final ManageSeats manage;
    private final KeepSeats keep;
    private final SeatDesk desk;
    private final HearSeats hear;

    public SeatUseCases(SeatPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        SeatNews news = new SeatNews(ports, clock, ids);
        link = new LinkSeatService(ports, news, units, clock, ids);
        manage = new ManageSeatsService(ports, news, units, clock);
        keep = new KeepSeatsService(ports, news, units, clock);
        desk = new SeatDeskService(ports, news, units);
        hear = new HearSeatsService(ports, news, units, link);
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

    public HearSeats hearSeats() {
        return hear;
    }
}
