package io.agencyos.application.conversation;

import io.agencyos.application.resource.seat.HearSeats;
import io.agencyos.application.resource.seat.LinkSeat;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told of seats, and answers a used link as a test says. */
final class HeardSeats implements HearSeats {

    final List<String> told = new ArrayList<>();
    LinkSeat.Linked answer = new LinkSeat.Linked.NoSeat();

    @Override
    public void changed(ClientId client, String accountRef, SeatSignal signal) {
        told.add(accountRef + " " + signal);
    }

    @Override
    public void changed(ClientId client, SeatId seat, SeatSignal signal) {
        told.add(seat + " " + signal);
    }

    @Override
    public LinkSeat.Linked linked(ClientId client, String token, String accountRef) {
        told.add(accountRef + " by " + token);
        return answer;
    }
}
